import type {Token} from "../../model/model.ts"
import {dayNumber, weekday} from "./calendar.ts"

/// Feasts and days of note that news dates things by, and their day in a year.
export interface Holiday {
  /// As the reader cuts the words, in small letters.
  readonly words: readonly string[]
  day(year: number): readonly [month: number, day: number]
}

const on = (month: number, day: number) => (): readonly [number, number] => [month, day]

/// The nth weekday of a month (1 Monday to 7 Sunday), the last one for n = 0.
const nth =
  (n: number, name: number, month: number) =>
  (year: number): readonly [number, number] => {
    if (n === 0) {
      const last = dayNumber(year, month + 1, 0)
      return [month, dayIn(last - ((weekday(last) - name + 7) % 7))]
    }
    const first = dayNumber(year, month, 1)
    return [month, 1 + ((name - weekday(first) + 7) % 7) + (n - 1) * 7]
  }

const dayIn = (n: number): number => new Date(n * 86400000).getUTCDate()

/// So many days from Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
const easter =
  (shift = 0) =>
  (year: number): readonly [number, number] => {
    const a = year % 19
    const b = Math.floor(year / 100)
    const c = year % 100
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
    const m = Math.floor((a + 11 * h + 22 * l) / 451)
    const sum = h + l - 7 * m + 114
    const date = new Date((dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1) + shift) * 86400000)
    return [date.getUTCMonth() + 1, date.getUTCDate()]
  }

const feast = (words: string, day: Holiday["day"]): Holiday => ({words: words.split(" "), day})

/// Source: general knowledge; American ones by the laws of the United States.
export const holidays: readonly Holiday[] = [
  feast("new year 's day", on(1, 1)),
  feast("new year ’s day", on(1, 1)),
  feast("new year 's eve", on(12, 31)),
  feast("new year ’s eve", on(12, 31)),
  feast("martin luther king day", nth(3, 1, 1)),
  feast("martin luther king jr. day", nth(3, 1, 1)),
  feast("groundhog day", on(2, 2)),
  feast("valentine 's day", on(2, 14)),
  feast("valentine ’s day", on(2, 14)),
  feast("presidents day", nth(3, 1, 2)),
  feast("st. patrick 's day", on(3, 17)),
  feast("palm sunday", easter(-7)),
  feast("maundy thursday", easter(-3)),
  feast("good friday", easter(-2)),
  feast("easter sunday", easter()),
  feast("easter monday", easter(1)),
  feast("easter", easter()),
  feast("pentecost", easter(49)),
  feast("ash wednesday", easter(-46)),
  feast("earth day", on(4, 22)),
  feast("anzac day", on(4, 25)),
  feast("may day", on(5, 1)),
  feast("memorial day", nth(0, 1, 5)),
  feast("juneteenth", on(6, 19)),
  feast("bastille day", on(7, 14)),
  feast("labor day", nth(1, 1, 9)),
  feast("columbus day", nth(2, 1, 10)),
  feast("halloween", on(10, 31)),
  feast("armistice day", on(11, 11)),
  feast("veterans day", on(11, 11)),
  feast("thanksgiving day", nth(4, 4, 11)),
  feast("thanksgiving", nth(4, 4, 11)),
  feast("christmas eve", on(12, 24)),
  feast("christmas day", on(12, 25)),
  feast("boxing day", on(12, 26)),
  feast("christmas", on(12, 25)),
  feast("xmas", on(12, 25))
]

/// Wars that give their name to a time, from their first day to the first after them.
export const wars: readonly {readonly names: readonly string[]; readonly from: string; readonly until: string}[] = [
  {names: ["world war i", "world war one", "first world war", "wwi"], from: "1914-07-28", until: "1918-11-12"},
  {names: ["world war ii", "world war two", "second world war", "wwii", "ww2"], from: "1939-09-01", until: "1945-09-03"}
]

interface Named {
  readonly kind: "holiday" | "war"
  readonly n: number
  readonly words: readonly string[]
}

const byFirst = new Map<string, Named[]>()
const name = (named: Named): void => void byFirst.set(named.words[0]!, [...(byFirst.get(named.words[0]!) ?? []), named])
holidays.forEach(({words}, n) => {
  name({kind: "holiday", n, words})
})
wars.forEach(({names}, n) => {
  for (const words of names) name({kind: "war", n, words: words.split(" ")})
})

/// The holiday or war whose words begin with a capital at token `i`: which, and how many words. The longest goes first.
export function namedAt(
  tokens: readonly Token[],
  i: number,
  last: number
): {kind: Named["kind"]; n: number; words: number} | undefined {
  const {text} = tokens[i]!
  if (text.length > 12 || text[0] === text[0]?.toLowerCase()) return undefined
  let best: Named | undefined
  for (const named of byFirst.get(text.toLowerCase()) ?? []) {
    const {words} = named
    if (i + words.length > last || (best && best.words.length >= words.length)) continue
    if (words.every((word, at) => tokens[i + at]!.text.toLowerCase() === word)) best = named
  }
  return best && {kind: best.kind, n: best.n, words: best.words.length}
}
