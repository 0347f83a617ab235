/// Carries dated facts of office over from open sets into tables of the form of data/actors/offices:
///   npx tsx train/actors/offices.ts wikidata wikidata.csv > data/actors/offices/wikidata-2021.tsv
///   npx tsx train/actors/offices.ts world-leaders 2026-08-22.json > data/actors/offices/world-leaders-current.tsv
/// wikidata.csv is of every-politician-scrapers/world-leaders-2021 (Wikidata, CC0); it gives years. The snapshot is of
/// open-data-archive/world-leaders-current (CC BY-SA 4.0). What heads.tsv already has with a finer or equal date is left out.
import {readFileSync} from "node:fs"
import {parse} from "csv-parse/sync"
import {fold} from "../../src/mentions/actors/pieces.ts"
import {openResources} from "../../src/resources.ts"

interface Found {
  readonly person: string
  readonly country: string
  readonly title: string
  readonly from: string
  readonly until: string
}

const resources = openResources()
const codes = new Map<string, string>()
for (const row of resources.rows("actors/countries.tsv")) {
  if (row.of || row.until) continue
  for (const name of [row.name ?? "", ...(row.names ?? "").split(";")]) codes.set(fold(name).replace(/^the /, ""), row.iso3 ?? "")
}
const heads = resources.rows("actors/offices/heads.tsv")
const slug = (name: string): string =>
  fold(name)
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
const idOf = (name: string, country: string): string =>
  heads.find(h => h.country === country && words(h).includes(slug(name)))?.id ?? slug(name)
const words = (row: Readonly<Record<string, string | undefined>>): string[] =>
  [row.person ?? "", ...(row.aliases ?? "").split(";")].map(slug)

/// Monarchs are left out: the sets call queens kings, and give one monarch to many realms.
const titles: readonly (readonly [RegExp, string])[] = [
  [/vice|deputy|acting|first lady|governor|commission|parliament/i, ""],
  [/prime minister|premier|taoiseach|head of government|council of ministers/i, "prime minister"],
  [/president/i, "president"],
  [/chancellor/i, "chancellor"],
  [/supreme leader/i, "supreme leader"]
]
const titleOf = (label: string): string => titles.find(([pattern]) => pattern.test(label))?.[1] ?? ""

function fromWikidata(path: string): Found[] {
  const rows = parse(readFileSync(path, "utf8"), {columns: true}) as Record<string, string>[]
  return rows.map(row => ({
    person: (row.officeholderLabel ?? "").replace(/\s*\(.*?\)/, ""),
    country: codes.get(fold(row.country ?? "").replace(/^(?:the|people's republic of) /, "")) ?? "",
    title: titleOf(row.positionLabel ?? ""),
    from: row.start_year ?? "",
    until: row.end_year ?? ""
  }))
}

interface Snapshot {
  countries: Record<
    string,
    {
      country: {name_en: string}
      positions: Record<string, {title_en: string; current_holder?: {name_en: string; since?: string}}>
    }
  >
}

function fromSnapshot(path: string): Found[] {
  const {countries} = JSON.parse(readFileSync(path, "utf8")) as Snapshot
  return Object.values(countries).flatMap(({country, positions}) =>
    Object.values(positions).flatMap(({title_en, current_holder}) =>
      current_holder
        ? [
            {
              person: current_holder.name_en,
              country: codes.get(fold(country.name_en)) ?? "",
              title: titleOf(title_en),
              from: current_holder.since ?? "",
              until: ""
            }
          ]
        : []
    )
  )
}

const [kind, path] = process.argv.slice(2)
if (!path || (kind !== "wikidata" && kind !== "world-leaders")) throw new Error("usage: offices.ts wikidata|world-leaders FILE")
const found = (kind === "wikidata" ? fromWikidata(path) : fromSnapshot(path)).filter(
  f => f.person && f.country && f.title && f.from && !/^Q\d+$/.test(f.person)
)
const source = kind === "wikidata" ? "wikidata-2021" : "world-leaders-current"
const held = (row: Readonly<Record<string, string | undefined>>, day: string): boolean =>
  (row.from ?? "") <= day && (row.until ?? "9") >= day.slice(0, (row.until ?? "9").length)
/// Years cannot correct days: of Wikidata only offices count that heads.tsv knows no holder of. A snapshot gives days: there only who holds it already is known.
const known = (f: Found): boolean =>
  heads.some(
    h =>
      h.country === f.country &&
      h.title === f.title &&
      (kind === "wikidata"
        ? held(h, `${f.from}-12-31`) || held(h, `${f.from}-01-01`)
        : held(h, f.from) && (words(h).includes(slug(f.person)) || h.from === f.from))
  )
const seen = new Set<string>()
const lines = found
  .filter(f => !known(f))
  .map(f =>
    [
      idOf(f.person, f.country),
      f.person,
      "",
      f.country,
      "",
      f.title,
      "GOV",
      f.from,
      f.until,
      source,
      "heads.tsv: not there"
    ].join("\t")
  )
  .filter(line => !seen.has(line) && seen.add(line))
  .sort()
process.stdout.write(
  [
    `# Holders of office as ${source} gives them, where heads.tsv has no such spell; see data/README.md for source and licence.`,
    ...(kind === "world-leaders" ? ["# This file is offered under CC BY-SA 4.0."] : ["# Wikidata: CC0."]),
    "id\tperson\taliases\tcountry\tbody\ttitle\tsector\tfrom\tuntil\tsource\tchecked",
    ...lines,
    ""
  ].join("\n")
)
