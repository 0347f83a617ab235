import {acled} from "./acled.ts"
import {csl, ris} from "./bibliography.ts"
import {bibtex} from "./bibtex.ts"
import {csv, tsv} from "./csv.ts"
import type {Exporter} from "./exporter.ts"
import {followTheMoney} from "./followthemoney.ts"
import {gdelt} from "./gdelt.ts"
import {gdeltMentions} from "./gdelt-mentions.ts"
import {geojson} from "./geojson.ts"
import {gexf} from "./gexf.ts"
import {graphml} from "./graphml.ts"
import {html} from "./html.ts"
import {icews} from "./icews.ts"
import {jsonl} from "./jsonl.ts"
import {jsonld} from "./jsonld.ts"
import {kml} from "./kml.ts"
import {markdown} from "./markdown.ts"
import {phoenix} from "./phoenix.ts"
import {polecat} from "./polecat.ts"
import {tableExporters} from "./tables.ts"
import {timeline} from "./timeline.ts"
import {ucdp} from "./ucdp.ts"

/// Every exporter there is, in the order help and page show them: our own tables, those that other data sets' users know,
/// then maps, networks, linked data, people and their bibliographies.
export const exporters: readonly Exporter[] = [
  csv,
  tsv,
  jsonl,
  ...tableExporters,
  icews,
  polecat,
  gdelt,
  gdeltMentions,
  phoenix,
  acled,
  ucdp,
  geojson,
  kml,
  gexf,
  graphml,
  followTheMoney,
  jsonld,
  timeline,
  markdown,
  html,
  bibtex,
  csl,
  ris
]
