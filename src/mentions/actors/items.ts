import type {Document, NameMention, Token} from "../../model/model.ts"
import type {ActorLexicon, Meaning} from "./lexicon.ts"
import {headOf, lettersOf, type NameTable} from "./nametable.ts"
import {all, documentPieces, fold, lower, type Pieces, particles, piecesOf, upper, wall} from "./pieces.ts"
import {withShared} from "./shared.ts"
import {withoutThings} from "./things.ts"

/// A stretch of tokens that the lexicon or the name finder knows, with everything it may mean.
export interface Item {
  readonly first: number
  /// Last token, included.
  readonly last: number
  /// Empty for a name that nobody knows.
  readonly means: readonly Meaning[]
  readonly name?: "person" | "organization" | "location" | "unknown"
  /// The folded pieces of its words.
  readonly pieces: readonly string[]
  /// "*North* and South Korea": its last word is said only once, further on.
  readonly shared?: true
  /// Where the name as a whole begins, if before this: "*Sony* Pictures".
  readonly from?: number
}

/// What a document holds, left to right, without overlaps: the user's own words first, then the longest known ones, then unknown names.
export function itemsOf(
  document: Document,
  names: readonly NameMention[],
  lexicon: ActorLexicon,
  own: NameTable | undefined
): Item[] {
  const {tokens} = document
  const pieces = documentPieces(tokens)
  const nameAt = new Int32Array(tokens.length).fill(-1)
  names.forEach((name, n) => {
    for (let t = Math.max(0, name.first); t < name.last && t < tokens.length; t++) nameAt[t] = n
  })
  const loud = shouting(document)
  const taken = new Uint8Array(tokens.length)
  const out: Item[] = []
  if (own && own.heads.size > 0)
    scan(
      own,
      pieces,
      (a, b, means) => take(a, b, means),
      () => true,
      taken,
      tokens,
      loud
    )
  scan(
    lexicon.names,
    pieces,
    (a, b, means) => take(a, b, means),
    (a, b, meaning) => fits(meaning, pieces, a, b, tokens, names, nameAt),
    taken,
    tokens,
    loud
  )
  function take(a: number, b: number, means: readonly Meaning[]) {
    const first = pieces.token[a]!
    const last = pieces.token[b - 1]!
    out.push({first, last, means, pieces: pieces.word.slice(a, b)})
    for (let t = first; t <= last; t++) taken[t] = 1
  }

  // Names that nobody knows: what the name finder gave, then whatever else is written like one.
  for (const name of names) {
    let first = Math.max(0, name.first)
    let last = Math.min(name.last, tokens.length) - 1
    const from = first
    // "Arnor and Gondor" taken for one name: where both are known, the "and" between them is nobody.
    const joint = (t: number) => /^(?:and|or|&)$/.test(tokens[t]!.text)
    while (first <= last && (taken[first] || isTitleWord(tokens[first]!) || joint(first))) first++
    while (last >= first && (taken[last] || /^['’]s?$/.test(tokens[last]!.text) || joint(last))) last--
    if (first > last) continue
    let free = true
    let loudest = false
    for (let t = first; t <= last; t++) {
      if (taken[t]) free = false
      if (!/^\p{Ll}+$/u.test(tokens[t]!.text)) loudest = true
    }
    // "the National Union *of* Teachers": what is left between words that are known is no name.
    if (!free || !loudest) continue
    const whole = from < first && opensName(tokens, from, first) ? {from} : {}
    out.push({first, last, means: [], name: name.kind, pieces: piecesOfTokens(tokens, first, last), ...whole})
    for (let t = first; t <= last; t++) taken[t] = 1
  }
  // "Mr. May": after such a word even a month is a name.
  const addressed = new Set(out.flatMap(item => (item.means.every(m => m.is === "honorific") ? [item.last + 1] : [])))
  for (let t = 0; t < tokens.length; t++) {
    if (taken[t] || !(looksLikeName(tokens[t]!) || (addressed.has(t) && /^\p{Lu}/u.test(tokens[t]!.text)))) continue
    let end = t
    while (
      end + 1 < tokens.length &&
      end - t < 6 &&
      !taken[end + 1] &&
      tokens[end + 1]!.sentence === tokens[t]!.sentence &&
      continuesName(tokens, end + 1)
    )
      end++
    while (end > t && !looksLikeName(tokens[end]!)) end--
    if (!(loud[tokens[t]!.sentence] && tokens[t]!.text.length > 0))
      out.push({first: t, last: end, means: [], name: "unknown", pieces: piecesOfTokens(tokens, t, end)})
    t = end
  }
  return withoutThings(withShared(out, tokens, lexicon), tokens)
    .sort((a, b) => a.first - b.first)
    .map(item => withParticles(item, tokens, taken))
}

/// Whether all words before the rest of a name are written as of it: "*Sony* Pictures", "*Russian* Railways", not "*Syria's* Baath".
function opensName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (!/^\p{Lu}/u.test(tokens[t]!.text)) return false
  return true
}

/// "Mr. da Costa": small words between a title and a name are of the name.
function withParticles(item: Item, tokens: readonly Token[], taken: Uint8Array): Item {
  if (item.means.some(m => m.is !== "person")) return item
  let first = item.first
  while (
    first > 1 &&
    !taken[first - 1] &&
    particles.has(tokens[first - 1]!.text) &&
    tokens[first - 1]!.sentence === tokens[item.first]!.sentence
  )
    first--
  if (first === item.first || !taken[first - 1] || tokens[first - 1]!.sentence !== tokens[item.first]!.sentence) return item
  return {...item, first, pieces: piecesOfTokens(tokens, first, item.last)}
}

function scan(
  table: NameTable,
  pieces: Pieces,
  take: (a: number, b: number, means: readonly Meaning[]) => void,
  allows: (a: number, b: number, meaning: Meaning) => boolean,
  taken: Uint8Array,
  tokens: readonly Token[],
  loud: readonly boolean[]
): void {
  const {word, token, letters} = pieces
  let named: "Mr" | "office" | undefined
  for (let a = 0; a < word.length; a++) {
    const first = word[a]!
    const head = first === wall || taken[token[a]!] ? undefined : headOf(table, first)
    if (head === undefined) {
      named = undefined
      continue
    }
    let length = 0
    let means: Meaning[] | undefined
    const goesOn = a + 1 < word.length && !taken[token[a + 1]!] && head.seconds.has(word[a + 1]!)
    for (let n = goesOn ? Math.min(31 - Math.clz32(head.lengths), word.length - a) : 1; n > 0 && !means; n--) {
      if ((head.lengths & (1 << n)) === 0) continue
      let key = first
      let free = true
      for (let i = 1; i < n && free; i++) {
        if (word[a + i] === wall || taken[token[a + i]!]) free = false
        else key += ` ${word[a + i]}`
      }
      const found = !free ? undefined : n === 1 ? head.single : head.longer.get(key)
      if (!found) continue
      const headline = loud[tokens[token[a]!]!.sentence]!
      for (const entry of found) {
        const needed = lettersOf(entry, n === 1 ? [first] : word.slice(a, a + n))
        if (needed) {
          let fit = !(headline && n === 1 && needed[0] === all && functionWords.has(first))
          for (let i = 0; i < n && fit; i++) if (letters[a + i]! < needed[i]!) fit = false
          if (!fit) continue
        }
        if (!allows(a, a + n, entry.means)) continue
        length = n
        if (means) means.push(entry.means)
        else means = [entry.means]
      }
    }
    if (means) {
      // "Mr. English", "Prime Minister Major": after such a word a single capitalised one is a name, whatever else it may be.
      if (
        named &&
        length === 1 &&
        letters[a]! >= upper &&
        !means.some(m => m.is === "person" || m.is === "honorific" || m.is === "own")
      ) {
        const after = word[a + 1]
        if (
          !(
            after !== undefined &&
            after !== wall &&
            letters[a + 1]! >= upper &&
            named !== "Mr" &&
            means.some(m => m.is === "generic")
          )
        ) {
          named = undefined
          continue
        }
      }
      take(a, a + length, means)
      a += length - 1
      named = means.every(m => m.is === "honorific")
        ? "Mr"
        : means.some(m => m.is === "generic" && m.generic.kind === "office" && !m.plural) && letters[a]! >= upper
          ? "office"
          : undefined
    } else named = undefined
  }
}

const functionWords: ReadonlySet<string> = new Set([
  "us",
  "who",
  "is",
  "it",
  "in",
  "as",
  "or",
  "an",
  "no",
  "so",
  "am",
  "au",
  "un",
  "ice",
  "care",
  "aids",
  "mas",
  "eta",
  "pace",
  "caf"
])

/// Whether a meaning is possible where it stands.
function fits(
  meaning: Meaning,
  pieces: Pieces,
  a: number,
  b: number,
  tokens: readonly Token[],
  names: readonly NameMention[],
  nameAt: Int32Array
): boolean {
  const first = pieces.token[a]!
  const last = pieces.token[b - 1]!
  if (meaning.is === "honorific") {
    // "Mr. Smith", "Mr. da Costa"
    let next = b
    while (particles.has(pieces.word[next] ?? wall) && pieces.letters[next] === lower) next++
    return (
      pieces.word[next] !== undefined &&
      pieces.word[next] !== wall &&
      pieces.letters[next]! >= upper &&
      pieces.letters[a]! >= upper
    )
  }
  if (meaning.is === "person" || meaning.is === "own") return true
  // "Michael Jordan", "Jordan Henderson": inside a person's name a country is none.
  const name = nameAt[first]! >= 0 && nameAt[first] === nameAt[last] ? names[nameAt[first]!]! : undefined
  if (name?.kind === "person" && (name.first < first || last < name.last - 1)) {
    if (meaning.is === "country" && !(meaning.form === "adjective" && name.first === first)) return false
    if (meaning.is === "body") return false
    if (meaning.is === "generic" && name.first < first) return false
  }
  const token = tokens[first]!
  if (meaning.is === "country" && (meaning.form === "name" || meaning.form === "capital") && b - a === 1 && !name) {
    // Without the name finder's help: a first name before it, and the tree takes the two for one name.
    const previous = tokens[first - 1]
    if (firstNames.has(pieces.word[a]!)) {
      if (
        previous &&
        previous.sentence === token.sentence &&
        previous.upos === "PROPN" &&
        previous.head === token.head &&
        token.relation === "flat"
      )
        return false
      if (
        previous &&
        previous.sentence === token.sentence &&
        token.relation === "flat" &&
        token.head === previous.index &&
        /^\p{Lu}\p{Ll}+$/u.test(previous.text)
      )
        return false
      const next = tokens[last + 1]
      if (next && next.upos === "PROPN" && next.relation === "flat" && next.head === first) return false
    }
    if (englishWords.has(pieces.word[a]!) && tokens[first - 1]?.sentence !== token.sentence && token.upos !== "PROPN")
      return false
  }
  if (meaning.is === "generic" && meaning.generic.kind !== "body" && b - a === 1) {
    // "to police the border", "the general mood", "a major blow"
    if (token.upos === "VERB" || token.upos === "AUX" || token.upos === "ADV") return false
    if (token.upos === "ADJ" && pieces.letters[a] === lower && commonAdjectives.has(pieces.word[a]!)) return false
  }
  if (meaning.is === "generic" && b - a === 1 && token.upos === "VERB") return false
  return true
}

const firstNames: ReadonlySet<string> = new Set([
  "jordan",
  "chad",
  "georgia",
  "israel",
  "kenya",
  "india",
  "paris",
  "sofia",
  "london",
  "victoria",
  "santiago",
  "austin",
  "cuba",
  "holland",
  "ireland",
  "england",
  "france",
  "germany",
  "israel",
  "america",
  "washington",
  "lima",
  "roma",
  "bern",
  "kingston",
  "wellington",
  "wales",
  "scotland",
  "turkey",
  "brazil",
  "dakar",
  "valletta"
])
const englishWords: ReadonlySet<string> = new Set(["male", "turkey", "china", "nice"])
const commonAdjectives: ReadonlySet<string> = new Set([
  "general",
  "major",
  "captain",
  "local",
  "national",
  "public",
  "executive",
  "chief",
  "religious",
  "representative",
  "marine",
  "deputy",
  "principal",
  "private",
  "liberal",
  "conservative",
  "socialist",
  "communist",
  "nationalist",
  "militant",
  "rebel",
  "terrorist",
  "extremist",
  "islamist",
  "paramilitary",
  "military",
  "female",
  "male",
  "criminal",
  "displaced",
  "exile",
  "minor",
  "senior",
  "junior",
  "jihadist",
  "separatist",
  "shiite",
  "sunni",
  "catholic",
  "protestant",
  "christian",
  "muslim",
  "hindu",
  "buddhist",
  "jewish",
  "diplomatic",
  "sovereign",
  "academic",
  "guerrilla",
  "dissident",
  "populist",
  "reformist"
])

const isTitleWord = (token: Token): boolean => /^(?:the|The)$/.test(token.text)

const looksLikeName = (token: Token): boolean =>
  token.upos === "PROPN" && /^\p{Lu}/u.test(token.text) && !calendar.has(fold(token.text).replace(/\.$/, ""))

/// "al-", "van der", "bin", a hyphen or an initial inside a name.
function continuesName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (looksLikeName(token)) return true
  const next = tokens[at + 1]
  if (!next || next.sentence !== token.sentence || !/^\p{Lu}/u.test(next.text)) return false
  return /^(?:al|el|bin|bint|ibn|van|von|der|de|da|dos|del|la|ul|ur|-|‑)$/.test(token.text) && looksLikeName(next)
}

const calendar: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan gmt est edt utc god internet".split(
    " "
  )
)

function piecesOfTokens(tokens: readonly Token[], first: number, last: number): string[] {
  const out: string[] = []
  for (let t = first; t <= last; t++) for (const piece of piecesOf(tokens[t]!.text)) out.push(piece)
  return out
}

/// Sentences in capitals throughout: there "WHO" and "US" say nothing.
function shouting(document: Document): boolean[] {
  return document.sentences.map(sentence => {
    let capitals = 0
    let others = 0
    for (let t = sentence.first; t < sentence.last; t++) {
      const {text} = document.tokens[t]!
      if (text.length < 3) continue
      if (text === text.toUpperCase() && text !== text.toLowerCase()) capitals++
      else others++
    }
    return capitals > 2 && capitals > others * 3
  })
}
