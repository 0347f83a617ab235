import type {Article, Skipped} from "../model/model.ts"
import {turn} from "./postgres.ts"
import {oneOf} from "./sql.ts"
import type {Store} from "./store.ts"
import {putSkipped} from "./writes.ts"

/// Articles that wait to be read, in a ledger's PostgreSQL. A worker claims some for a while (a lease); what it read is stored in the same
/// transaction in which it lets go of them, so a worker may die at any moment. What several workers have not come back with is set
/// aside.

/// How long a claim holds, and how many may try.
const lease = "5 minutes"
const mostTries = 3

export const openQueue = (store: Store): Promise<void> =>
  store.transaction(async () => {
    await store.run(`create table if not exists queue (
      id text collate "C" primary key, place bigint generated always as identity, body text not null, taken timestamptz, by text, tries integer not null default 0)`)
    await store.run("create index if not exists queue_place on queue (place)")
  })

/// Puts articles into the queue that are neither in it nor in the ledger; gives how many.
export async function enqueue(store: Store, articles: readonly Article[]): Promise<number> {
  const rows = await store.rows<{id: string}>(
    `insert into queue (id, body) select x.body::json ->> 'id', x.body from (select unnest(string_to_array($1, chr(31))) as body) as x
     where not exists (select 1 from articles a where a.id = x.body::json ->> 'id') on conflict (id) do nothing returning id`,
    [articles.map(a => JSON.stringify(a))]
  )
  return rows.length
}

/// Takes up to `most` articles for a while, in the name of `by`; others take other ones.
export async function claim(store: Store, by: string, most: number): Promise<Article[]> {
  const rows = await store.rows<{body: string}>(
    `update queue set taken = now(), by = $1, tries = tries + 1 where id in (
       select id from queue where (taken is null or taken < now() - interval '${lease}') and tries < ${mostTries}
       order by place limit ${most} for update skip locked) returning body`,
    [by]
  )
  return rows.map(r => JSON.parse(r.body) as Article)
}

/// Whether a transaction could begin now without waiting for its turn.
export async function isNobodyStoring(store: Store): Promise<boolean> {
  const rows = await store.rows<{free: boolean}>(`select pg_try_advisory_xact_lock(${turn}) as free`)
  return rows[0]!.free
}

/// Gives back what a worker had claimed when its database went away: neither others nor it need wait for the lease to end, and it does not
/// count as a try. What is being let go of at this moment stays as it is.
export const giveBack = (store: Store, by: string): Promise<void> =>
  store.run(
    `update queue set taken = null, tries = tries - 1 where id in (
       select id from queue where by = $1 and taken is not null for update skip locked)`,
    [by]
  )

/// Lets go of articles that are done with: inside the transaction that stores them.
export const letGo = (store: Store, ids: readonly string[]): Promise<void> =>
  store.run(`delete from queue where id in ${oneOf("$1")}`, [ids])

/// Takes out what so many workers have claimed and not come back with, and gives it with the reason.
export async function setAside(store: Store): Promise<Skipped[]> {
  return store.transaction(async () => {
    const rows = await store.rows<{body: string}>(
      `delete from queue where tries >= ${mostTries} and taken < now() - interval '${lease}' returning body`
    )
    const aside = rows.map(({body}) => {
      const {url, title, id} = JSON.parse(body) as Article
      return {
        path: url ?? title ?? id,
        reason: `was taken by ${mostTries} workers, and none came back with it: leave it out, and report it with its text`
      }
    })
    await putSkipped(store, aside)
    return aside
  })
}

/// How many articles wait, and how many are in somebody's hands.
export async function queueLength(store: Store): Promise<{waiting: number; taken: number}> {
  const rows = await store.rows<{waiting: number; taken: number}>(
    `select count(*) filter (where taken is null or taken < now() - interval '${lease}') as waiting,
       count(*) filter (where taken >= now() - interval '${lease}') as taken from queue`
  )
  return rows[0]!
}
