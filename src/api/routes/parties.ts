import {actorById, actorLines, pairLines} from "../../store/questions/counts.ts"
import type {ActorDetail, ActorRow, PairList} from "../contract.ts"
import {type Desk, missing} from "../desk.ts"
import {counted, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {actorDetail, actorRow, pairRow} from "../schemas/answers.ts"

/// Who occurs in the ledger, alone and in pairs.
export const parties: readonly Route[] = [
  list<ActorRow>({
    path: "/actors",
    name: "listActors",
    says: "Who takes part in events, most events first; `search` is part of a name here",
    key: "actors",
    row: actorRow,
    filtered: true,
    async page({desk, filters: {search, ...filters}}, page) {
      return counted(await actorLines(desk.store, filters, search, page.limit + 1, page.offset), page)
    },
    entry: row => ({
      id: `actor:${row.id}`,
      title: row.name,
      words: `${row.events} events`,
      page: `/actor/${encodeURIComponent(row.id)}`
    })
  }),

  route({
    method: "get",
    path: "/actors/{id}",
    name: "getActor",
    says: "One actor by its id, or all who act for a country by its code",
    answer: actorDetail,
    async reply({desk, part}) {
      const id = part("id")
      const found = await actorById(desk.store, id)
      if (!found) throw missing(`${id} takes part in no event of this ledger`)
      return {
        actor: {...found.actor, name: desk.country(id)?.name ?? found.actor.name},
        partners: found.partners.map(p => ({...p, name: desk.country(p.id)?.name ?? p.name}))
      } satisfies ActorDetail
    }
  }),

  list<PairList["pairs"][number]>({
    path: "/pairs",
    name: "listPairs",
    says: "Pairs of countries, or of actors without one, on the two sides of events, most events first",
    key: "pairs",
    row: pairRow,
    filtered: true,
    async page({desk, filters}, page) {
      const rows = await pairLines(desk.store, filters, page.limit + 1, page.offset)
      return counted(
        rows.map(p => ({...p, aName: named(desk, p.a), bName: named(desk, p.b)})),
        page
      )
    },
    entry: row => ({
      id: `pair:${row.a}:${row.b}`,
      title: `${row.aName} – ${row.bName}`,
      words: `${row.events} events`,
      page: `/pair/${encodeURIComponent(row.a)}/${encodeURIComponent(row.b)}`
    })
  })
]

export const named = ({country}: Desk, id: string): string => country(id)?.name ?? id.replace(/^name:/, "")
