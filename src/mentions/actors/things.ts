import type {Token} from "../../model/model.ts"
import type {Item} from "./items.ts"
import {genericOf, kindOf} from "./kinds.ts"

/// Leaves out what is written like somebody and is a thing: "*military* drills", "a *spy* satellite", "the Tampere Declaration".
export const withoutThings = (items: readonly Item[], tokens: readonly Token[]): Item[] => {
  const firsts = new Map(items.map(item => [item.first, item]))
  return items.filter(item => !isAdjectival(item, tokens, firsts) && !isPaper(item, tokens))
}

/// "military aid", "spy planes' pictures": the word only says of what sort the next one is, and that acts not.
function isAdjectival(item: Item, tokens: readonly Token[], firsts: ReadonlyMap<number, Item>): boolean {
  if (item.first !== item.last || kindOf(item) !== "generic") return false
  const token = tokens[item.first]!
  if (!adjectives.has(token.text.toLowerCase())) return false
  let at = item.last + 1
  let noun: Token | undefined
  for (; at < tokens.length && at < item.last + 5 && tokens[at]!.sentence === token.sentence; at++) {
    const other = firsts.get(at)
    if (other && (genericOf(other) || kindOf(other) !== "generic")) return false
    if (tokens[at]!.upos === "NOUN") noun = tokens[at]
    else if (noun || tokens[at]!.upos !== "ADJ") break
  }
  if (noun === undefined || token.xpos === "NNS") return false
  return token.text.toLowerCase() === "spy" || !manned.test(noun.lemma.toLowerCase())
}

const adjectives: ReadonlySet<string> = new Set(
  "military paramilitary spy rebel militant terrorist guerrilla opposition marine patrol".split(" ")
)

/// What stands for those who are in it: an attack on a military camp is one on the military.
const manned =
  /^(?:base|camp|post|position|convoy|column|vehicle|truck|bus|plane|aircraft|airplane|aeroplane|helicopter|jet|ship|vessel|boat|barracks|checkpoint|installation|facility|target|site|headquarters|hq|academy|school|compound|outpost|airport|airfield|hospital|court|hideout|stronghold|bastion|town|village|area|territory|enclave|cell|network|camps|car|side|man|woman|people|personnel|leadership|command|group|fire|shelling|attack|raid|strike|assault|offensive|ambush|bombing|bombardment|bomb|rocket|takeover|coup|advance|incursion|invasion|crackdown)$/

/// A treaty, a resolution or a tournament: named like somebody and nobody.
function isPaper(item: Item, tokens: readonly Token[]): boolean {
  if (item.means.length > 0 || item.name === "person") return false
  const first = item.from ?? item.first
  if (isLeft(first, tokens)) return false
  const last = tokens[item.last]!.text
  if (papers.test(last)) {
    const before = tokens[first - 1]
    const named = before?.sentence === tokens[first]!.sentence && /^\p{Lu}/u.test(before.text) && !/^The$/.test(before.text)
    return item.last > first || named || /^\p{N}/u.test(tokens[item.last + 1]?.text ?? "")
  }
  return item.last > first && papers.test(tokens[item.last - 1]!.text) && /^\p{N}/u.test(last)
}

/// "withdrew from the Lagos Treaty": who leaves a treaty leaves those who signed it.
function isLeft(first: number, tokens: readonly Token[]): boolean {
  const word = tokens[/^the$/i.test(tokens[first - 1]?.text ?? "") ? first - 2 : first - 1]
  return word?.sentence === tokens[first]!.sentence && (word.text === "from" || /^(?:leave|quit|abandon|join)$/.test(word.lemma))
}

const papers =
  /^(?:Declaration|Resolution|Resolutions|Treaty|Treaties|Agreement|Agreements|Accord|Accords|Pact|Convention|Conventions|Protocol|Protocols|Charter|Act|Constitution|Memorandum|Communique|Communiqué|Cup|Olympics|War|Wars)$/
