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
const aheadOf = new Set(["ahead", "starting", "due", "scheduled", "upcoming", "slated"])

export function directionAt(document: Document, index: number): Direction {
  const {tokens} = document
  const time = tokens[index]!
  const sentence = document.sentences[time.sentence]!
  const before = tokens[index - 1]
  if (before && before.sentence === time.sentence && aheadOf.has(before.text.toLowerCase())) return "forward"
  if (time.head === -1 && time.relation !== "root") return byWords(tokens, sentence.first, index)
  let at: Token | undefined = time
  for (let steps = 0; at && steps < 12; steps++) {
    const next: Token | undefined = tokens[at.head]
    if (at !== time || at.relation === "root") {
      const found = directionOf(tokens, sentence.first, sentence.last, at, at.index === time.head)
      if (found) return found
    }
    at = next
  }
  return undefined
}

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
    } else if (t.xpos === "TO") to = true
  }
  if (auxiliary !== "") return ahead.has(auxiliary) || open.has(auxiliary) ? "forward" : undefined
  const verbal = verb.upos === "VERB" || verb.upos === "AUX" || copula
  if (direct && !be && verb.xpos === "VBD" && spoken.has(verb.lemma)) return "back"
  if (planned.has(verb.lemma) && verb.relation !== "amod") return "forward"
  if (!verbal || to) return undefined
  if (be) {
    if (be.xpos === "VBD" || be.lemma === "have") return "back"
    return verb.xpos === "VBG" ? "forward" : "back"
  }
  if (verb.xpos === "VBD") return "back"
  if (verb.xpos === "VBN" && verb.relation.startsWith("acl")) return "back"
  return undefined
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
