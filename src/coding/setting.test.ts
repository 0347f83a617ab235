import {describe, expect, test} from "vitest"
import type {EventMention} from "../model/model.ts"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

const {read} = readers(openResources())()

/// When an article of Thursday, 18 June 2026 has the deed told by `word` be: "stated 2026-06-16", or "no day".
function when(text: string, word: string): string {
  const events = read({id: text, text, published: "2026-06-18", removed: []}).coding.events
  const event = events.find(e => e.predicate.quote.includes(word))
  expect(event, `${word}: ${events.map(e => e.predicate.quote).join(", ")}`).toBeDefined()
  return told(event!.time)
}

const told = (time: EventMention["time"]): string => (time ? `${time.basis} ${time.means.from} ${time.means.grain}` : "no day")

describe("a story that has gone back in time", () => {
  test("goes on in the time it has set until another is set", () => {
    const text =
      "Kenya and Uganda are friends again.\n\nIn March 2023 a patrol from Kenya landed on the island. Uganda closed the border. Kenya expelled the Ugandan ambassador."
    expect(when(text, "closed")).toBe("inferred 2023-03-01 month")
    expect(when(text, "expelled")).toBe("inferred 2023-03-01 month")
  })
  test("what follows a day came within a week of it", () => {
    const text = "He is a quiet man.\n\nOn May 3, 2019, soldiers seized the palace. The army stormed the airport."
    expect(when(text, "stormed")).toBe("inferred 2019-05-03 week")
  })
  test("in another paragraph nobody knows how much later it is", () => {
    const text =
      "He is a quiet man.\n\nIn May 2019 soldiers seized the palace.\n\nKenya recalled its ambassador from Uganda. Uganda closed the border."
    expect(when(text, "recalled")).toBe("no day")
    expect(when(text, "closed")).toBe("no day")
  })
  test("is over when a paragraph begins with what is so today", () => {
    const text =
      "He is a quiet man.\n\nIn May 2019 soldiers seized the palace.\n\nKenya says it wants peace. Kenya recalled its ambassador from Uganda."
    expect(when(text, "recalled")).toBe("assumed 2026-06-18 day")
  })
  test("news looks back for a paragraph and comes back to its day", () => {
    const text =
      "Kenya recalled its ambassador from Uganda on Wednesday.\n\nIn May 2019 soldiers seized the palace. Uganda closed the border.\n\nTanzania condemned the recall."
    expect(when(text, "closed")).toBe("inferred 2019-05-01 month")
    expect(when(text, "condemned")).toBe("assumed 2026-06-18 day")
  })
  test("a day of these days holds for its paragraph, where nobody is quoted", () => {
    const text = "Police broke up a march in Kampala on Tuesday. They arrested twelve students.\n\nKenya condemned the arrests."
    expect(when(text, "arrested")).toBe("inferred 2026-06-16 day")
    expect(when(text, "condemned")).toBe("assumed 2026-06-18 day")
  })
  test("“it is a year since” goes back so far", () => {
    const text =
      "It is almost a year since Kenya and Uganda fought over the island. Uganda closed a border crossing, and Kenya expelled the ambassador."
    expect(when(text, "closed")).toBe("inferred 2025-06-01 month")
  })
  test("a year that tells which treaty is meant takes nobody back", () => {
    const text =
      "Kenya and Uganda argue over a border that was drawn in a treaty of 1998. It began on May 8, when Kenyan soldiers attacked a Ugandan village."
    expect(when(text, "attacked")).toBe("inferred 2026-05-08 day")
  })
})

describe("a time of one clause is the time of another", () => {
  test("not where the other had been done before", () => {
    expect(when("Peru, which had condemned the coup, freed two Bolivian soldiers last year.", "condemned")).toBe("no day")
  })
  test("not where it is of an aside", () => {
    expect(when("Kenyan soldiers, who arrived in the country last April, attacked a rebel camp.", "attacked")).toBe(
      "assumed 2026-06-18 day"
    )
  })
  test("not where it lies ahead", () => {
    expect(when("Kenya cancelled a meeting with Uganda that was to have opened next Tuesday.", "cancelled")).toBe(
      "assumed 2026-06-18 day"
    )
  })
  test("not where what it hangs in is long past", () => {
    const text = "On March 3, 2024, Kenya recalled its ambassador after the murder of a Kenyan student in Kampala."
    expect(when(text, "murder")).toBe("no day")
    expect(when(text.replace("On March 3, 2024", "In March 2024"), "murder")).toBe("inferred 2024-03-01 month")
  })
  test("what stands right behind a participle or a noun is its own", () => {
    expect(when("The border crossing to Uganda closed by Kenya last month will be reopened on Tuesday.", "closed")).toBe(
      "stated 2026-05-01 month"
    )
    expect(
      when(
        "A Kenyan soldier was shot dead on Friday in the first fighting since Kenya and Uganda agreed on a truce last March.",
        "agreed"
      )
    ).toBe("inferred 2026-03-01 month")
  })
  test("what is told of somebody of today was done some other day", () => {
    expect(when("The farmers who blocked the road to Kampala still grow maize for the Kenyan army.", "blocked")).toBe("no day")
    expect(when("The Kenyan president, who was in Paris and praised the Ugandan army, has refused to resign.", "praised")).toBe(
      "no day"
    )
  })
  test("what a court is told was done before it sat", () => {
    const text = "The court heard that the rebels had locked up the Kenyan president and that Ugandan soldiers shot two guards."
    expect(when(text, "shot")).toBe("no day")
  })
  test("“at the time” is when the telling has come to", () => {
    const text =
      "In May 2019 soldiers seized the palace.\n\nKenya says it regrets what came after. Uganda closed the border at the time."
    expect(when(text, "closed")).toBe("no day")
    expect(when(text.replace("\n\nKenya", " Kenya"), "closed")).toBe("inferred 2019-05-01 month")
  })
  test("hours before something it is still the day; years and decades are of what they stand with", () => {
    expect(when("Kenya shelled a Ugandan village an hour before the ministers met.", "shelled")).toBe("assumed 2026-06-18 day")
    expect(when("Kenya apologised to Uganda for killing its fishermen in the 1970s.", "apologised")).toBe(
      "assumed 2026-06-18 day"
    )
  })
  test("“shut” of one who acts alone is past", () => {
    const text = "In May 2019 the rice rotted when Kenya shut the border to Uganda."
    expect(when(text, "shut")).toMatch("2019-05-01 month")
  })
  test("news of these days shares its day", () => {
    expect(
      when("Ugandan police, who fired tear gas at protesters in Kampala, arrested twelve of them on Tuesday.", "fired")
    ).toBe("inferred 2026-06-16 day")
  })
})

describe("news of so many days after", () => {
  test("counts back from the day of publication; a year from about that day", () => {
    expect(when("The ministers met eight days after Chad attacked Niger.", "attacked")).toBe("inferred 2026-06-10 day")
    expect(when("It is a year since Chad attacked Niger.", "attacked")).toBe("inferred 2025-06-03 month")
  })
})

test("the day of a dateline is that of writing; who did something else now did not do it now", () => {
  const text = "N'DJAMENA, June 18 (Courier) - Soldiers from Niger killed five Chadian guards on Tuesday, Chad said."
  expect(when(text, "killed")).toBe("stated 2026-06-16 day")
  expect(when("Hugo Salas, whom police in Peru arrested, now sells fish.", "arrested")).toBe("no day")
})
