import {type Clause, evidenceOf, type Phrase, type Toll} from "../model/model.ts"
import type {Page} from "./page.ts"

/// How many were killed, hurt, taken, sent: numbers read from the words around a deed.

const small: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90
}
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3
}
/// "dozens" is at least two dozen; nobody says how many at most.
const heaps: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2e6,
  tens: 20,
  several: 3,
  many: 3,
  few: 2
}

/// A number as words give it: a range, open above where only a floor was said.
export interface Amount {
  readonly low?: number
  readonly high?: number
}

/// Reads the number that a list of words begins or contains. Undefined when it has none.
export function amountOf(words: readonly string[]): Amount | undefined {
  const lower = words.map(w => w.toLowerCase())
  let at = 0
  while (at < lower.length) {
    const heap = heaps[lower[at]!]
    if (heap !== undefined) {
      // "tens of thousands", "hundreds of thousands"
      const scale = lower[at + 1] === "of" ? heaps[lower[at + 2] ?? ""] : undefined
      const low = scale !== undefined && scale >= 2000 ? (heap / 2) * (scale / 2) * 2 : heap
      return {low}
    }
    if (lower[at] === "dozen" || (numberAt(lower, at) && lower[at + 1] === "dozen")) {
      const count = lower[at] === "dozen" ? 1 : (numberAt(lower, at)?.value ?? 1)
      const exact = count * 12
      return qualified(lower, at, exact)
    }
    const number = numberAt(lower, at)
    // "a" alone is an article, not a count.
    if (number && !((lower[at] === "a" || lower[at] === "an") && number.next === at + 1)) {
      // "5 to 7", "between 5 and 7", "5-7"
      const link = lower[number.next]
      if (link === "to" || link === "-" || link === "–" || (link === "and" && lower[at - 1] === "between") || link === "or") {
        const second = numberAt(lower, number.next + 1)
        if (second && second.value >= number.value) return {low: number.value, high: second.value}
      }
      return qualified(lower, at, number.value)
    }
    at++
  }
  return undefined
}

function qualified(words: readonly string[], at: number, value: number): Amount {
  const before = words.slice(Math.max(0, at - 3), at).join(" ")
  if (/(at least|no fewer than|no less than|more than|over|above|minimum of|upwards of|exceeding)$/.test(before))
    return {low: value}
  if (/(up to|at most|as many as|no more than|fewer than|less than|under|nearly|almost|below|maximum of)$/.test(before)) {
    return /(nearly|almost)$/.test(before) ? {low: Math.floor(value * 0.9), high: value} : {high: value}
  }
  if (/(about|around|some|roughly|approximately|estimated|an estimated)$/.test(before)) {
    return {low: Math.floor(value * 0.9), high: Math.round(value * 1.1)}
  }
  return {low: value, high: value}
}

function numberAt(words: readonly string[], from: number): {value: number; next: number} | undefined {
  let at = from
  let total = 0
  let part: number | undefined
  while (at < words.length) {
    const word = words[at]!.replace(/^[$£€]/, "")
    const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(word) ? Number(word.replaceAll(",", "")) : undefined
    const joined = /^(\d+(?:\.\d+)?)(m|bn|k|million|billion)$/.exec(word)
    const pair = /^([a-z]+)-([a-z]+)$/.exec(word)
    const tens =
      pair && small[pair[1]!] !== undefined && small[pair[2]!] !== undefined ? small[pair[1]!]! + small[pair[2]!]! : undefined
    if (digits !== undefined) part = digits
    else if (joined) part = Number(joined[1]) * scales[joined[2]!]!
    else if (tens !== undefined) part = tens
    else if (small[word] !== undefined) part = (part ?? 0) + small[word]!
    else if (scales[word] !== undefined && (part !== undefined || at === from)) {
      if (part === undefined) return undefined
      part *= scales[word]!
      if (scales[word]! >= 1000) {
        total += part
        part = 0
      }
    } else if (
      word === "and" &&
      part !== undefined &&
      at > from &&
      scales[words[at - 1]!] !== undefined &&
      small[words[at + 1] ?? ""] !== undefined
    ) {
      // "two hundred and five"
    } else break
    at++
  }
  return part === undefined || at === from ? undefined : {value: total + part, next: at}
}

