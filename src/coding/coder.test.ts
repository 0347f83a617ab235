import fc from "fast-check"
import {describe, expect, test} from "vitest"
import type {EventMention} from "../model/model.ts"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

const {read} = readers(openResources())()
const coded = (text: string, published = "2026-11-20"): readonly EventMention[] =>
  read({id: "a", text, published, removed: []}).coding.events
const first = (text: string): EventMention => {
  const [event] = coded(text)
  expect(event, text).toBeDefined()
  return event!
}

describe("what did not happen never passes for a fact", () => {
  test("a threat is made; what is threatened is not done", () => {
    const events = coded("North Korea threatened to attack South Korea.")
    expect(events.map(e => [e.type, e.claim.status])).toEqual([["THREATEN", "happened"]])
  })
  test("the deed inside an accusation is alleged by the accuser", () => {
    const [accusation, deed] = coded("Sudan accused Chad of attacking a village.")
    expect(accusation).toMatchObject({type: "ACCUSE", claim: {status: "happened", stance: "asserts"}})
    expect(deed).toMatchObject({type: "ASSAULT", claim: {stance: "alleges"}})
    expect(deed!.claim.by).toMatchObject({kind: "actor", party: {country: "SDN"}})
  })
  test("what is resolved on is done, what was signed stays signed, what was voted against is nothing to come", () => {
    const told = (text: string) => coded(text).map(e => [e.type, e.claim.status])
    expect(told("Niamey's decision to expel the French ambassador surprised nobody.")).toEqual([["SANCTION", "happened"]])
    expect(told("Jordan announced the expulsion of the Syrian ambassador.")).toEqual([["SANCTION", "happened"]])
    expect(told("The treaty which Rwanda and Congo signed in June has not been kept.")).toEqual([["SUPPORT", "happened"]])
    expect(told("Brazil voted against condemning Russia in the General Assembly.")).toEqual([["REJECT", "happened"]])
  })
  test("the dead that are only counted are somebody, and a crowd is of where it stands", () => {
    expect(first("A car bomb went off outside a hotel in Mogadishu, killing nine.")).toMatchObject({
      type: "ASSAULT",
      recipients: [{means: {name: "nine"}}]
    })
    expect(first("Thousands took to the streets of Tbilisi.")).toMatchObject({
      type: "PROTEST",
      actors: [{means: {name: "Thousands", country: "GEO"}, basis: "inferred"}]
    })
    expect(first("Iran launched a satellite on Saturday.").type).toBe("MOBILIZE")
    expect(coded("The film tells of a raid on a village in Chad.")).toEqual([])
  })
  test("an article before an adjective hides nobody", () => {
    expect(first("The Ethiopian strike on the market of Togoga left fifty dead.")).toMatchObject({
      type: "ASSAULT",
      actors: [{means: {country: "ETH"}}]
    })
  })
  test("more of the same is done by the same", () => {
    const [, more] = coded("North Korea fired two missiles into the sea on Monday. Three more missiles were fired on Tuesday.")
    expect(more).toMatchObject({type: "MOBILIZE", actors: [{means: {country: "PRK"}, basis: "inferred"}]})
  })
  test("future aid is a promise", () => {
    expect(first("Japan will send food to Bangladesh.")).toMatchObject({type: "AGREE", claim: {status: "planned"}})
  })
  test("an announced withdrawal is a concession", () => {
    expect(first("France announced the withdrawal of its soldiers from Mali.").type).toBe("CONCEDE")
  })
  test("a refusal that never had to be made is none", () => {
    expect(
      coded("Without the treaty Kenya would never have accepted Ugandan soldiers.").filter(e => e.type === "REJECT")
    ).toEqual([])
  })
  test.each([
    "Reports that Iran bombed Bahrain were false.",
    "It is a lie that Serbia attacked Kosovo.",
    "Egypt came close to invading Sudan.",
    "If only France had condemned Israel.",
    "Whether Russia bombed the port remains unclear."
  ])("%s", text => {
    expect(["possible", "did-not-happen"]).toContain(first(text).claim.status)
  })
  test("what is not so is said of something that is", () => {
    const [, occupation] = coded(
      "Canada begged the lawmakers of Ukraine not to lose sight of the occupation by Russia of Crimea."
    )
    expect(occupation?.claim.status).not.toBe("did-not-happen")
  })
  test("what a minister thinks the voters will do is no promise of theirs", () => {
    expect(
      coded("The French president thought that French voters would support him.").filter(e => e.claim.status === "happened")
    ).toEqual([])
  })
  test("a promise not to let somebody is the promise alone", () => {
    expect(coded("Ghana promised that it would not let Togo annex the village.").map(e => e.type)).not.toContain("REJECT")
  })
  test("a refusal has happened", () => {
    expect(first("Iran will not negotiate with the United States.")).toMatchObject({type: "REJECT", claim: {status: "happened"}})
  })
})

