import type {Document, Token} from "../../model/model.ts"

/// Whether the words around an expression of time look back or forward: "Turkey shelled the town on Monday", "talks will resume
/// on Monday". Undefined where the sentence does not say.
export type Direction = "back" | "forward" | undefined

const ahead = new Set("will shall 'll ’ll wo would".split(" "))
const open = new Set("may might could can should must ought need".split(" "))
/// What is planned lies ahead even where the plan was made in the past: "was scheduled for Friday".
const planned = new Set(
  "schedule plan expect set due slate intend hope aim want prepare promise pledge vow threaten agree decide propose urge order ask tell call invite postpone delay want wish seek likely ready poised bind try demand".split(
    " "
  )
)
/// Those of them that are said on a day of their own: "threatened on Tuesday to close its border".
const spoken = new Set("promise pledge vow threaten agree decide propose urge order ask tell call invite demand".split(" "))
const saying = new Set("say tell announce report add warn declare confirm state deny insist acknowledge".split(" "))
const aheadOf = new Set(["ahead", "starting", "due", "scheduled", "upcoming", "slated"])
const appointed = new Set(
  "election vote ballot poll referendum runoff summit meeting talk session hearing trial conference ceremony inauguration deadline debate match game final race visit launch event rally march strike protest release opening start deal plan expiry day".split(
    " "
  )
)
const between = new Set("on at by in for out later early back".split(" "))

/// What opens or ends on a day to come is said in the present: "the trial begins Monday".
const scheduled = new Set("begin start open end close expire convene resume arrive leave depart travel return debut".split(" "))

export function directionAt(document: Document, index: number): Direction {
  const {tokens} = document
  const time = tokens[index]!
  const sentence = document.sentences[time.sentence]!
  // "Due Thursday", "due out later on Thursday"
  for (let i = index - 1; i >= Math.max(sentence.first, index - 4); i--) {
    const word = tokens[i]!.text.toLowerCase()
    if (aheadOf.has(word)) return "forward"
    if (!between.has(word)) break
  }
  if (time.head === -1 && time.relation !== "root") return byWords(tokens, sentence.first, index)
  // "A strike for Monday"
  if (tokens[index - 1]?.lemma === "for" && appointed.has(tokens[time.head]?.lemma ?? "")) return "forward"
  if (saidAt(tokens, sentence.first, index)) return "back"
  // "Saturday's attack" is over, unless it is of a kind that is set for a day.
  const noun = tokens[time.head]
  const named = time.relation === "nmod:poss" || time.relation === "compound"
  if (noun && named && noun.upos === "NOUN" && !appointed.has(noun.lemma)) return "back"
  let at: Token | undefined = time
  let from: Token | undefined
  for (let steps = 0; at && steps < 12; steps++) {
    const next: Token | undefined = tokens[at.head]
    // "Are to travel on Wednesday"
    if (
      at.lemma === "be" &&
      at !== time &&
      /^VB[PZ]$/.test(at.xpos) &&
      from?.xpos === "VB" &&
      tokens[from.index - 1]?.xpos === "TO"
    )
      return "forward"
    if (at !== time || at.relation === "root") {
      // "A truce due to begin on Monday"
      if (from && from !== time && isPlanned(tokens, at) && /^(VERB|ADJ)$/.test(at.upos)) return "forward"
      const found = directionOf(tokens, sentence.first, sentence.last, at, at.index === time.head)
      if (found) return found
    }
    from = at
    at = next
  }
  return undefined
}

/// "The minister told parliament on Monday he would step down": the day of a saying that stands right before it.
function saidAt(tokens: readonly Token[], first: number, index: number): boolean {
  // "Announced a strike for Monday"
  if (/^(for|until|till|by|through|from)$/i.test(tokens[index - 1]?.text ?? "")) return false
  for (let i = index - 1; i >= Math.max(first, index - 5); i--) {
    const t = tokens[i]!
    if (t.xpos === "VBD" && (saying.has(t.lemma) || spoken.has(t.lemma))) return true
    if (/^(VERB|AUX|SCONJ|PUNCT|PART|CCONJ)$/.test(t.upos)) return false
  }
  return false
}

/// "Set aside a rule", "set up camp" plan nothing.
const isPlanned = (tokens: readonly Token[], {lemma, index}: Token): boolean =>
  planned.has(lemma) &&
  !(lemma === "set" && /^(?:aside|up|off|out|back|down|free|fire|foot|ablaze|alight)$/i.test(tokens[index + 1]?.text ?? ""))

