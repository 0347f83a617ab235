import type {Document, NameMention, Place, PlaceMention, Token} from "../../model/model.ts"
import {folded} from "./fold.ts"
import {type Entry, type Gazetteer, kilometres} from "./gazetteer.ts"

/// Says which place each name in a document stands for; names of persons and bodies are no places. All places are given, in
/// text order and without overlap; which of them is the place of an event is decided in coding. A name nobody knows stays, with
/// `means` undefined; where two places fit about as well, the other ones are `candidates`. A country or region has a point to
/// reckon with but a grain that says it is none; "near Kyiv" and "northern Syria" are regions.
export function placeFinder(
  gazetteer: Gazetteer
): (document: Document, names: readonly NameMention[]) => readonly PlaceMention[] {
  return (document, names) => {
    const found = candidatesIn(document, names, gazetteer)
    const context = contextOf(document, found, gazetteer)
    resolve(found, context)
    return found.map(f => mentionOf(document, f))
  }
}

/// A stretch of tokens that may name a place.
interface Found {
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly entries: readonly Entry[]
  /// What stands behind a comma and tells where: "Paris, Texas".
  within?: Entry
  chosen?: Entry
  rivals: readonly Entry[]
  why: string
}

/// Small words inside names: "Port-au-Prince", "Dar es Salaam", "Rostov-on-Don".
const particle = /^(\p{Ll}{1,4}|-|['’]s|&)$/u
const titles = new Set(
  "mr mrs ms dr president minister general colonel gen col lt sgt capt captain senator sen rep governor judge king queen prince princess sheikh sir lord lady pope mayor secretary ambassador chancellor professor".split(
    " "
  )
)
/// After these a name in capitals is a place: "in Qaim", "near Sirte".
const spatial = new Set(
  "in at near from to outside around into through across toward towards via inside throughout over".split(" ")
)

const capital = (token: Token): boolean => {
  const c = token.text[0] ?? ""
  return c !== c.toLowerCase()
}

function candidatesIn(document: Document, names: readonly NameMention[], gazetteer: Gazetteer): Found[] {
  const {tokens, sentences} = document
  const kindAt = new Map<number, NameMention>()
  for (const name of names)
    for (const part of conjuncts(name, tokens, gazetteer)) for (let i = part.first; i < part.last; i++) kindAt.set(i, part)
  const found: Found[] = []
  const persons = new Set<string>()
  for (const name of names) {
    if (name.kind === "person" && name.last - name.first > 1) persons.add(folded(tokens[name.last - 1]!.text))
  }
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const token = tokens[i]!
      if (!capital(token) && !(token.text === "al" || token.text === "the")) {
        i++
        continue
      }
      const name = kindAt.get(i)
      const match = longestMatch(tokens, i, sentence.last, gazetteer)
      if (match && accepted(document, match, i, kindAt, persons, sentence.first, gazetteer)) {
        const f: Found = {first: i, last: match.last, sentence: sentence.index, entries: match.entries, rivals: [], why: ""}
        found.push(f)
        i = match.last
        continue
      }
      if (name?.kind === "location" && name.first === i && !match) {
        found.push({first: name.first, last: name.last, sentence: sentence.index, entries: [], rivals: [], why: "unknown place"})
        i = name.last
        continue
      }
      i = name && name.kind !== "location" && name.first === i ? name.last : i + 1
    }
  }
  return found
}

/// "Yongbyon and Natanz" taken for one name is two places, where both are places.
function conjuncts(name: NameMention, tokens: readonly Token[], gazetteer: Gazetteer): NameMention[] {
  if (name.kind === "location") return [name]
  for (let i = name.first + 1; i < name.last - 1; i++) {
    if (tokens[i]!.text !== "and") continue
    const parts = [
      {...name, last: i, kind: "location" as const},
      {...name, first: i + 1, kind: "location" as const}
    ]
    const places = parts.every(({first, last}) => longestMatch(tokens, first, last, gazetteer)?.last === last)
    return places ? parts : [name]
  }
  return [name]
}

/// The longest run of words from here that names a place.
function longestMatch(
  tokens: readonly Token[],
  at: number,
  end: number,
  gazetteer: Gazetteer
): {last: number; entries: readonly Entry[]} | undefined {
  let best: {last: number; entries: readonly Entry[]} | undefined
  let text = ""
  for (let i = at; i < end && i < at + 6; i++) {
    const token = tokens[i]!
    if (token.text.length > 30) break
    const word = token.text
    if (i > at && !capital(token) && !particle.test(word) && !lowerTail.has(word)) break
    text += i > at && token.start > tokens[i - 1]!.end ? ` ${word}` : word
    if (!/[\p{L}.]$/u.test(word)) continue
    // "Punggye-ri"
    const joined = i > at + 1 && tokens[i - 1]!.text === "-" && token.start === tokens[i - 1]!.end
    if (i > at && !capital(token) && !lowerTail.has(word) && !joined) continue
    // "us" and "US": the pronoun is no country.
    if (i === at && word.length === 2 && !(word === "US" || word === "UK" || word === "LA")) continue
    const entries = gazetteer.find(folded(text))
    if (entries.length > 0 && !(i === at && gazetteer.ordinary(word.toLowerCase()))) best = {last: i + 1, entries}
  }
  return best
}

