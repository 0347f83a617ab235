import type {Route} from "../route.ts"
import {articles} from "./articles.ts"
import {events} from "./events.ts"
import {exports} from "./exports.ts"
import {parties} from "./parties.ts"
import {pile} from "./pile.ts"
import {runs} from "./runs.ts"

/// Every route there is, in the order the document shows them.
export const routes: readonly Route[] = [...events, ...parties, ...articles, ...runs, ...exports, ...pile]