/// Of one governing word: its tense from its auxiliaries and its tag.
function directionOf(tokens: readonly Token[], first: number, last: number, verb: Token, direct: boolean): Direction {
  let auxiliary = ""
  let to = false
  let be: Token | undefined
  let copula = false
  // Auxiliaries stand near their verb: twelve words before it are enough, and keep the whole linear.
  for (let i = Math.max(first, verb.index - 12); i < Math.min(last, verb.index + 4); i++) {
    const t = tokens[i]!
    if (t.head !== verb.index) continue
    if (t.relation.startsWith("aux")) {
      if (t.xpos === "MD" || ahead.has(t.lemma)) auxiliary = t.text.toLowerCase()
      else if (t.lemma === "be" || t.lemma === "have") be ??= t
    } else if (t.relation === "cop") {
      copula = true
      be ??= t
    } else if (t.relation === "mark" && t.lemma === "due") return "forward"
    else if (t.xpos === "TO") to = true
  }
  if (auxiliary !== "") return ahead.has(auxiliary) || open.has(auxiliary) ? "forward" : undefined
  if (to && be && be.xpos !== "VBD" && be.xpos !== "VB") return "forward"
  const verbal = verb.upos === "VERB" || verb.upos === "AUX" || copula
  if (direct && !be && verb.xpos === "VBD" && spoken.has(verb.lemma)) return "back"
  if (isPlanned(tokens, verb) && verb.relation !== "amod") return "forward"
  if (!verbal || to) return undefined
  if (be) {
    if (be.xpos === "VBD" || be.lemma === "have") return "back"
    if (verb.xpos === "VBG") return "forward"
    // "Is the driest month" tells no day; "is held on Monday" leans back.
    return copula ? undefined : "back"
  }
  if ((verb.xpos === "VBZ" || verb.xpos === "VBP") && scheduled.has(verb.lemma)) return "forward"
  if (verb.xpos === "VBD") return "back"
  if (verb.xpos === "VBN" && verb.relation.startsWith("acl")) return "back"
  return undefined
}

/// Verbs and participles that say what is so, not what is done: "are known today as", "live on today".
const lasting = new Set(
  "be have own remain live survive exist continue stand know call name find see use consider regard appreciate contain face worship persist".split(
    " "
  )
)

/// Whether what a time hangs on is so and is not done: "still in use today", "known today as the Old Port". Then "today" is
/// these days. What "I" and "we" do is done on the day they speak. In `news` only plain signs count: "is in Cairo today" is a day.
export function stateAt(document: Document, index: number, news: boolean): boolean {
  const {tokens} = document
  const time = tokens[index]!
  const word = tokens[time.head]
  if (!word || time.relation.startsWith("nsubj")) return false
  const {first, last} = document.sentences[time.sentence]!
  let be: Token | undefined
  let own = false
  let still = false
  let auxiliary = false
  for (let i = Math.max(first, word.index - 20); i < Math.min(last, word.index + 12); i++) {
    const t = tokens[i]!
    if (t.head !== word.index) continue
    if (t.relation === "cop" || t.relation === "aux:pass") be = t
    else if (t.relation.startsWith("aux") && !(t.lemma === "can" || t.lemma === "may")) auxiliary = true
    else if (t.relation.startsWith("nsubj") || t.relation === "expl") own = /^(i|we|you|it|this|that)$/i.test(t.text)
    else if (t.lemma === "still") still = true
  }
  if (own || auxiliary || word.upos === "ADV" || be?.xpos === "VBD" || word.xpos === "VBD" || word.xpos === "VBG") return false
  if (still) return true
  const opening = index === first && tokens[index + 1]?.text === ","
  if (word.xpos === "VBZ" || word.xpos === "VBP") return lasting.has(word.lemma) || opening
  if (word.xpos === "VBN") return lasting.has(word.lemma) && word.lemma !== "see" ? true : lasting.has(word.lemma) && !news
  if (word.upos === "VERB") return !news && lasting.has(word.lemma)
  return be ? opening || !news : time.relation.startsWith("nmod") && word.upos === "PROPN"
}

// Without tags: the nearest word before that tells.
function byWords(tokens: readonly Token[], first: number, index: number): Direction {
  for (let i = index - 1; i >= Math.max(first, index - 20); i--) {
    const word = tokens[i]!.text.toLowerCase()
    if (ahead.has(word) || word === "scheduled" || word === "due" || word === "expected" || word === "plans") return "forward"
    if (word === "was" || word === "were" || word === "had" || word === "said" || (word.length > 4 && word.endsWith("ed")))
      return "back"
  }
  return undefined
}
