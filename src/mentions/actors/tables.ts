import type {Cells} from "./cells.ts"
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

/// All tables of data/actors, by whatever reads rows ("actors/countries.tsv"). Where there is something that hands out a table as it
/// lies in its file too, offices are read from that, each when it is asked for.
export function actorTables(rows: (path: string) => readonly Row[], table?: (path: string) => Cells): ActorTables {
  return {
    countries: rows("actors/countries.tsv"),
    organisations: rows("actors/organisations.tsv"),
    groups: rows("actors/groups.tsv"),
    bodies: rows("actors/bodies.tsv"),
    generic: rows("actors/generic.tsv"),
    givenNames: rows("actors/given-names.tsv"),
    bound: rows("actors/bound.tsv"),
    offices: officeFiles.map(file => ({
      file,
      get rows() {
        return rows(`actors/offices/${file}`)
      },
      ...(table && {cells: table(`actors/offices/${file}`)})
    }))
  }
}
