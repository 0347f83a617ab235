import type {Party, Sector} from "../../model/model.ts"
import type {Reading} from "./finder.ts"
import type {Item} from "./items.ts"
import {kindOf} from "./kinds.ts"
import type {Body, Country, Generic} from "./lexicon.ts"
import {asOf, holder, holdsOn, newHolder, successor, titlesFor} from "./offices.ts"
import {composed} from "./own.ts"
import {whoIsNamed} from "./people.ts"
import type {Phrase} from "./phrase.ts"
import type {Prefix} from "./prefix.ts"

export function genericPhrase(
  reading: Reading,
  phrase: Phrase,
  generic: Generic,
  others: readonly Generic[],
  inner: readonly Generic[],
  chosen: readonly Country[],
  bodies: readonly Body[],
  prefix: Prefix,
  owner: Item | undefined,
  own: readonly Party[]
): void {
  const {tokens} = reading
  const words = tokens
    .slice(phrase.items[phrase.items.length - 1]!.first, phrase.items[phrase.items.length - 1]!.last + 1)
    .map(t => t.text.toLowerCase())
    .join(" ")
  let countries: readonly (Country | undefined)[] = chosen
  if (generic.country && chosen.length === 0 && bodies.length === 0 && reading.lexicon.countries.has(generic.country))
    countries = [reading.lexicon.countries.get(generic.country)]
  const body = bodies[bodies.length - 1] ?? (generic.body ? reading.lexicon.bodies.get(generic.body) : undefined)
  if (own.length > 0) {
    phrase.parties = own.map(party => ({
      ...composed(party, [...others, generic, ...inner], reading.ownSorts ? [] : generic.sectors),
      id: `${party.id}:${generic.id}`,
      name: `${party.name}: ${words}`,
      kind: "generic"
    }))
    phrase.why = `the user's ${own.map(p => p.name).join(", ")} with "${words}"`
    phrase.hasCountry = true
    return
  }
  // A person's: "Assad's forces".
  let ownerParty: Party | undefined
  if (owner && countries.length === 0 && !body) {
    const match = whoIsNamed(reading, owner, [], [], false, phrase.sentence, false)
    if (match) ownerParty = asOf(match.person, reading.day, match.spell, c => reading.stateOf(c)).party
  }
  const bodyParty = body ? reading.bodyParty(body) : undefined
  const country = countries[0]
  // Offices are held by somebody on the day.
  // "The WHO chief" leads that body; "the Russian chief" is nobody in particular.
  const looksUp =
    (generic.kind === "office" ||
      (generic.answers.length > 0 && body !== undefined && phrase.items.length + inner.length <= 2)) &&
    !prefix.deputy &&
    !prefix.indefinite &&
    others.every(o => o.kind !== "office" || o.id === "president")
  if (looksUp && reading.day && !phrase.plural && !prefix.former) {
    const keys = body ? [body.id] : country ? [country.key, country.code] : []
    if (keys.length > 0) {
      const titles = [...errands(reading, generic, phrase, keys), ...titlesFor(generic.id, generic.answers, country)]
      const spell = prefix.elect
        ? successor(reading.lexicon, keys, titles, reading.day)
        : prefix.fresh
          ? newHolder(reading.lexicon, keys, titles, reading.day)
          : holder(reading.lexicon, keys, titles, reading.day)
      if (spell) {
        const as = asOf(spell.person, reading.day, spell, c => reading.stateOf(c), !prefix.elect)
        phrase.parties = [as.party]
        phrase.form = "title"
        phrase.basis = country?.code && phrase.hasCountry ? "stated" : "inferred"
        phrase.why = `${spell.title} of ${body?.name ?? country!.name} on ${reading.day}${prefix.elect ? " elect" : ""}: ${spell.person.name}`
        return
      }
    }
  }
  if (looksUp && reading.day && phrase.plural && countries.length > 1) {
    const parties = countries.flatMap(c => {
      const spell = c && holder(reading.lexicon, [c.key, c.code], titlesFor(generic.id, generic.answers, c), reading.day!)
      return spell
        ? [asOf(spell.person, reading.day, spell, k => reading.stateOf(k)).party]
        : c
          ? [officeParty(c, generic, words, false)]
          : []
    })
    phrase.parties = parties
    phrase.form = "title"
    phrase.why = `${generic.id} of ${countries.map(c => c?.name).join(" and ")} on ${reading.day}`
    return
  }
  const sectors = sectorsOf(generic, others, inner, bodyParty ?? ownerParty, prefix)
  if (prefix.allied && countries.length === 0 && !body) {
    // Whom they belong to is not said; forces led by one state are many states' forces.
    const many = prefix.allied === "led" && sectors[0] === "MIL"
    phrase.parties = [{id: `allied:${generic.id}`, name: words, kind: "generic", ...(many ? {country: "IMG"} : {}), sectors}]
    phrase.hasCountry = true
    phrase.why = `"${words}" ${prefix.allied} by another`
    return
  }
  const make = (c: Country | undefined): Party => {
    // The office's own country wins over a body's: "Turkey's U.N. ambassador".
    const code =
      c?.code ??
      bodyParty?.country ??
      ownerParty?.country ??
      (generic.country && !reading.lexicon.countries.has(generic.country) ? generic.country : undefined)
    const base = bodyParty && !c ? bodyParty.id : (c?.key ?? ownerParty?.country ?? "")
    return {
      id: `${base}:${generic.id}${prefix.former ? ":former" : ""}`,
      name:
        bodyParty && !c
          ? `${bodyParty.name}: ${words}`
          : titled(c ?? (code ? reading.lexicon.countries.get(code) : undefined), words),
      kind: "generic",
      ...(code ? {country: code} : {}),
      sectors: [...sectors, ...(c?.sectors ?? [])]
    }
  }
  phrase.parties = countries.length > 0 ? countries.map(make) : [make(undefined)]
  const code = phrase.parties[0]!.country
  phrase.hasCountry = code !== undefined
  phrase.why =
    countries.length > 0
      ? `"${words}" of ${countries.map(c => c?.name).join(" and ")}`
      : bodyParty
        ? `"${words}" of ${bodyParty.name}`
        : ownerParty
          ? `"${words}" of ${ownerParty.name}`
          : `"${words}"`
}

