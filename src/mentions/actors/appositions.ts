import type {Reading} from "./finder.ts"
import {titled} from "./generics.ts"
import type {Phrase} from "./phrase.ts"

/// "Sergei Lavrov, Russia's foreign minister": the one says who the other is.
export function appositions(reading: Reading, phrases: Phrase[]): void {
  // "the government and people of Iraq": what "of" says holds for both.
  for (let i = 0; i + 1 < phrases.length; i++) {
    const a = phrases[i]!
    const b = phrases[i + 1]!
    if (!a.generic || !b.generic || a.hasCountry || !b.hasCountry || b.sentence !== a.sentence || b.parties.length !== 1) continue
    if (b.first !== a.last + 2 || reading.tokens[a.last + 1]!.text !== "and" || b.last <= b.items[b.items.length - 1]!.last)
      continue
    const country = reading.lexicon.countries.get(b.parties[0]!.country ?? "")
    if (!country || a.parties.length !== 1) continue
    a.parties = [
      {
        ...a.parties[0]!,
        id: `${country.key}${a.parties[0]!.id}`,
        name: titled(country, a.parties[0]!.name),
        country: country.code
      }
    ]
    a.hasCountry = true
    a.why += ` of ${country.name}, like what follows`
  }
  for (let i = 0; i + 2 < phrases.length; i++) namedBehind(reading, phrases[i]!, phrases[i + 1]!, phrases[i + 2]!)
  for (let i = 0; i + 1 < phrases.length; i++) {
    const a = phrases[i]!
    const b = phrases[i + 1]!
    if (a.sentence !== b.sentence || b.first <= a.last) continue
    const between = reading.tokens.slice(a.last + 1, b.first)
    if (between.length > 1 || (between.length === 1 && between[0]!.text !== ",")) continue
    const [name, title] = a.name && !a.generic && b.generic ? [a, b] : b.name && !b.generic && a.generic ? [b, a] : []
    if (!name || !title || title.plural || (between.length === 0 && title === b)) continue
    if (title.generic!.kind === "body" || title.parties.length !== 1) continue
    if (title === b && !b.definite && !b.hasCountry && b.generic!.kind === "people") continue
    const after = reading.tokens[b.last + 1]
    // A list ("Putin, the foreign minister and …") is no apposition.
    if (after && /^(?:and|or)$/.test(after.text) && after.sentence === b.sentence) continue
    const unknown = name.parties[0]?.id.startsWith("name:")
    if (unknown) {
      const {name: words, id} = name.parties[0]!
      const {country, sectors} = title.parties[0]!
      if (name.hasCountry && country === undefined) continue
      const person =
        title.parties[0]!.kind === "person"
          ? undefined
          : {id, name: words, kind: "person" as const, ...(country ? {country} : {}), sectors, title: title.generic!.id}
      if (person) {
        name.parties = [person]
        name.why = `${words}: ${title.why}`
        name.hasCountry = country !== undefined
        title.parties = [person]
        title.why += `; ${words} by apposition`
      } else if (reading.day === undefined) title.parties = name.parties
    } else if (name.parties[0]?.kind === "person" && title.parties[0]!.kind !== "person") {
      title.parties = name.parties
      title.why += "; by apposition"
    }
  }
}

/// "The two presidents, *Ana Ruiz* and *Jon Berg*, …": they are who is named behind.
function namedBehind({tokens}: Reading, title: Phrase, one: Phrase, other: Phrase): void {
  const {generic, parties} = title
  if (!generic || !title.plural || generic.kind === "body" || parties.length !== 1) return
  const isNamed = (p: Phrase): boolean =>
    p.name !== undefined &&
    !p.generic &&
    p.sentence === title.sentence &&
    p.parties.length === 1 &&
    p.parties[0]!.kind === "person"
  if (!isNamed(one) || !isNamed(other)) return
  if (one.first !== title.last + 2 || tokens[title.last + 1]!.text !== ",") return
  if (other.first !== one.last + 2 || tokens[one.last + 1]!.text !== "and") return
  // "the ministers, Ruiz and Berg went home" is a list of three
  if (!/^[,.;–—-]$/.test(tokens[other.last + 1]?.text ?? "")) return
  for (const phrase of [one, other]) {
    const [person] = phrase.parties
    if (person!.id.startsWith("name:") && person!.sectors.length === 0)
      phrase.parties = [{...person!, sectors: parties[0]!.sectors, title: generic.id}]
  }
  title.parties = [one.parties[0]!, other.parties[0]!]
  title.hasCountry = true
  title.why += "; who is named behind"
}
