import type {ActorTables, Row} from "./lexicon.ts"

/// The office tables under data/actors/offices, the better known persons first: where two would fit equally, the earlier is taken.
export const officeFiles: readonly string[] = [
  "heads.tsv",
  "organisations.tsv",
  "groups.tsv",
  "mideast.tsv",
  "asia.tsv",
  "africa.tsv",
  "americas.tsv",
  "europe.tsv",
  "oceania.tsv",
  "wikidata-2021.tsv",
  "world-leaders-current.tsv"
]

/// All tables of data/actors, by whatever reads rows ("actors/countries.tsv").
export function actorTables(rows: (path: string) => readonly Row[]): ActorTables {
  return {
    countries: rows("actors/countries.tsv"),
    organisations: rows("actors/organisations.tsv"),
    groups: rows("actors/groups.tsv"),
    bodies: rows("actors/bodies.tsv"),
    generic: rows("actors/generic.tsv"),
    givenNames: rows("actors/given-names.tsv"),
    bound: rows("actors/bound.tsv"),
    offices: officeFiles.map(file => ({file, rows: rows(`actors/offices/${file}`)}))
  }
}
