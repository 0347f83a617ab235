import type {Row} from "../../mentions/actors/lexicon.ts"
import {fold} from "../../mentions/actors/pieces.ts"

/// What an import must know of the shipped tables: countries by any code or name, titles by any form, persons by name.
export interface Known {
  readonly country: (said: string | undefined) => string | undefined
  /// "President of Egypt" → president, EGY; "minister for foreign affairs" → foreign minister.
  readonly office: (label: string) => {readonly title: string; readonly country?: string}
  readonly person: (name: string, country: string | undefined) => string | undefined
}

export function known(rows: (path: string) => readonly Row[], offices: readonly (readonly Row[])[]): Known {
  const codes = new Map<string, string>()
  for (const row of rows("actors/countries.tsv")) {
    const code = row.iso3!
    for (const name of [code, row.iso2, row.name, ...(row.names ?? "").split(";")])
      if (name && !codes.has(plain(name))) codes.set(plain(name), code)
  }
  const country = (said: string | undefined): string | undefined =>
    said === undefined
      ? undefined
      : (codes.get(plain(said)) ?? codes.get(plain(said).replace(/^(?:people s |republic of |kingdom of )+/, "")))
  const titles = new Map<string, string>()
  for (const row of rows("actors/generic.tsv"))
    if (row.kind === "office")
      for (const form of (row.forms ?? "").split(";")) {
        const [answer] = (row.answers ?? "").split(";")
        if (answer && !titles.has(plain(form))) titles.set(plain(form), answer)
      }
  const persons = new Map<string, string>()
  for (const list of offices)
    for (const row of list)
      for (const name of [row.person, ...(row.aliases ?? "").split(";")])
        if (name && row.id) persons.set(`${plain(name)} ${row.country}`, row.id)
  return {
    country,
    office(label) {
      const words = plain(label).replace(/^(?:the|acting|interim) /, "")
      // The country stands behind the last "of" that is followed by one.
      for (let at = words.lastIndexOf(" of "); at > 0; at = words.lastIndexOf(" of ", at - 1)) {
        const of = country(words.slice(at + 4).replace(/^the /, ""))
        const before = words.slice(0, at)
        if (of) return {title: titles.get(before) ?? before, country: of}
      }
      return {title: titles.get(words) ?? words}
    },
    person: (name, of) => persons.get(`${plain(name)} ${of}`)
  }
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