/// "The UN envoy to Syria" holds another post than the one to Yemen: the post of the country said, else of the one spoken of.
function errands(reading: Reading, generic: Generic, phrase: Phrase, keys: readonly string[]): string[] {
  if (generic.id !== "envoy") return []
  const {tokens} = reading
  const word = tokens[phrase.last + 1]
  if (word && /^(?:to|for|on|in)$/i.test(word.text) && word.sentence === phrase.sentence) {
    const said = reading.items.find(item => item.first > word.index && item.first <= word.index + 2 && kindOf(item) === "country")
    if (said) return [`envoy for ${reading.countryOf(said)!.name}`]
  }
  const posts = new Map<string, number>()
  for (const key of keys)
    for (const spell of reading.lexicon.offices.get(key) ?? [])
      if (spell.title.startsWith("envoy for ") && holdsOn(spell, reading.day!) > 0) {
        for (const [code, n] of reading.spoken)
          if (spell.title === `envoy for ${reading.lexicon.countries.get(code)?.name}`) posts.set(spell.title, n)
      }
  return [...posts].sort((a, b) => b[1] - a[1]).map(([title]) => title)
}

function officeParty(country: Country, generic: Generic, words: string, former: boolean): Party {
  return {
    id: `${country.key}:${generic.id}`,
    name: titled(country, words),
    kind: "generic",
    country: country.code,
    sectors: former ? ["ELI"] : generic.sectors
  }
}

export function sectorsOf(
  generic: Generic,
  others: readonly Generic[],
  inner: readonly Generic[],
  body: Party | undefined,
  prefix: Prefix
): readonly Sector[] {
  if (generic.code) return generic.code.split(" ") as unknown as Sector[]
  if (prefix.former && (generic.kind === "office" || generic.kind === "title") && generic.sectors[0] === "GOV") return ["ELI"]
  const weak =
    generic.kind === "standin" ||
    generic.id === "official" ||
    generic.id === "leader" ||
    generic.id === "chairman" ||
    generic.id === "commander" ||
    (generic.kind === "office" && generic.sectors.length === 0)
  const near = [...inner, ...[...others].reverse()].find(o => o.sectors.length > 0)
  if (weak && near) return near.sectors
  if (weak && body) return body.sectors
  if (body && body.sectors[0] === "REB" && (generic.id === "soldier" || generic.id === "army" || generic.kind === "people"))
    return body.sectors
  if (generic.kind === "standin") return near?.sectors ?? body?.sectors ?? []
  // "opposition party", "army officers", "police chief": the more telling word comes first.
  if (
    near &&
    (near.kind === "body" || near.id === "opposition" || near.kind === "people") &&
    near.sectors[0] !== generic.sectors[0]
  ) {
    if (generic.id === "minister" || generic.id === "government") return generic.sectors
    if (generic.kind === "body" && near.kind === "body") return generic.sectors
    return generic.kind === "office" || generic.kind === "title" ? near.sectors : generic.sectors
  }
  return generic.sectors
}

/// The user-visible name of a party made of a country and a word.
export const titled = (country: Country | undefined, words: string): string => (country ? `${country.name}: ${words}` : words)
