import type {Hono} from "hono"
import {actorById, actorLines, pairLines} from "../../store/questions/counts.ts"
import {filtersOf, paged, pageOf} from "../asked.ts"
import type {ActorDetail, ActorList, PairList} from "../contract.ts"
import {type Desk, problem} from "../desk.ts"

/// Who occurs in the ledger, alone and in pairs.
export function parties(app: Hono, {store, country}: Desk): void {
  const named = (id: string): string => country(id)?.name ?? id.replace(/^name:/, "")

  app.get("/actors", async c => {
    const {limit, offset} = pageOf(c)
    const {search, ...filters} = filtersOf(c)
    const {rows, next} = paged(await actorLines(store, filters, search, limit + 1, offset), limit, offset)
    return c.json({actors: rows, next} satisfies ActorList)
  })

  app.get("/actors/:id", async c => {
    const id = c.req.param("id")
    const found = await actorById(store, id)
    if (!found) return c.json(problem(404, "no such actor", `${id} takes part in no event of this ledger`), 404)
    return c.json({
      actor: {...found.actor, name: country(id)?.name ?? found.actor.name},
      partners: found.partners.map(p => ({...p, name: country(p.id)?.name ?? p.name}))
    } satisfies ActorDetail)
  })

  app.get("/pairs", async c => {
    const {limit, offset} = pageOf(c)
    const {rows, next} = paged(await pairLines(store, filtersOf(c), limit + 1, offset), limit, offset)
    return c.json({pairs: rows.map(p => ({...p, aName: named(p.a), bName: named(p.b)})), next} satisfies PairList)
  })
}
