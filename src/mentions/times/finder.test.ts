import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {plainDocument} from "../../../test/plain-document.ts"
import {spanOf} from "./calendar.ts"
import {timeFinder} from "./finder.ts"
import {rules} from "./rules.ts"

const find = timeFinder()
/// Words and value of each expression, in a text published on a Wednesday.
const told = (text: string, published: string | undefined = "2014-06-18"): string[] =>
  find(plainDocument(text, published)).map(t => `${t.text} = ${t.value}`)

describe("what news says", () => {
  test.each([
    // absolute
    ["The bridge was blown up on 3 June 2014.", ["3 June 2014 = 2014-06-03"]],
    ["The bridge was blown up on Tuesday, June 3rd, 2014.", ["Tuesday, June 3rd, 2014 = 2014-06-03"]],
    ["They met on the 3rd of June.", ["the 3rd of June = 2014-06-03"]],
    ["They met on 2014-06-03.", ["2014-06-03 = 2014-06-03"]],
    ["Ten towns fell in late May 2013.", ["late May 2013 = 2013-05"]],
    ["She has ruled since 1994.", ["1994 = 1994"]],
    ["The war of the 1990s began there.", ["the 1990s = 199X"]],
    ["A fort of the 19th century was shelled.", ["the 19th century = 18XX"]],
    ["The city fell in 480 BC.", ["480 BC = BC0480"]],
    // from the day of publication
    ["Rebels attacked the town on Monday.", ["Monday = 2014-06-16"]],
    ["Talks will resume on Monday.", ["Monday = 2014-06-23"]],
    ["Ankara threatened on Monday to close the border.", ["Monday = 2014-06-16"]],
    ["Chad set aside the pact because of the raid on Monday.", ["Monday = 2014-06-16"]],
    ["Talks resumed on Wednesday.", ["Wednesday = 2014-06-18"]],
    ["He left last Friday and returns next Friday.", ["last Friday = 2014-06-13", "next Friday = 2014-06-20"]],
    ["Two men were shot yesterday morning.", ["yesterday morning = 2014-06-17TMO"]],
    ["The parliament votes tomorrow.", ["tomorrow = 2014-06-19"]],
    ["The curfew began last week.", ["last week = 2014-W24"]],
    ["The envoy arrived earlier this month.", ["earlier this month = 2014-06"]],
    ["Prices were raised late last year.", ["late last year = 2013"]],
    ["The army was defeated in November.", ["November = 2013-11"]],
    ["The treaty was signed a year ago.", ["a year ago = 2013"]],
    ["The minister was sacked two months ago.", ["two months ago = 2014-04"]],
    ["The mine was closed in late spring.", ["late spring = 2014-SP"]],
    ["Output was cut in the first quarter of 2013.", ["the first quarter of 2013 = 2013-Q1"]],
    // in the story
    ["He was arrested on 2 May 2014. Two days later he was freed.", ["2 May 2014 = 2014-05-02", "Two days later = 2014-05-04"]],
    [
      "The camp was raided on 2 May 2014, and the day before a car exploded.",
      ["2 May 2014 = 2014-05-02", "the day before = 2014-05-01"]
    ],
    ["The law was passed in 2003. The following year it was repealed.", ["2003 = 2003", "The following year = 2004"]],
    // lengths, sets, vague
    ["The siege lasted three days.", ["three days = P3D"]],
    ["A 14-year-old boy was wounded.", ["14-year-old = P14Y"]],
    ["They pray every Friday.", ["every Friday = XXXX-WXX-5"]],
    ["The road is now closed.", ["now = PRESENT_REF"]],
    ["He has recently returned.", ["recently = PAST_REF"]]
  ])("%s", (text, want) => {
    expect(told(text)).toEqual(want)
  })
})

test.each(rules.flatMap(({name, examples}) => examples.map(([text, value]) => [name, text, value] as const)))(
  "%s: %s",
  (name, text, value) => {
    const found = find(plainDocument(text, "2014-06-18")).map(t => `${t.why.split(",")[0]} = ${t.value}`)
    expect(found).toContain(`${name} = ${value}`)
  }
)

test("modal verbs, marches and amounts are no times", () => {
  expect(told("They may march on the ministry.")).toEqual([])
  expect(told("Some 2000 troops crossed the river.")).toEqual([])
})

test("what is so today is so these days; what is done today is done on the day of publication", () => {
  const first = (
    text: string,
    tags: Readonly<Record<string, readonly [string, string]>>,
    heads: Readonly<Record<string, string>>
  ) => {
    const plain = plainDocument(text, "2014-06-18", tags)
    const lemma: Readonly<Record<string, string>> = {known: "know", used: "use", fired: "fire", is: "be"}
    const tokens = plain.tokens.map(token => {
      const t = {...token, lemma: lemma[token.text] ?? token.lemma}
      const head = plain.tokens.find(h => h.text === heads[t.text])
      return head
        ? {...t, head: head.index, relation: t.text === "today" ? "obl:unmarked" : t.text === "still" ? "advmod" : "aux:pass"}
        : t
    })
    return find({...plain, tokens})[0]?.value
  }
  const tags = {known: ["VERB", "VBN"], is: ["AUX", "VBZ"], used: ["VERB", "VBN"], fired: ["VERB", "VBD"]} as const
  expect(first("The port is known today as the Old Port.", tags, {today: "known", is: "known"})).toBe("PRESENT_REF")
  expect(first("The method is still used today.", tags, {today: "used", is: "used", still: "used"})).toBe("PRESENT_REF")
  expect(first("Police fired on a crowd today.", tags, {today: "fired"})).toBe("2014-06-18")
})

