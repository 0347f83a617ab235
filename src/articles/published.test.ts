import {expect, test} from "vitest"
import type {Article} from "../model/model.ts"
import {notAfter, publishedDay} from "./published.ts"

const day = (
  given: string | undefined,
  text: string,
  more: {url?: string; byline?: string} = {}
): [string | undefined, string[]] => {
  const notes: string[] = []
  return [publishedDay(given, {text, ...more}, notes), notes]
}
const prose = "Ferries did not sail."

test("the day given goes before all others", () => {
  expect(day("2024-10-18", prose, {url: "https://example.org/2023/01/02/ferries"})).toEqual(["2024-10-18", []])
})

test("no article has an address years after it appeared", () => {
  const url = "https://example.org/2023/01/02/ferries"
  expect(day("2013-01-02", prose, {url})).toEqual([
    "2023-01-02",
    ["published 2013-01-02 refused: the URL is of 2023-01-02; published 2023-01-02 inferred from it"]
  ])
  expect(day("2022-12-29", prose, {url})).toEqual(["2022-12-29", []])
})

test.each([
  ["KYIV, Oct. 18, 2024 (Reuters) - Ferries did not sail.", {}, "2024-10-18", "the dateline"],
  [prose, {byline: "By Ana Diaz, October 18, 2024"}, "2024-10-18", "the byline"],
  [prose, {url: "https://example.org/news/2024/10/18/ferries.html"}, "2024-10-18", "the URL"],
  [prose, {url: "https://example.org/world-20241018"}, "2024-10-18", "the URL"],
  [prose, {url: "https://example.org/2024/oct/18/ferries"}, "2024-10-18", "the URL"],
  [
    "KYIV, Oct. 18 (Reuters) - Ferries did not sail.",
    {url: "https://example.org/2024/10/ferries"},
    "2024-10-18",
    "the year of the URL"
  ],
  ["The ferry sank on Friday, October 18, 2024, off the coast.", {}, "2024-10-18", "a day of the week"]
])("%s %o is of %s by %s", (text, more, want, reason) => {
  const [found, notes] = day(undefined, text, more)
  expect(found).toBe(want)
  expect(notes.join()).toContain(reason)
})

test.each([
  [prose, {}],
  [prose, {url: "https://example.org/item/12345678"}],
  // A history writes its days without their names, and no year is a day.
  ["The war ended on November 11, 1918.", {}],
  ["The ferry sank on Monday, October 18, 2024.", {}],
  [prose, {url: "https://example.org/2024/"}]
])("%s %o tells no day", (text, more) => {
  expect(day(undefined, text, more)[0]).toBeUndefined()
})

test("a day before 1900, or of no calendar, is refused with a reason", () => {
  expect(day("1850-01-01", prose)).toEqual([
    undefined,
    [expect.stringContaining('"1850-01-01" refused: no news is from that year')]
  ])
  expect(day("2024-02-31", prose)).toEqual([undefined, [expect.stringContaining("no day of the calendar")]])
})

test("a day after the reading is refused with a reason, and what else tells the day stands in", () => {
  const article: Article = {id: "a", text: prose, published: "2031-01-01", removed: []}
  expect(notAfter(article, "2026-11-22")).toMatchObject({
    removed: [{reason: expect.stringContaining("it lies after 2026-11-22")}]
  })
  expect(notAfter(article, "2026-11-22").published).toBeUndefined()
  expect(notAfter({...article, url: "https://example.org/2024/10/18/a"}, "2026-11-22").published).toBe("2024-10-18")
  expect(notAfter({...article, published: "2026-11-22"}, "2026-11-22").removed).toEqual([])
})
