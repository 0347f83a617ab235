import type {Route} from "../route.ts"
import {articles} from "./articles.ts"
import {briefing} from "./briefing.ts"
import {events} from "./events.ts"
import {exports} from "./exports.ts"
import {parties} from "./parties.ts"
import {pile} from "./pile.ts"
import {places} from "./places.ts"
import {reports} from "./reports.ts"
import {reviews} from "./reviews.ts"
import {runs} from "./runs.ts"

/// Every route there is, in the order the document shows them.
export const routes: readonly Route[] = [
  ...events,
  ...reports,
  ...parties,
  ...articles,
  ...runs,
  ...reviews,
  ...exports,
  ...pile,
  ...briefing,
  ...places
]