describe("silence", () => {
  test.each([
    "Speculators attacked Turkey's currency.",
    "The governor beat his challenger in the Ohio primary.",
    "“And I asked the Peruvian minister: so who is going?”",
    "The markets have besieged Peru.",
    "Every few years somebody bombs a minister in Freedonia.",
    "A government that bombs its own people is weak.",
    "The president is suspected of buying votes in Peru.",
    "The minister declined to comment.",
    "Rwanda rejected accusations by Congo.",
    "The striker signed a new contract.",
    "The weather will improve on Sunday.",
    "The senator said that prices were high."
  ])("%s", text => {
    expect(coded(text).map(e => e.why.rule)).toEqual([])
  })
})

test("both sides of a meeting are actors of one event", () => {
  const event = first("The Egyptian president met the Sudanese president in Cairo.")
  expect(event.type).toBe("CONSULT")
  expect(event.actors.map(a => a.means.country)).toEqual(["EGY", "SDN"])
  expect(event.recipients).toEqual([])
})

test("the arrest that a warrant is for has not happened", () => {
  const events = coded("A court in Rome issued a warrant for the arrest of the Libyan general on Monday.")
  expect(events.map(e => [e.type, e.recipients.map(r => r.means.country)])).toEqual([["THREATEN", ["LBY"]]])
})

test("who is promised something is not who promises it; what one calls a struggle is no telephone call", () => {
  const events = coded(
    "The Malian president met the Nigerian president and promised him full support in what he called a sacred struggle."
  )
  expect(events.map(e => [e.type, e.recipients.map(r => r.means.country)])).toEqual([
    ["CONSULT", []],
    ["SUPPORT", ["NGA"]]
  ])
})

test("the day of the saying is not the day of the deed", () => {
  const event = first("Police said Tuesday that rebels killed three soldiers on Sunday.")
  expect(event.time).toMatchObject({basis: "stated", means: {from: "2026-11-15"}})
})

test("news without a word of time is assumed to be of its day; without a date no time is made up", () => {
  expect(first("Russia bombed a hospital in Aleppo.").time).toMatchObject({basis: "assumed", means: {from: "2026-11-20"}})
  const undated = read({id: "a", text: "Russia bombed a hospital in Aleppo.", removed: []}).coding.events[0]
  expect(undated!.time).toBeUndefined()
})

test("every quotation is cut from the text, and two readings are alike", () => {
  const text = "Israel killed at least 12 people in Gaza on Friday. Turkey condemned the attack and recalled its ambassador."
  const events = coded(text)
  expect(events.length).toBeGreaterThan(1)
  for (const event of events) {
    const shown = [
      event.predicate,
      ...event.claim.evidence,
      ...event.actors.flatMap(a => a.evidence),
      ...event.recipients.flatMap(a => a.evidence),
      ...event.tolls.map(t => t.evidence)
    ]
    for (const {span, quote} of shown) expect(text.slice(span.start, span.end)).toBe(quote)
  }
  expect(coded(text)).toEqual(events)
  expect(events.find(e => e.type === "ASSAULT")?.tolls[0]).toMatchObject({what: "killed", low: 12})
})

test("who condemns the attack told before condemns the attacker", () => {
  const events = coded("Russia bombed a hospital in Aleppo. France condemned the attack.")
  expect(events.find(e => e.type === "ACCUSE")?.recipients.map(r => [r.means.country, r.basis])).toEqual([["RUS", "inferred"]])
})

