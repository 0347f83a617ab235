import {expect, test} from "vitest"
import {plainDocument} from "../../test/plain-document.ts"
import type {ActorMention} from "../model/model.ts"
import type {Person, Spell} from "./actors/lexicon.ts"
import {dayFinder} from "./publication.ts"
import {timeFinder} from "./times/finder.ts"

const spell = (id: string, country: string, title: string, from: string, until?: string): Spell => ({
  person: {id} as Person,
  country,
  title,
  sector: "GOV",
  from,
  ...(until !== undefined && {until}),
  source: "test"
})
const find = dayFinder({
  offices: new Map([
    ["AAA", [spell("ana-berg", "AAA", "president", "2009-01-20", "2017-01-20")]],
    ["BBB", [spell("ivo-dahl", "BBB", "prime minister", "2014-09-08", "2016-05-02")]]
  ])
})
const named = (text: string, words: string, id: string, name: string, country: string, title: string): ActorMention[] => {
  const start = text.indexOf(words)
  if (start < 0) return []
  const span = {start, end: start + words.length}
  return [
    {
      span,
      sentence: 0,
      head: 0,
      text: words,
      means: {id, name, country, sectors: ["GOV"], title},
      basis: "stated",
      why: "",
      form: "name"
    }
  ]
}
const day = (text: string) => {
  const document = plainDocument(text)
  const actors = [
    ...named(text, "President Ana Berg", "ana-berg", "Ana Berg", "AAA", "president"),
    ...named(text, "Prime Minister Ivo Dahl", "ivo-dahl", "Ivo Dahl", "BBB", "prime minister")
  ]
  return find(document, {names: [], places: [], actors, times: timeFinder()(document)})
}

test.each([
  ["OSLO, Oct. 18 (AP) - President Ana Berg met Prime Minister Ivo Dahl.", undefined],
  ["OSLO, July 1 (AP) - President Ana Berg met Prime Minister Ivo Dahl.", "2015-07-01"],
  ["President Ana Berg met Prime Minister Ivo Dahl on Friday, October 16.", "2015-10-16"],
  ["President Ana Berg met Prime Minister Ivo Dahl on Monday, October 16.", undefined],
  ["OSLO, July 1 (AP) - President Ana Berg met reporters.", undefined],
  ["OSLO, July 1 (AP) - President Ana Berg met former Prime Minister Ivo Dahl.", undefined],
  ["President Ana Berg met Prime Minister Ivo Dahl on July 1.", undefined],
  ["OSLO, July 1 (AP) - President Ana Berg met Prime Minister Ivo Dahl, who died on 3 May 2019.", undefined]
])("%s is of %s", (text, want) => {
  expect(day(text)?.day).toBe(want)
})

test("it says what it rests on", () => {
  expect(day("OSLO, July 1 (AP) - President Ana Berg met Prime Minister Ivo Dahl.")?.from).toBe(
    '"July 1" and the offices held: President Ana Berg, Prime Minister Ivo Dahl'
  )
})
