import type {Token} from "../../model/model.ts"
import type {Phrase} from "./phrase.ts"

/// What stands before a phrase and changes whom it means.
export interface Prefix {
  former: boolean
  elect: boolean
  deputy: boolean
  earlier: boolean
  /// "new", "newly elected"
  fresh: boolean
  definite: boolean
  indefinite: boolean
  several: boolean
  /// "two", "both" before it.
  two?: boolean
  allied?: "led" | "backed"
  possessive?: number
}

/// Determiner, "former", "deputy" and the like before a phrase; the phrase grows over what belongs to it.
export function prefixOf(tokens: readonly Token[], phrase: Phrase): Prefix {
  const found: Prefix = {
    former: false,
    elect: false,
    deputy: false,
    earlier: false,
    fresh: false,
    definite: false,
    indefinite: false,
    several: false
  }
  const look = (word: string) => {
    const role = roles.get(word)
    if (role !== undefined) found[role] = true
  }
  let t = phrase.first - 1
  const {sentence} = tokens[phrase.first]!
  for (let steps = 0; t >= 0 && steps < 6; steps++, t--) {
    const {text, upos, xpos, relation, head} = tokens[t]!
    if (tokens[t]!.sentence !== sentence) break
    const low = text.toLowerCase()
    if (definites.has(low)) {
      if (upos === "SCONJ" || upos === "PRON") break
      found.definite = true
      phrase.first = t
      break
    }
    if (indefinites.has(low)) {
      found.indefinite = low !== "both" && low !== "all"
      if (low === "both" || low === "all") found.definite = true
      if (low === "both") found.two = true
      phrase.first = t
      break
    }
    if (possessives.has(low)) {
      found.definite = true
      found.possessive = t
      phrase.first = t
      break
    }
    if (upos === "NUM") {
      found.several = low !== "one"
      if (low === "two" || low === "2") found.two = true
      phrase.first = t
      continue
    }
    look(low)
    const inside =
      upos === "ADJ" ||
      (upos === "VERB" && (xpos === "VBN" || xpos === "VBG") && relation === "amod") ||
      inner.has(low) ||
      ((upos === "NOUN" || upos === "PROPN") && relation === "compound" && head >= phrase.first && head <= phrase.last) ||
      (text === "-" && t > 0 && tokens[t]!.end === tokens[t + 1]!.start)
    if (!inside) break
    if (low === "-" || low === "‑") {
      // "US-led forces", "Iran-backed militias"
      const after = tokens[t + 1]!.text.toLowerCase()
      if (allied.test(after)) {
        found.allied = after === "led" || after === "dominated" ? "led" : "backed"
        phrase.first = t > 0 && tokens[t - 1]!.sentence === sentence ? t - 1 : t
        const the = tokens[phrase.first - 1]
        if (the && the.sentence === sentence && /^(?:the|a|an|these|those|this)$/i.test(the.text)) {
          found.definite = /^th/i.test(the.text)
          phrase.first = the.index
        }
        break
      }
    }
    phrase.first = t
  }
  const hyphened = isHyphened(tokens[phrase.first]!.text) && /[-‑](\p{Ll}+)$/u.exec(tokens[phrase.first]!.text)
  if (hyphened && allied.test(hyphened[1]!)) found.allied = hyphened[1] === "led" ? "led" : "backed"
  // Inside: "Russia's former president", "Iraqi deputy prime minister", "president-elect".
  for (let i = phrase.items[0]!.first; i <= phrase.last + 2 && i < tokens.length; i++) {
    if (i > phrase.last && !/^(?:-|‑|elect|designate)$/i.test(tokens[i]!.text)) break
    const {text} = tokens[i]!
    if (i > phrase.last && /^(?:elect|designate)$/i.test(text)) {
      found.elect = true
      phrase.last = i
      break
    }
    if (!phrase.items.some(item => item.first <= i && i <= item.last)) look(text.toLowerCase())
  }
  const low = tokens[phrase.items[0]!.first]!.text.toLowerCase()
  if (/^(?:ex)[-‑]/.test(low)) found.former = true
  if (phrase.items.some(i => i.pieces[0] === "ex" || i.pieces[0] === "former")) found.former = true
  for (let i = phrase.items[0]!.first; i <= phrase.last; i++)
    if (isHyphened(tokens[i]!.text) && /[-‑](?:elect|designate)$/i.test(tokens[i]!.text)) found.elect = true
  return found
}

const allied =
  /^(?:led|backed|supported|allied|sponsored|funded|trained|aligned|armed|affiliated|linked|friendly|based|born|controlled|dominated|occupied|held|run)$/

export const isHyphened = (text: string): boolean => text.includes("-") || text.includes("‑")
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))
const definites = words("the this that these those")
const indefinites = words("a an some any another every each no many several all both most few")
const possessives = words("his her its their our my your whose")
/// What may stand between a determiner and a title whatever the tree says.
const inner = words("then former ex deputy vice now late acting interim outgoing incoming newly")

/// What such a word makes of the office after it.
const roles: ReadonlyMap<string, "former" | "earlier" | "deputy" | "elect" | "fresh"> = new Map([
  ...[...words("new newly")].map(word => [word, "fresh"] as const),
  ...[...words("former ex one-time onetime ousted deposed late toppled exiled erstwhile past retired disgraced")].map(
    word => [word, "former"] as const
  ),
  ["then", "earlier"],
  ...[...words("deputy vice assistant junior under")].map(word => [word, "deputy"] as const),
  ...[...words("elect designate designated incoming")].map(word => [word, "elect"] as const)
])