test("what is told in the present of a day to come is planned; until such a day it goes on", () => {
  expect(first("Tomorrow the envoy of Kenya meets the president of Chad.").claim.status).toBe("planned")
  const [visit] = coded("The president of Chad is visiting Kenya until Sunday.")
  expect(visit).toMatchObject({type: "CONSULT", claim: {status: "ongoing"}})
})

test("the day of another thing, and how long something is to last, do not say when a deed was done", () => {
  const demand = coded("The president of Kenya demanded an apology from Chad for the raid of March 26.").find(
    e => e.type === "REQUEST"
  )
  expect(demand?.time).toMatchObject({basis: "assumed", means: {from: "2026-11-20"}})
  expect(first("France voiced regret to Chad over the colonial rule of 1900 to 1960.").time).toMatchObject({basis: "assumed"})
  expect(first("Kenya promised to keep the truce with Chad until 2031.").time?.means.from).not.toBe("2031-01-01")
})

test("missiles launched against somebody are no test", () => {
  expect(first("Chad launched dozens of missiles against Niger.")).toMatchObject({type: "ASSAULT"})
  expect(first("Chad launched a missile over the sea on Tuesday.")).toMatchObject({type: "MOBILIZE", mode: "weapons"})
})

test("what somebody denies a report of did not happen, and the denial is no event", () => {
  const events = coded("Sudan denied a report that its troops had attacked Chad.")
  expect(events.map(e => [e.type, e.claim.status])).toEqual([["ASSAULT", "did-not-happen"]])
  expect(coded("Sudan dismissed the reports about its troops.")).toEqual([])
  expect(first("Chad did not deny the report that its troops had attacked Sudan.").claim.status).toBe("happened")
})

test("a country right behind what was attacked is whom it hit, wherever the words hang", () => {
  expect(first("The army of Chad attacked villages in Niger.").recipients.map(r => r.means.country)).toEqual(["NER"])
})

test("what two do to each other has two doers", () => {
  const event = first("Sudan and Chad accused each other of shelling villages.")
  expect(event).toMatchObject({type: "ACCUSE", recipients: []})
  expect(event.actors.map(a => a.means.country)).toEqual(["SDN", "TCD"])
})

test("what is said of a meeting beside it adds nobody who is there already", () => {
  const text =
    "Vladimir Putin and Xi Jinping met in Sochi on Tuesday, the first encounter of leaders of Russia and China in a year."
  expect(coded(text).map(e => e.actors.map(a => a.means.name))).toEqual([["Vladimir Putin", "Xi Jinping"]])
})

test("what is not ruled out is left open; who does not hesitate does it", () => {
  const statuses = (text: string) =>
    coded(text)
      .filter(e => e.type !== "REJECT")
      .map(e => e.claim.status)
  expect(statuses("Chad did not rule out attacking Niger.")).toEqual(["possible"])
  expect(statuses("Putin said Russia did not rule out cooperating with North Korea.")).toEqual(["possible"])
  expect(statuses("Chad did not hesitate to bomb Niger.")).toEqual(["happened"])
})

test("a leader who is at home visits nobody", () => {
  expect(coded("Angela Merkel had to stay in Berlin, the spokesman said.")).toEqual([])
})

test("who goes on strike strikes nobody", () => {
  expect(coded("Teachers in Chad went on strike against the government.").map(e => e.type)).toEqual(["PROTEST"])
})

test("an ambassador is withdrawn from the country last spoken of", () => {
  const events = coded("Riots shook Denmark for a week. Saudi Arabia withdrew its ambassador.")
  expect(events.find(e => e.type === "SANCTION")?.recipients.map(r => [r.means.country, r.basis])).toEqual([["DNK", "inferred"]])
})

test("any text at all is survived", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary", maxLength: 200}), text => {
      expect(Array.isArray(coded(text))).toBe(true)
    }),
    {numRuns: 60, seed: 7}
  )
  for (const text of ["", " ", "(".repeat(2000), "a".repeat(20000), "\ud800", "said ".repeat(800)]) {
    expect(Array.isArray(coded(text))).toBe(true)
  }
})