/// Words in small letters that end names of the tables: "Kherson region".
const lowerTail = new Set(
  "region province state territories territory peninsula crossing border air base airport nuclear power plant dam prison camp refugee valley delta river islands corridor complex reactor square square desert mountains steelworks city bridge basin enclave district county".split(
    " "
  )
)

/// Whether a match of the tables is a place here: by the kind of the name around it, the words before, and how well known it is.
function accepted(
  document: Document,
  match: {last: number; entries: readonly Entry[]},
  first: number,
  kindAt: ReadonlyMap<number, NameMention>,
  persons: ReadonlySet<string>,
  sentenceFirst: number,
  gazetteer: Gazetteer
): boolean {
  const {tokens} = document
  const top = match.entries[0]!
  const long = match.last - first > 1
  const before = tokens[first - 1]
  const after = tokens[match.last]
  const sameSentence = first > sentenceFirst
  const previous = sameSentence ? before!.text.toLowerCase() : ""
  const name = kindAt.get(first) ?? kindAt.get(match.last - 1)
  const covers = name !== undefined && first <= name.first && match.last >= name.last
  const text = tokens
    .slice(first, match.last)
    .map(t => t.text)
    .join(" ")
  if (previous !== "" && titles.has(previous.replace(".", "")) && capital(before!) && top.place.grain !== "country") return false
  if (name?.kind === "location") return !persons.has(folded(text)) || top.weight >= 6 || spatial.has(previous)
  const known = top.weight >= 5 || top.place.grain !== "city"
  if (name?.kind === "person") {
    if (!covers) return false
    return (
      (top.place.grain === "country" && !long
        ? top.place.name !== "Jordan" && top.place.name !== "Chad" && top.place.name !== "Georgia"
        : known && long) ||
      (spatial.has(previous) && known && !persons.has(folded(text)))
    )
  }
  if (name?.kind === "organization")
    return covers && (top.place.grain === "country" || (known && (long || spatial.has(previous))))
  if (persons.has(folded(text)) && top.place.grain !== "country") return false
  // "Springfield, Illinois"
  const told = after?.text === "," && tokens[match.last + 1]
  if (told) {
    const outer = gazetteer.division(told.text) ?? gazetteer.find(folded(told.text)).find(e => e.place.grain !== "city")
    if (outer && match.entries.some(e => lies(e, outer))) return true
  }
  // Beside another name with a capital it is part of something longer.
  const capitalBefore = sameSentence && capital(before!) && /^\p{L}/u.test(before!.text) && first - 1 > sentenceFirst
  const capitalAfter =
    after !== undefined && after.sentence === tokens[first]!.sentence && capital(after) && /^\p{L}/u.test(after.text)
  if (top.place.grain === "country") return !(capitalBefore && capitalAfter)
  if (capitalBefore || capitalAfter) return false
  if (spatial.has(previous)) return top.weight >= 4
  if (!sameSentence) return top.weight >= 6 && top.place.grain !== "exact"
  return long || top.weight >= 5.5
}

interface Context {
  /// How much of the text speaks of each country, from 0 to 1.
  readonly countries: ReadonlyMap<string, number>
  readonly divisions: ReadonlySet<string>
}

function contextOf(document: Document, found: readonly Found[], gazetteer: Gazetteer): Context {
  const weights = new Map<string, number>()
  const divisions = new Set<string>()
  let sum = 0
  const speak = (country: string | undefined, weight: number): void => {
    if (country === undefined) return
    weights.set(country, (weights.get(country) ?? 0) + weight)
    sum += weight
  }
  for (const token of document.tokens) {
    if (!capital(token)) continue
    const country = gazetteer.people(token.text)
    if (country) speak(country, 1)
  }
  found.forEach((f, i) => {
    const [top, next] = f.entries
    if (!top) return
    const behind = found[i + 1]
    // "Springfield, Illinois": what follows a comma says where.
    if (behind && behind.sentence === f.sentence && behind.first === f.last + 1 && document.tokens[f.last]!.text === ",") {
      const outer = behind.entries.find(e => e.place.grain === "country" || e.place.grain === "region")
      if (outer && f.entries.some(e => lies(e, outer))) {
        f.within = outer
        behind.chosen = outer
        behind.why = "a town in it stands before"
      }
    }
    const code = document.tokens[f.last + 1]
    if (code && document.tokens[f.last]!.text === "," && /^[A-Z]{2}$/.test(code.text)) {
      const outer = gazetteer.division(code.text)
      if (outer && f.entries.some(e => lies(e, outer))) f.within = outer
    }
    if (f.within?.division) divisions.add(f.within.division)
    if (top.place.grain === "country") speak(top.place.country, next && next.weight > 6 ? 0.7 : 2)
    else if (top.place.grain === "region") {
      speak(top.place.country, 1)
      if (top.division) divisions.add(top.division)
    } else if (f.entries.every(e => e.place.country === top.place.country)) speak(top.place.country, 1)
    else if (!next || top.weight - next.weight > 1.5) speak(top.place.country, 0.5)
  })
  return {countries: new Map([...weights].map(([code, w]) => [code, w / (sum || 1)])), divisions}
}

