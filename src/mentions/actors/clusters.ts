import type {Reading} from "./finder.ts"
import {gapBetween, modifies} from "./gaps.ts"
import type {Item} from "./items.ts"
import {
  adjectival,
  genericOf,
  isBody,
  isBranch,
  isGenericOf,
  isOffice,
  isPluralItem,
  isSort,
  isStandin,
  isState,
  kindOf,
  nominal
} from "./kinds.ts"

/// Items that make one noun phrase: modifiers and their head, then what "of" adds.
export function clusterAt(reading: Reading, from: number): {items: Item[]; ofs: Item[][]; next: number} {
  const {items} = reading
  let to = from
  while (to + 1 < items.length && joins(reading, items[to]!, items[to + 1]!, items[from]!)) to++
  const own = items.slice(from, to + 1)
  const ofs: Item[][] = []
  let next = to + 1
  const head = own[own.length - 1]!
  if (kindOf(head) === "generic") {
    while (next < items.length && ofs.length < 6) {
      const gap = gapBetween(reading.tokens, ofs.length === 0 ? head.last : items[next - 1]!.last, items[next]!.first)
      const isOf =
        ofs.length === 0 &&
        (gap === "of" ||
          (gap === "for" && isStandin(head)) ||
          (gap === "from" && acts(reading, head)) ||
          (gap === "in" &&
            !own.some(i => kindOf(i) === "country" || kindOf(i) === "own") &&
            items[next]!.means.some(m => (m.is === "country" && m.form === "name") || (m.is === "own" && m.country))))
      const more =
        ofs.length > 0 &&
        isPluralItem(head) &&
        isState(items[next]!) &&
        isState(ofs[ofs.length - 1]![0]!) &&
        (gap === "and" || (gap === "comma" && endsList(reading, next)))
      if (!isOf && !more) break
      const inner = clusterAt(reading, next)
      const innerHead = inner.items[inner.items.length - 1]!
      const kind = kindOf(innerHead)
      if (
        kind !== "country" &&
        kind !== "body" &&
        kind !== "own" &&
        kind !== "person" &&
        !(kind === "generic" && (isStandin(head) || isOffice(head) || isGenericOf(head)))
      )
        break
      if (kind === "country" && inner.items.length > 1) break
      if (kind === "country" && !nominal(innerHead)) break
      ofs.push(inner.items)
      next = inner.next
    }
    // "the president of Russia, Vladimir Putin" is left to apposition; "President of Russia Vladimir Putin" is one phrase.
  }
  return {items: own, ofs, next}
}

/// "*Officials from* Chad and Niger said", "met *ministers from* Chad": whoever acts, or holds an office, is of the country he comes from;
/// whoever is taken from it need not be.
function acts({tokens}: Reading, head: Item): boolean {
  const {relation, head: above} = tokens[head.last]!
  if (/^nsubj/.test(relation)) return true
  const holds =
    isOffice(head) || isStandin(head) || genericOf(head)?.sectors[0] === "GOV" || genericOf(head)?.code?.split(" ")[0] === "GOV"
  return holds && (above < 0 || !takes.test(tokens[above]!.lemma))
}

const takes =
  /^(?:expel|expulsion|withdraw|withdrawal|recall|remove|removal|free|release|evacuate|evacuation|pull|deport|bar|ban|oust|throw|kick|drive|order|flee|return)$/

/// Whether states follow one another with commas and an "and" before the last: "of France, Germany and Italy".
function endsList(reading: Reading, from: number): boolean {
  const {items} = reading
  for (let i = from; i + 1 < items.length && isState(items[i + 1]!); i++) {
    const gap = gapBetween(reading.tokens, items[i]!.last, items[i + 1]!.first)
    if (gap === "and" || (gap === "comma" && reading.tokens[items[i + 1]!.first - 1]!.text === "and")) return true
    if (gap !== "comma") return false
  }
  return reading.tokens[items[from]!.first - 1]!.text === "and"
}

export function joins(reading: Reading, left: Item, right: Item, first: Item): boolean {
  const l = kindOf(left)
  const r = kindOf(right)
  const gap = gapBetween(reading.tokens, left.last, right.first)
  if (gap === undefined || gap === "of" || gap === "in" || gap === "for" || gap === "from") return false
  if (gap === "and" || gap === "hyphen") {
    if (left.shared) return gap === "and"
    // "Russian and Turkish troops", "Russian-Turkish talks"
    if (l === "own" && r === "own") return gap === "and" && leadsToNoun(reading, right) && modifiers(reading, left, right)
    return l === "country" && r === "country" && (adjectival(left) || gap === "hyphen") && leadsToNoun(reading, right)
  }
  const owned = gap === "possessive"
  if (r === "generic") {
    if (l === "country") return owned || adjectival(left) || modifies(reading.tokens, left, right)
    if (l === "body" || l === "own") return owned || gap === "adjacent" || modifies(reading.tokens, left, right)
    if (l === "generic")
      return (
        owned ||
        ((gap === "adjacent" || modifies(reading.tokens, left, right)) &&
          (isBody(left) || isOffice(left) || isSort(left)) &&
          !(gap === "bridged" && isBody(right)))
      )
    if (l === "person") return owned || (gap === "adjacent" && modifies(reading.tokens, left, right))
    if (l === "name") return (owned && left.name !== "location") || (gap === "adjacent" && modifies(reading.tokens, left, right))
    return false
  }
  if (r === "person" || r === "name") {
    if (l === "honorific") return gap === "adjacent"
    if (l === "generic")
      return (
        (gap === "adjacent" || isElect(reading, left, right)) &&
        !isBody(left) &&
        !isPluralItem(left) &&
        right.name !== "location" &&
        (right.name !== "organization" || isOffice(left))
      )
    if (l === "country")
      return (
        (owned || (adjectival(left) && (gap === "adjacent" || (gap === "bridged" && right.name !== "person" && r === "name")))) &&
        right.name !== "location"
      )
    if (l === "body" && right.from === left.first) return gap === "adjacent"
    if (l === "body" || l === "own") return owned && (r === "person" || right.name === "person")
    return false
  }
  if (r === "honorific")
    return (l === "generic" && gap === "adjacent" && !isPluralItem(left)) || (l === "honorific" && gap === "adjacent")
  if (r === "body")
    return (l === "country" && (owned || (adjectival(left) && gap === "adjacent"))) || (l === "body" && owned && first === left)
  // "MSF Arnor": such a body's branch there; "President Aragorn": who holds the office.
  return (
    r === "own" &&
    l === "generic" &&
    gap === "adjacent" &&
    (isBranch(left) || ((isOffice(left) || isSort(left)) && !isPluralItem(left) && modifies(reading.tokens, left, right)))
  )
}

/// "Prime Minister - designate Smith", however it was cut.
function isElect(reading: Reading, left: Item, right: Item): boolean {
  for (let t = left.last + 1; t < right.first; t++) if (!/^(?:-|‑|elect|designate)$/i.test(reading.tokens[t]!.text)) return false
  return right.first - left.last <= 3
}

/// "Arnor and Gondor officials": whether the tree hangs both on what follows.
function modifiers(reading: Reading, left: Item, right: Item): boolean {
  const {head} = reading.tokens[right.last]!
  return (reading.tokens[left.last]!.head === head || head === left.last) && reading.tokens[left.last]!.head > right.last
}

/// Whether an adjective stands before a noun it belongs to (and is not a noun itself: "the Russian said").
export function leadsToNoun(reading: Reading, item: Item): boolean {
  const next = reading.tokens[item.last + 1]
  return next !== undefined && next.sentence === reading.tokens[item.last]!.sentence && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.upos)
}