test("numbers that count, and names, are no times", () => {
  const plain = plainDocument("A survey of 1709 schools named the 2004 Summer Games and Johnnie Christmas.", "2014-06-18", {
    schools: ["NOUN", "NNS"],
    of: ["ADP", "IN"]
  })
  const schools = plain.tokens.findIndex(t => t.text === "schools")
  const tokens = plain.tokens.map(t => (t.text === "1709" ? {...t, head: schools, relation: "nummod"} : t))
  expect(find({...plain, tokens}).map(t => t.text)).toEqual(["2004"])
  expect(told("The council passed Resolution 1973 and met in Room 2010.")).toEqual([])
})

test("newspapers are no days, and the end of a range follows its beginning", () => {
  expect(told("She told USA Today and the Sunday Times so.")).toEqual([])
  expect(told("The road is shut from October to March.")).toEqual(["October = 2014-10", "March = 2015-03"])
  expect(told("The port will be shut from Friday to Tuesday.")).toEqual(["Friday = 2014-06-20", "Tuesday = 2014-06-24"])
})

test("a history goes on over New Year, and past the years told in between", () => {
  const story = "In 1905, 1906, 1907, 1908 and 1909 it was quiet. On 8 December 1911 the war began. In January the city fell."
  expect(told(story).slice(-2)).toEqual(["8 December 1911 = 1911-12-08", "January = 1912-01"])
})

test("a story does not go on from years to come", () => {
  expect(told("Nothing will be built before 2030, the mayor said in the talks of April 4.")).toContain("April 4 = 2014-04-04")
})

test("in talk a morning stands for the part of the day, its day beside it", () => {
  const talk = "Um, yeah. Oh, well. Hey, wow, um, okay. I woke up early this morning."
  const tags = Object.fromEntries(
    ["Um", "yeah", "Oh", "well", "Hey", "wow", "um", "okay"].map(word => [word, ["INTJ", "UH"] as const])
  )
  expect(find(plainDocument(talk, "2014-06-18", tags))[0]).toMatchObject({
    value: "TMO",
    means: {from: "2014-06-18", until: "2014-06-19"}
  })
})

test("both ends of a range have a value, and the first reaches to the second", () => {
  const [a, b] = find(plainDocument("The strike lasted from 8 to 13 October 2013."))
  expect([a!.value, b!.value]).toEqual(["2013-10-08", "2013-10-13"])
  expect(a!.means).toEqual({from: "2013-10-08", until: "2013-10-14", grain: "day"})
  const [c] = find(plainDocument("It was at war between 2001 and 2005."))
  expect(c!.means).toEqual({from: "2001-01-01", until: "2006-01-01", grain: "year"})
})

test("without a day of publication relative times stay unresolved", () => {
  const [monday, week] = find(plainDocument("The town was shelled on Monday and last week."))
  expect(monday).toMatchObject({value: "XXXX-WXX-1", means: undefined})
  expect(week).toMatchObject({value: "XXXX-WXX", means: undefined})
})

test("a month stays a month", () => {
  expect(find(plainDocument("It began in March 2011."))[0]!.means).toEqual({
    from: "2011-03-01",
    until: "2011-04-01",
    grain: "month"
  })
})

const scraps = [
  "on",
  "Monday",
  "3",
  "June",
  "2014",
  "the",
  "last",
  "two",
  "weeks",
  "ago",
  ",",
  "-",
  "'94",
  "1990s",
  "May",
  "first",
  "of",
  "to",
  "99999999999",
  "\ud800",
  "later"
]

test("any text at all: spans lie in the text, in order, and quote it", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({unit: "binary"}),
        fc.array(fc.constantFrom(...scraps), {maxLength: 30}).map(w => w.join(" "))
      ),
      text => {
        const document = plainDocument(text, "2014-06-18")
        let end = 0
        for (const t of find(document)) {
          expect(t.span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(t.span.start, t.span.end)).toBe(t.text)
          expect(t.value).not.toMatch(/NaN|undefined/)
          if (t.means?.from !== undefined) expect(t.means.from < t.means.until!).toBe(true)
          end = t.span.end
        }
      }
    )
  )
})

test("the value agrees with the days: of a day, week, month, season or year both begin together", () => {
  const exact = new Set(["day", "week", "month", "season", "year"])
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...scraps, "Christmas", "Eve", "Easter", "of", "World", "War", "II"), {maxLength: 30}),
      words => {
        for (const {means, value} of find(plainDocument(words.join(" "), "2014-06-18")))
          if (means?.from !== undefined && exact.has(means.grain) && /^\d{4}(-|$)/.test(value)) {
            expect(means.from).toBe(spanOf(value).from)
            expect(means.until! >= spanOf(value).until!).toBe(true)
          }
      }
    )
  )
})

test("a text of ten thousand brackets, or a word of a million letters, is read to its end", () => {
  for (const text of ["(".repeat(10000), "a".repeat(1000000), "3 - ".repeat(5000), "9".repeat(100000)])
    expect(find(plainDocument(text, "2014-06-18"))).toBeInstanceOf(Array)
})
