import {noteOf, putNote} from "../../store/runs.ts"
import type {Store} from "../../store/store.ts"
import type {View} from "../contract.ts"
import {BadRequest, missing} from "../desk.ts"
import {among, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {view} from "../schemas/jobs.ts"

const viewsOf = async (store: Store): Promise<readonly View[]> => (await noteOf<View[]>(store, "views")) ?? []

/// One after another: each sees what the one before has written.
const rewrite = (store: Store, change: (views: readonly View[]) => readonly View[]): Promise<void> =>
  store.transaction(async () => putNote(store, "views", change(await viewsOf(store))))

const most = 500

/// Filters that people have given a name, kept in the ledger.
export const views: readonly Route[] = [
  list<View>({
    path: "/views",
    name: "listViews",
    says: "Saved views of the ledger, by name",
    key: "views",
    row: view,
    page: async ({desk}, page) => among(await viewsOf(desk.store), page),
    entry: row => ({id: `view:${encodeURIComponent(row.name)}`, title: row.name, words: row.query, page: `/ledger?${row.query}`})
  }),

  route({
    method: "post",
    path: "/views",
    name: "saveView",
    says: "Saves a view; one of the same name gives way",
    body: view,
    answer: view,
    status: 201,
    async reply({desk, body}) {
      if ((await viewsOf(desk.store)).length >= most) throw new BadRequest(`there are ${most} views already; delete some`, 409)
      await rewrite(desk.store, views =>
        [...views.filter(v => v.name !== body.name), body].sort((a, b) => (a.name < b.name ? -1 : 1))
      )
      return body
    }
  }),

  route({
    method: "delete",
    path: "/views/{name}",
    name: "deleteView",
    says: "Forgets a saved view",
    answer: view,
    async reply({desk, part}) {
      const found = (await viewsOf(desk.store)).find(v => v.name === part("name"))
      if (!found) throw missing(`no view ${JSON.stringify(part("name"))}`)
      await rewrite(desk.store, views => views.filter(v => v.name !== found.name))
      return found
    }
  })
]
