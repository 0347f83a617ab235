import type {ActorKind} from "../../model/model.ts"
import type {Reading} from "./finder.ts"
import {sectorsOf} from "./generics.ts"
import type {Item} from "./items.ts"
import type {Body, Country, Generic, Meaning, Spell} from "./lexicon.ts"
import {asOf, holdsOn, isTop, misspelled, titlesFor, whoIs} from "./offices.ts"
import {composed} from "./own.ts"
import type {Phrase} from "./phrase.ts"
import type {Prefix} from "./prefix.ts"
import {alone, organisationOf} from "./unknown.ts"

export function whoIsNamed(
  reading: Reading,
  item: Item,
  of: readonly string[],
  titles: readonly string[],
  former: boolean,
  sentence: number,
  addressed: boolean
) {
  const matches = whoIs(reading.lexicon, item.pieces, {
    day: reading.day,
    of,
    titles,
    former,
    weight: code => reading.weight(sentence, reading.stateOf(code)),
    addressed,
    spelled: new Set(item.means.flatMap(m => (m.is === "person" ? [m.person.id] : [])))
  })
  const full = item.pieces.filter(p => p.length > 1).length
  // A family name alone is that of somebody at the top, that day or not long before.
  const bare = full === 1 && !addressed && item.pieces.length === 1
  const best = bare ? matches.find(m => atTheTop(reading, m.spell)) : matches[0]
  if (!best) return undefined
  if (bare) {
    const second = matches.find(m => m.person !== best.person && atTheTop(reading, m.spell))
    return {...best, margin: second ? best.score - second.score : 9, others: [], full}
  }
  const second = matches[1]
  const margin = second && second.person !== best.person ? best.score - second.score : 9
  return {...best, margin, others: matches.slice(1, 4), full}
}

/// Whether an office is a head's and held on the day, or was within the year; without a day, whether the text is about its country.
function atTheTop(reading: Reading, spell: Spell | undefined): "now" | "once" | undefined {
  if (!spell || !isTop(spell.title)) return undefined
  if (reading.day === undefined) return (reading.spoken.get(reading.stateOf(spell.country)) ?? 0) > 1 ? "now" : undefined
  if (holdsOn(spell, reading.day) > 0) return "now"
  const {until} = spell
  return until !== undefined && until.length === 10 && until <= reading.day && Date.parse(reading.day) - Date.parse(until) < year
    ? "once"
    : undefined
}

/// Whether a text speaks of a country, or of none.
function isSpokenOf(reading: Reading, code: string): boolean {
  return reading.spoken.size === 0 || (reading.spoken.get(code) ?? 0) > 0
}

export function personPhrase(
  reading: Reading,
  phrase: Phrase,
  head: Item,
  title: Generic | undefined,
  generics: readonly Generic[],
  countries: readonly Country[],
  bodies: readonly Body[],
  prefix: Prefix,
  honorific: boolean,
  owner: Meaning | undefined
): boolean {
  const {tokens} = reading
  const country = countries[0] ?? (title?.country ? reading.lexicon.countries.get(title.country) : undefined)
  const of = [
    ...bodies.map(b => b.id),
    ...bodies.flatMap(b => b.spells.map(s => s.country ?? "")),
    ...countries.flatMap(c => [c.key, c.code])
  ].filter(x => x !== "")
  const office = title?.kind === "office" ? titlesFor(title.id, title.answers, country) : []
  const addressed = honorific || title !== undefined
  const isOrganisation = head.name === "organization" || head.name === "location"
  if (!isOrganisation || addressed) {
    const match = whoIsNamed(reading, head, of, prefix.deputy ? [] : office, prefix.former, phrase.sentence, addressed)
    // One must be sure enough: two words of a name, or one with a title, or one that everybody knows that day.
    const enough =
      match &&
      (match.full > 1
        ? match.score >= 4
        : addressed
          ? match.score >= 3.5
          : match.score >= (atTheTop(reading, match.spell) === "once" ? 3.4 : 5.5) &&
            match.spell !== undefined &&
            (atTheTop(reading, match.spell) !== "once" || isSpokenOf(reading, reading.stateOf(match.spell.country))) &&
            match.margin > 0.4 &&
            alone(tokens, head))
    if (match && enough) {
      const as = asOf(match.person, reading.day, match.spell, c => reading.stateOf(c))
      phrase.parties = [as.party]
      phrase.why = as.why
      phrase.basis = match.full > 1 || addressed ? "stated" : "inferred"
      if (match.margin < 0.3) {
        phrase.candidates = [
          as.party,
          ...match.others
            .filter(o => o.score > match.score - 0.3)
            .map(o => asOf(o.person, reading.day, o.spell, c => reading.stateOf(c)).party)
        ]
        phrase.basis = "inferred"
      }
      phrase.hasCountry = as.party.country !== undefined
      return true
    }
  }
  const likely =
    reading.day && addressed && head.name !== "organization"
      ? misspelled(reading.lexicon, head.pieces, [...of, ...reading.spoken.keys()], reading.day)
      : undefined
  if (likely) {
    const as = asOf(likely.person, reading.day, likely, c => reading.stateOf(c))
    phrase.parties = [as.party]
    phrase.why = `spelled like ${likely.person.name}, ${as.why}`
    phrase.basis = "inferred"
    phrase.hasCountry = true
    return true
  }
  const kind: ActorKind | undefined =
    addressed || head.name === "person" ? "person" : head.name === "organization" ? "organization" : undefined
  const {start} = tokens[kind === "person" ? head.first : (head.from ?? head.first)]!
  const {end} = tokens[head.last]!
  const name = reading.document.article.text.slice(start, end)
  if (owner?.is === "own") {
    const code = composed(owner.party, generics, reading.ownSorts ? [] : (title?.sectors ?? []))
    phrase.parties = [{...code, id: `name:${name.toLowerCase()}`, name}]
    phrase.why = `the user's ${owner.party.name}`
    return true
  }
  if (head.name === "location" && !addressed) return false
  const body = bodies[bodies.length - 1]
  const bodyParty = body ? reading.bodyParty(body) : undefined
  const organised = kind === "person" || head.name === "person" ? undefined : organisationOf(tokens, head, reading.lexicon)
  const sectors = title
    ? sectorsOf(title, generics.slice(0, -1), [], bodyParty, prefix)
    : (bodyParty?.sectors ?? organised?.sectors ?? [])
  const code = country?.code ?? bodyParty?.country
  phrase.parties = [
    {
      id: `name:${name.toLowerCase()}`,
      name,
      ...(kind ? {kind} : organised ? {kind: "organization" as const} : {}),
      ...(code ? {country: code} : {}),
      sectors,
      ...(title ? {title: title.id} : {})
    }
  ]
  phrase.hasCountry = code !== undefined
  phrase.why = title
    ? `unknown name with "${title.id}"`
    : organised
      ? `unknown name, by its word "${organised.word}"`
      : "unknown name"
  // What only looks like a name is kept where it is one for sure.
  if (
    head.name === "unknown" &&
    !addressed &&
    !organised &&
    head.last === head.first &&
    !/^(?:nsubj|obj|obl:agent)/.test(tokens[head.first]!.relation)
  )
    return false
  return true
}

const year = 365 * 24 * 3600 * 1000