/// Whether a place may lie in a country or region.
function lies(inner: Entry, outer: Entry): boolean {
  if (inner === outer || inner.place.country === undefined || inner.place.country !== outer.place.country) return false
  if (outer.place.grain === "country") return true
  if (outer.division) return inner.division === outer.division
  return kilometres(inner.place, outer.place) < (wide.has(outer.place.country!) ? 900 : 400)
}

/// Countries whose provinces reach farther than others'.
const wide: ReadonlySet<string> = new Set(["CAN", "AUS", "RUS", "BRA", "CHN"])

/// Chooses, with what a place is known for, what the text speaks of, and what was chosen for certain nearby.
function resolve(found: readonly Found[], context: Context): void {
  const sure: Place[] = []
  const told = new Map<string, Entry>()
  for (const f of found) {
    if (f.chosen) {
      told.set(namesake(f), f.chosen)
      sure.push(f.chosen.place)
    } else if (f.within) {
      f.chosen = f.entries.find(e => lies(e, f.within!))!
      f.why = `in ${f.within.place.name}, which follows`
      told.set(namesake(f), f.chosen)
      sure.push(f.chosen.place)
    } else if (f.entries[0] && f.entries[0].place.grain === "country" && f.entries[0].weight === 9) {
      // A country is never taken for a town of its name.
      f.chosen = f.entries[0]
      f.why = "the country"
    } else if (f.entries.length === 1) {
      f.chosen = f.entries[0]!
      f.why = "the only place of that name here"
      sure.push(f.chosen.place)
    }
  }
  for (const f of found) {
    if (f.chosen || f.entries.length === 0) continue
    const before = told.get(namesake(f))
    if (before) {
      f.chosen = before
      f.why = "told before with where it lies"
      continue
    }
    const scored = f.entries.map(entry => ({entry, score: scoreOf(entry, context, sure)})).sort((a, b) => b.score - a.score)
    f.chosen = scored[0]!.entry
    f.rivals = scored
      .slice(1)
      .filter(s => s.score > scored[0]!.score - 0.5)
      .slice(0, 4)
      .map(s => s.entry)
    const share = context.countries.get(f.chosen.place.country ?? "") ?? 0
    f.why =
      f.chosen === f.entries[0]
        ? "the best known of that name"
        : share > 0
          ? `the text speaks of ${f.chosen.place.country}`
          : "near other places named"
  }
}

const namesake = (f: Found): string => f.entries.map(e => e.place.id).join()

function scoreOf(entry: Entry, context: Context, sure: readonly Place[]): number {
  const share = context.countries.get(entry.place.country ?? "") ?? 0
  let near = 0
  if (entry.place.grain === "city" || entry.place.grain === "exact") {
    // The first fifty are enough to tell the neighbourhood, and keep long lists linear.
    for (const place of sure.slice(0, 50)) {
      if (
        place.grain !== "country" &&
        place.grain !== "continent" &&
        place.grain !== "sea" &&
        kilometres(place, entry.place) < 250
      )
        near++
    }
  }
  const division = entry.division !== undefined && context.divisions.has(entry.division) ? 1 : 0
  return entry.weight + (share > 0 ? 0.8 + 2.2 * share : 0) + Math.min(1.2, near * 0.4) + division * 1.2
}

const beside = new Set(["near", "outside", "around"])
const parts = /^(north|south|east|west|central|upper|lower|north-?east|north-?west|south-?east|south-?west)(ern|most|ernmost)?$/i

function mentionOf(document: Document, f: Found): PlaceMention {
  const {tokens} = document
  const span = {start: tokens[f.first]!.start, end: tokens[f.last - 1]!.end}
  let means = f.chosen?.place
  const before = tokens[f.first - 1]
  const word = before && before.sentence === f.sentence ? before.text : ""
  if (means && parts.test(word) && means.grain !== "exact") {
    means = {...means, id: `${means.id}-${word.toLowerCase()}`, name: `${word.toLowerCase()} ${means.name}`, grain: "region"}
  } else if (means && beside.has(word.toLowerCase()) && means.grain === "city") {
    means = {...means, name: `${word.toLowerCase()} ${means.name}`, id: `${means.id}-${word.toLowerCase()}`, grain: "region"}
  }
  return {
    span,
    sentence: f.sentence,
    head: headOf(tokens, f.first, f.last),
    text: document.article.text.slice(span.start, span.end),
    means,
    basis: f.within || f.entries.length === 1 ? "stated" : "inferred",
    ...(f.rivals.length > 0 && {candidates: [f.chosen!.place, ...f.rivals.map(e => e.place)]}),
    why: f.why
  }
}

/// The token by which a name hangs in its sentence.
function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const {head, relation} = tokens[i]!
    if ((head < first || head >= last) && (head !== -1 || relation === "root")) return i
  }
  return last - 1
}
