import type {Token} from "../../model/model.ts"
import type {Item} from "./items.ts"

/// What stands between two tokens.
export function gapBetween(
  tokens: readonly Token[],
  last: number,
  first: number
): "adjacent" | "bridged" | "possessive" | "of" | "for" | "in" | "from" | "and" | "hyphen" | "comma" | undefined {
  const n = first - last - 1
  if (tokens[last]!.sentence !== tokens[first]!.sentence || n > 6 || n < 0) return undefined
  if (n === 0) {
    return "adjacent"
  }
  const next = tokens[last + 1]!
  const word = next.text.toLowerCase()
  if (n === 1 && /^[-‑–]$/.test(word) && next.start === tokens[last]!.end) return "hyphen"
  if (word === "'s" || word === "’s" || word === "'" || word === "’")
    return bridge(tokens, last + 2, first) ? "possessive" : undefined
  if (word === "of" || word === "in" || word === "for" || word === "from" || word === "to") {
    let t = last + 2
    while (t < first && /^(?:the|a|an|its|their|neighbouring|neighboring|former|two|both)$/i.test(tokens[t]!.text)) t++
    if (t !== first) return undefined
    return word === "of" ? "of" : word === "for" ? "for" : word === "in" ? "in" : word === "from" ? "from" : undefined
  }
  if ((word === "and" || word === "or" || word === "&") && n <= 2) {
    return n === 1 || /^the$/i.test(tokens[last + 2]!.text) ? "and" : undefined
  }
  if (word === ",") {
    if (n === 1 || (n === 2 && /^(?:the|a|an|and|or|its|whose|former)$/i.test(tokens[last + 2]!.text))) return "comma"
    return bridge(tokens, last + 2, first) && n <= 4 ? "comma" : undefined
  }
  return n <= 4 && bridge(tokens, last + 1, first) ? "bridged" : undefined
}

/// Whether only words that may stand inside a noun phrase lie between.
export function bridge(tokens: readonly Token[], from: number, to: number): boolean {
  for (let t = from; t < to; t++) {
    const {upos, xpos, text} = tokens[t]!
    if (
      /^(?:backed|led|supported|allied|held|controlled|occupied|based|born|made|speaking|brokered|sponsored|funded|trained|run|style|bound|friendly|aligned|linked|owned|organized|armed|dominated|language|themed)$/i.test(
        text
      ) &&
      /^[-‑]$/.test(tokens[t - 1]?.text ?? "")
    )
      return false
    if (upos === "ADJ" || upos === "NOUN" || upos === "NUM" || upos === "PROPN") continue
    if (upos === "VERB" && (xpos === "VBN" || xpos === "VBG")) continue
    if (text === "-" || text === "‑" || text === '"' || text === "“" || text === "”") continue
    return false
  }
  return true
}

/// Whether the tree hangs the left item on the right one.
export function modifies(tokens: readonly Token[], left: Item, right: Item): boolean {
  for (let t = left.first; t <= left.last; t++) {
    const {head, relation} = tokens[t]!
    if (head > left.last && head <= right.last) return /^(?:compound|amod|nmod|flat|det|nummod|appos|dep)/.test(relation)
  }
  return false
}
