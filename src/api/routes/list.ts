import type {Route} from "../route.ts"
import {articles} from "./articles.ts"
import {briefing} from "./briefing.ts"
import {broughtAlong} from "./brought.ts"
import {events} from "./events.ts"
import {exports} from "./exports.ts"
import {jobs} from "./jobs.ts"
import {parties} from "./parties.ts"
import {pile} from "./pile.ts"
import {places} from "./places.ts"
import {reports} from "./reports.ts"
import {reviews} from "./reviews.ts"
import {runs} from "./runs.ts"
import {search} from "./search.ts"
import {views} from "./views.ts"

/// Every route there is, in the order the document shows them.
export const routes: readonly Route[] = [
  ...events,
  ...reports,
  ...search,
  ...parties,
  ...articles,
  ...runs,
  ...reviews,
  ...exports,
  ...pile,
  ...briefing,
  ...places,
  ...broughtAlong,
  ...views,
  ...jobs
]
