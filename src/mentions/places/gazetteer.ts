import type {CountryCode, Place, PlaceGrain} from "../../model/model.ts"
import {openCities} from "./cities.ts"
import {folded} from "./fold.ts"

/// A row of a table, as resources hand it out.
type Row = Readonly<Record<string, string | undefined>>

/// The tables a gazetteer is made of: those of data/places, and the packed towns.
export interface Tables {
  readonly countries: readonly Row[]
  readonly regions: readonly Row[]
  readonly lands: readonly Row[]
  readonly sites: readonly Row[]
  readonly towns: readonly Row[]
  readonly peoples: readonly Row[]
  readonly ordinary: readonly Row[]
  readonly packed: {readonly bytes: Uint8Array}
}

/// A place that a name may stand for, and how well known it is: about the logarithm of how many live there.
export interface Entry {
  readonly place: Place
  readonly weight: number
  /// For towns: the division they lie in, as "USA TX"; for divisions that have a code, their own.
  readonly division?: string
}

/// Places by name.
export interface Gazetteer {
  /// All places of a folded name (see fold.ts), best known first.
  find(name: string): readonly Entry[]
  /// The country that an adjective or a people belongs to: "Syrian", "Syrians".
  people(word: string): CountryCode | undefined
  /// Whether a word is a town somewhere and hardly ever meant as one: "University".
  ordinary(word: string): boolean
  /// A division by the code that stands after a town: "TX".
  division(code: string): Entry | undefined
}

/// The places of data/places, checked: errors name table, line, value and what would be right.
export function gazetteer(tables: Tables): Gazetteer {
  const byName = new Map<string, Entry[]>()
  const byCode = new Map<string, Entry>()
  const codes = new Set(tables.countries.map(r => r.code))
  const add = (name: string, entry: Entry): void => {
    const key = folded(name)
    if (key === "") return
    const list = byName.get(key)
    if (!list) byName.set(key, [entry])
    else if (!list.some(e => e.place.id === entry.place.id)) list.push(entry)
  }
  const table = (file: string, rows: readonly Row[], grainOf: (row: Row) => PlaceGrain, weight: (row: Row) => number): void => {
    rows.forEach((row, i) => {
      const where = `data/places/${file}, row ${i + 1} (${row.name ?? "no name"})`
      if (row.name === undefined) throw new Error(`${where}: the column "name" is empty; a place needs a name`)
      const country = row.code?.length === 3 ? row.code : row.country
      if (country !== undefined && !codes.has(country)) {
        throw new Error(`${where}: unknown country "${country}"; known are the codes of data/places/countries.tsv`)
      }
      const lat = Number(row.lat)
      const lon = Number(row.lon)
      if (row.lat === undefined || row.lon === undefined || !(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
        throw new Error(`${where}: "${row.lat}, ${row.lon}" is no point; want degrees north and east, such as 36.2 and 37.2`)
      }
      const place: Place = {
        id: `${country?.toLowerCase() ?? "world"}-${folded(row.name).replaceAll(" ", "-")}`,
        name: row.name,
        ...(country !== undefined && {country}),
        lat,
        lon,
        grain: grainOf(row)
      }
      const division = file === "regions.tsv" && row.code ? `${country} ${row.code}` : undefined
      const entry: Entry = {place, weight: weight(row), ...(division !== undefined && {division})}
      if (division) byCode.set(row.code!, entry)
      add(row.name, entry)
      for (const name of row.also?.split(";") ?? []) add(name, entry)
    })
  }
  table(
    "countries.tsv",
    tables.countries,
    () => "country",
    () => 9
  )
  table(
    "regions.tsv",
    tables.regions,
    () => "region",
    () => 6.2
  )
  table(
    "lands.tsv",
    tables.lands,
    row => grain(row.grain),
    () => 7
  )
  table(
    "sites.tsv",
    tables.sites,
    () => "exact",
    () => 6
  )
  table(
    "towns.tsv",
    tables.towns,
    () => "city",
    row => Math.log10(Number(row.population ?? 1000)) + 0.5
  )
  const cities = openCities(tables.packed.bytes)
  const people = new Map<string, CountryCode>()
  for (const {code, words} of tables.peoples) {
    for (const word of words?.split(";") ?? []) people.set(word.toLowerCase(), code!)
  }
  const ordinary = new Set(tables.ordinary.flatMap(row => row.words?.split(" ") ?? []))
  const found = new Map<string, readonly Entry[]>()
  return {
    people: word => people.get(word.toLowerCase()),
    ordinary: word => ordinary.has(word),
    division: code => byCode.get(code),
    find(name) {
      let entries = found.get(name)
      if (entries) return entries
      const own = byName.get(name) ?? []
      const towns = cities
        .find(name)
        .map(
          (city): Entry => ({
            place: {
              id: `geonames-${city.id}`,
              name: city.name,
              country: city.country,
              lat: city.lat,
              lon: city.lon,
              grain: "city",
              geonames: city.id
            },
            weight: Math.log10(city.population + 100) + (city.seat === 3 ? 1 : city.seat === 2 ? 0.3 : 0),
            division: `${city.country} ${city.admin}`
          })
        )
        // A town of the hand-kept table stands for the same one of the packed table.
        .filter(town => !own.some(o => o.place.grain === "city" && kilometres(o.place, town.place) < 60))
      entries = [...own, ...towns].sort((a, b) => b.weight - a.weight)
      if (found.size > 20000) found.clear()
      found.set(name, entries)
      return entries
    }
  }
}

const grain = (text: string | undefined): PlaceGrain => {
  if (text === "sea" || text === "continent" || text === "region") return text
  throw new Error(`data/places/lands.tsv: unknown grain "${text}"; known: sea, continent, region`)
}

/// The distance between two points of the earth.
export function kilometres(a: Pick<Place, "lat" | "lon">, b: Pick<Place, "lat" | "lon">): number {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return Number.POSITIVE_INFINITY
  const r = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * r) / 2) ** 2 +
    Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
