import {readFileSync} from "node:fs"
import {join} from "node:path"
import fc from "fast-check"
import {expect, test} from "vitest"
import {spent} from "../../../test/spent.ts"
import {type Draft, finished} from "../finish.ts"
import {pageDraft} from "./page.ts"

const saved = (name: string): string => readFileSync(join(import.meta.dirname, "../../../test/articles", name), "utf8")

async function articleOf(html: string, url?: string) {
  const draft = pageDraft(html, url)
  if ("reason" in draft) throw new Error(draft.reason)
  const made = await finished(draft, "page")
  if ("reason" in made) throw new Error(made.reason)
  return made
}

test("the article is found among menus, boxes, advertisements and comments", async () => {
  const article = await articleOf(saved("border-reopens.html"))
  expect(article.text.split("\n\n")).toEqual([
    "Lorries crossed the river bridge between the two provinces on Friday for the first time since its closure in August, customs officers on both banks said.",
    "The governor of the northern province, who had ordered the closure, called the agreement “a beginning and no more”. His southern neighbour did not comment.",
    "Eleven weeks of detours",
    "While the bridge was shut, drivers had to take the old ferry, which carries nine vehicles at a time and does not sail in strong wind.",
    "Vehicles below three tonnes may cross at all hours.",
    "Heavier ones may cross by day.",
    "Both sides will meet again next week."
  ])
  expect(article).toMatchObject({
    title: "Border bridge reopens after eleven weeks",
    // The day its own stamp writes: in UTC it is the 19th.
    published: "2024-10-18",
    publisher: "The Example Courier",
    byline: "Ana Diaz, Tom Bell",
    url: "https://courier.example/world/border-bridge-reopens",
    language: "en"
  })
})

test("a page of tables and line breaks has an article too", async () => {
  const article = await articleOf(saved("old-table.html"), "https://post.example/harbour")
  expect(article.text.split("\n\n")).toEqual([
    "Dock workers left the negotiating table on Thursday after nine hours, and their union announced a strike from Monday.",
    'The port authority said that it had offered a rise of four per cent. "We have nothing more to give," its director told reporters.',
    "Café owners on the quay fear for the season, which begins in April."
  ])
  expect(article).toMatchObject({title: "Harbour talks break down", published: "2011-03-03", publisher: "post.example"})
})

test("a page without an article says so", () => {
  expect(pageDraft(saved("menu-only.html"))).toEqual({
    reason: expect.stringMatching(/^holds no article .*: save the article's own page, or give its text$/)
  })
})

const page = (head: string, body = "") =>
  `<html><head>${head}</head><body>${body}<p>The ministers of the two provinces met on the island in the lake and agreed on nothing at all, as they had done the year before.</p></body></html>`

test.each([
  ["the address", "", "https://post.example/2019/04/07/talks", "2019-04-07"],
  ["a meta element", '<meta property="article:published_time" content="2020-02-29T00:10:00+09:00">', undefined, "2020-02-29"],
  ["no day of the calendar", '<meta name="date" content="2021-02-30">', undefined, undefined],
  ["no year of news", '<meta name="date" content="2999-01-01">', undefined, undefined],
  [
    "the first day that is one",
    '<meta property="article:published_time" content="0000-00-00"><meta name="pubdate" content="20180102">',
    undefined,
    "2018-01-02"
  ]
])("the day is taken from %s", (_, head, url, day) => {
  const draft = pageDraft(page(head), url) as Draft
  expect(draft.published).toBe(day)
  if (head !== "" && day === undefined) expect(draft.notes?.[0]).toMatch(/refused/)
})

test.each([
  [
    "<title>Talks fail on the island again - Example Post</title><meta property='og:site_name' content='Example Post'>",
    "",
    "Talks fail on the island again"
  ],
  [
    "<title>Example Post | Talks fail on the island again</title><meta property='og:site_name' content='Example Post'>",
    "",
    "Talks fail on the island again"
  ],
  ["<title>Talks fail - for the third time since March</title>", "", "Talks fail - for the third time since March"],
  [
    "<title>Post</title><meta property='og:site_name' content='Example Post'>",
    "<h1>Example Post</h1><h1>Talks fail on the island again</h1>",
    "Talks fail on the island again"
  ]
])("title of %s%s", (head, body, title) => {
  expect((pageDraft(page(head, body)) as Draft).title).toBe(title)
})

test("any page at all is survived", () => {
  const bit = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div class=share>",
      "</div>",
      "<table><tr><td>",
      "<a href=x>",
      "</a>",
      "<script type='application/ld+json'>",
      "</script>",
      '{"@graph":[',
      "<!--",
      "-->",
      "<h1>",
      "<title>",
      "<time datetime=2024-01-01>",
      "<br>",
      "<svg>",
      "The envoy left on Friday, and nobody saw him go for the rest of that long year."
    ),
    fc.string({unit: "binary", maxLength: 20})
  )
  fc.assert(
    fc.property(fc.array(bit, {maxLength: 60}), bits => {
      const draft = pageDraft(bits.join(""))
      expect("reason" in draft ? draft.reason : draft.text).not.toBe("")
    }),
    {numRuns: 300}
  )
})

