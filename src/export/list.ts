import {bibtex} from "./bibtex.ts"
import {csv, tsv} from "./csv.ts"
import type {Exporter} from "./exporter.ts"
import {gdelt} from "./gdelt.ts"
import {geojson} from "./geojson.ts"
import {gexf} from "./gexf.ts"
import {icews} from "./icews.ts"
import {jsonl} from "./jsonl.ts"
import {markdown} from "./markdown.ts"
import {phoenix} from "./phoenix.ts"
import {polecat} from "./polecat.ts"
import {tableExporters} from "./tables.ts"

/// Every exporter there is, in the order help and page show them: our own tables, those that other data sets' users know,
/// then maps, networks, people and their bibliographies.
export const exporters: readonly Exporter[] = [
  csv,
  tsv,
  jsonl,
  ...tableExporters,
  icews,
  polecat,
  gdelt,
  phoenix,
  geojson,
  gexf,
  markdown,
  bibtex
]
