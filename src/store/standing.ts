import type {Store} from "./store.ts"

/// A mention as it stands in a ledger.
export interface Known<Gist> {
  readonly id: string
  readonly gist: Gist
  readonly event: string
  readonly beside?: string
}

/// What is loaded of where mentions stand; each is read once, however often it is asked for.
export interface Standing<Gist> {
  readonly known: ReadonlyMap<string, Known<Gist>>
  byId(ids: readonly string[]): Promise<readonly Known<Gist>[]>
  /// Loads all mentions of some events.
  groups(events: readonly string[]): Promise<void>
  /// Loads all mentions of the events that some mentions are of.
  around(ids: readonly string[]): Promise<void>
  /// The events of which all mentions are loaded; their mentions; those of one of them.
  events(): Iterable<string>
  whole(): Iterable<Known<Gist>>
  members(event: string): readonly Known<Gist>[]
  /// How many mentions are loaded with all of their events.
  size(): number
  /// Loads what is filed under some keys: all mentions there, once each. `under` tells what is under one that was loaded.
  filed(keys: readonly number[]): Promise<readonly string[]>
  under(key: number): readonly string[]
}

const nobody: readonly string[] = []

export function standingIn<Gist>(store: Store): Standing<Gist> {
  const known = new Map<string, Known<Gist>>()
  const asked = new Set<string>()
  const loaded = new Map<string, Known<Gist>[]>()
  const sought = new Set<number>()
  const filed = new Map<number, string[]>()
  let size = 0
  const groups = async (events: readonly string[]): Promise<void> => {
    const fresh = [...new Set(events)].filter(event => !loaded.has(event))
    for (const event of fresh) loaded.set(event, [])
    if (fresh.length === 0) return
    await load("event", fresh)
    const wanted = new Set(fresh)
    for (const k of known.values()) {
      if (!wanted.has(k.event)) continue
      loaded.get(k.event)!.push(k)
      size++
    }
  }
  const load = async (column: "id" | "event", values: readonly string[]): Promise<void> => {
    const rows = await store.among<{id: string; gist: string; event: string; beside?: string}>(
      "mentions",
      ["id", "gist", "event", "beside"],
      column,
      values
    )
    for (const {gist, ...row} of rows) if (!known.has(row.id)) known.set(row.id, {...row, gist: JSON.parse(gist)})
  }
  return {
    known,
    async byId(ids) {
      const all = [...new Set(ids)]
      const fresh = all.filter(id => !known.has(id) && !asked.has(id))
      for (const id of fresh) asked.add(id)
      await load("id", fresh)
      return all.flatMap(id => known.get(id) ?? [])
    },
    groups,
    async around(ids) {
      const all = [...new Set(ids)]
      const unknown = all.filter(id => !known.has(id) && !asked.has(id))
      // all else of them is loaded with their events
      const rows = await store.among<{event: string}>("mentions", ["event"], "id", unknown)
      await groups([...rows.map(row => row.event), ...all.flatMap(id => known.get(id)?.event ?? [])])
    },
    size: () => size,
    events: () => loaded.keys(),
    *whole() {
      for (const members of loaded.values()) yield* members
    },
    members: event => loaded.get(event) ?? [],
    async filed(keys) {
      const fresh: number[] = []
      for (const key of keys) {
        if (sought.has(key)) continue
        sought.add(key)
        fresh.push(key)
      }
      for (const {key, mention} of await store.among<{key: number; mention: string}>("keys", ["key", "mention"], "key", fresh)) {
        const there = filed.get(key)
        if (there) there.push(mention)
        else filed.set(key, [mention])
      }
      const found = new Set<string>()
      if (filed.size > 0) for (const key of keys) for (const mention of filed.get(key) ?? nobody) found.add(mention)
      return [...found]
    },
    under: key => filed.get(key) ?? nobody
  }
}