type What = Toll["what"]
const byPredicate: Readonly<Record<string, {what: What; role: "objects" | "subjects"}>> = {}
const note = (what: What, role: "objects" | "subjects", words: string) => {
  for (const word of words.split(" "))
    (byPredicate as Record<string, {what: What; role: "objects" | "subjects"}>)[word.replaceAll("-", " ")] = {what, role}
}
note("killed", "objects", "kill murder assassinate execute slay massacre slaughter behead shoot-dead gun-down claim lynch")
note("killed", "subjects", "die perish")
note("wounded", "objects", "wound injure hurt maim")
note("arrested", "objects", "arrest detain imprison jail apprehend round-up capture seize nab")
note("abducted", "objects", "abduct kidnap hijack take-hostage")
note("displaced", "objects", "displace uproot evict expel")
note("displaced", "subjects", "flee")
note("troops", "objects", "deploy send dispatch mobilize station withdraw")
note("people", "subjects", "protest march rally demonstrate gather riot strike")
const soldiers = new Set(
  "troop soldier force personnel marine officer peacekeeper trooper guard policeman police fighter".split(" ")
)
const weapons = new Set(
  "tank missile rocket warship jet aircraft drone gun rifle weapon ship plane helicopter vehicle bomb".split(" ")
)
const afterVerbs: Readonly<Record<string, What>> = {
  dead: "killed",
  killed: "killed",
  wounded: "wounded",
  injured: "wounded",
  missing: "missing",
  displaced: "displaced",
  homeless: "displaced"
}

/// The tolls that one clause gives. Evidence is the words that count.
export function tollsOf(page: Page, clause: Clause): Toll[] {
  const found: Toll[] = []
  const {article, tokens} = page.document
  const add = (what: What, phrase: Phrase, words: readonly string[]) => {
    const amount = amountOf(words)
    if (amount && !found.some(t => t.what === what)) found.push({what, ...amount, evidence: evidenceOf(article, phrase.span)})
  }
  const wordsBefore = (phrase: Phrase) =>
    page
      .tokensIn(phrase.span.start, phrase.span.end)
      .filter(t => t.index <= phrase.head)
      .map(t => t.text)
  const known = byPredicate[clause.predicate.lemma]
  if (known) {
    for (const phrase of clause[known.role]) {
      const lemma = tokens[phrase.head]?.lemma.toLowerCase() ?? ""
      const what =
        known.what === "troops" ? (soldiers.has(lemma) ? "troops" : weapons.has(lemma) ? "weapons" : undefined) : known.what
      if (what) add(what, phrase, wordsBefore(phrase))
    }
  }
  // "leaving 10 dead and 30 wounded"
  if (clause.predicate.lemma === "leave") {
    for (const phrase of clause.objects) {
      const after = tokens[phrase.head + 1]?.text.toLowerCase() ?? ""
      const own = tokens[phrase.head]?.text.toLowerCase() ?? ""
      const what = afterVerbs[after] ?? afterVerbs[own]
      if (what) add(what, phrase, wordsBefore(phrase))
    }
  }
  for (const phrase of [...clause.objects, ...clause.obliques.map(o => o.phrase)]) {
    const inside = page.tokensIn(phrase.span.start, phrase.span.end)
    const money = inside.some(t => /^[$£€]|^(dollar|euro|pound|yen|ruble|rouble|yuan|franc)s?$/i.test(t.text))
    if (money)
      add(
        "money",
        phrase,
        inside.map(t => t.text)
      )
  }
  return found
}