test("hostile pages cost no more than their length", () => {
  for (const bit of [
    "<div>",
    "<p>",
    "<a href=x>",
    "<b><i>",
    "<table><tr><td>",
    "<h1>a",
    "<time datetime=2024-01-01>a",
    "</div>",
    "<div class='meta date'>2024-01-01",
    "<p class=author>a",
    "<ul><li>"
  ]) {
    expect(
      spent(() => pageDraft(bit.repeat(Math.ceil(300_000 / bit.length)))),
      bit
    ).toBeLessThan(8000)
  }
})

const wall = '<div class="article-paywall"><h3>Keep reading</h3><p>Subscribe or sign in to continue reading.</p></div>'
const free =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks","isAccessibleForFree":"False"}</script>'

test.each([
  ["a wall in the page", "", wall],
  ["the page's own data", free, ""],
  ["a tier in its metadata", '<meta property="article:content_tier" content="locked">', ""]
])("the first lines before a paywall are read, and called a stub: %s", async (_, head, body) => {
  const article = await articleOf(page(head, body))
  expect(article.text).toMatch(/^The ministers .* the year before\.$/)
  expect(article.removed.map(r => r.reason)).toContain("a stub: the page keeps the rest of the article for subscribers")
})

test("a whole article on a page with a wall is no stub; a wall without an article says so", async () => {
  const long = Array.from(
    {length: 20},
    (_, i) => `<p>On day ${i} the ministers met again on the island in the lake, and agreed on nothing.</p>`
  )
  const article = await articleOf(page(free, wall + long.join("")))
  expect(article.removed.map(r => r.reason)).not.toContain("a stub: the page keeps the rest of the article for subscribers")
  expect(pageDraft(`<html><body><p>Ministers met.</p>${wall}</body></html>`)).toEqual({
    reason: expect.stringMatching(/^keeps its article for subscribers and shows \d+ characters of it: give its text/)
  })
})

const told = (n: number): string =>
  Array.from(
    {length: n},
    (_, i) => `<p>On day ${i} the ministers met again on the island in the lake, and agreed on nothing at all.</p>`
  ).join("")
const teaser = (i: number): string =>
  `<article><h2><a href="/${i}">Other ${i}</a></h2><p>Elsewhere, on another lake, number ${i} of many councils met and agreed upon rather a lot that day.</p></article>`

test("a list of other articles before the title, or below a short article, is not the article's", async () => {
  const other = Array.from({length: 8}, (_, i) => teaser(i)).join("")
  const before = await articleOf(
    `<html><head><title>Talks on the lake</title></head><body><div><div>${other.replace(/<\/?article>/g, "")}</div><div><h2>Talks on the lake</h2>${told(4)}</div></div></body></html>`
  )
  expect(before.text).not.toContain("Elsewhere")
  expect(before.text.match(/On day/g)).toHaveLength(4)
  const below = await articleOf(
    `<html><head><title>Talks on the lake</title></head><body><main><article><h1>Talks on the lake</h1>${told(4)}</article><article>${other}</article></main></body></html>`
  )
  expect(below.text).not.toContain("Elsewhere")
  expect(below.text.match(/On day/g)).toHaveLength(4)
})

test("a heading's label and sub-title are not its title", async () => {
  const heading = '<h1><span class="label">Notes</span> Talks on the lake end <small>Nothing was agreed</small></h1>'
  expect(
    (await articleOf(`<html><head><title>Talks on the lake end</title></head><body>${heading}${told(3)}</body></html>`)).title
  ).toBe("Talks on the lake end")
})
