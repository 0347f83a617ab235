import {actors} from "./actors.ts"
import {article} from "./article.ts"
import {claims} from "./claims.ts"
import {events} from "./events.ts"
import type {Layer} from "./layer.ts"
import {names} from "./names.ts"
import {parse} from "./parse.ts"
import {places} from "./places.ts"
import {relations} from "./relations.ts"
import {reports} from "./reports.ts"
import {sameEventLayer} from "./same-event.ts"
import {times} from "./times.ts"
import {tokens} from "./tokens.ts"

/// Every layer, in the order of the journey. `annals annotate` and its help read this list.
export const layers: readonly Layer[] = [
  tokens,
  parse,
  names,
  times,
  places,
  actors,
  reports,
  claims,
  relations,
  events,
  article,
  sameEventLayer
]
