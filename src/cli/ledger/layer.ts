import type {Verdict} from "../../ledger/judgements.ts"
import {type Correction, contentId, type Party} from "../../model/model.ts"
import {lineOf, standing} from "../../review/lines.ts"
import {overlayOf} from "../../review/overlay.ts"
import {aimedAt} from "../../review/replay.ts"
import {nameOf, targetsOf, verdictsOf} from "../../review/verdicts.ts"
import {articlesOf, articlesOverlaid, articlesWith, asCoded, type Overlay} from "../../store/layer.ts"
import {noteOf, putNote} from "../../store/runs.ts"
import type {Store} from "../../store/store.ts"
import type {Corrections} from "./corrections.ts"

/// Corrections as a ledger's keeper lays them over what is read.
export interface Layer {
  readonly overlay: Overlay
  /// Whether any of them joins or parts events: then what they mean changes with what is read.
  readonly bonds: boolean
  /// What they say of which tellings are of one event, with the judgements on ids among them, in the order of the file.
  verdicts(): Promise<Verdict[]>
  /// Articles over which they lie otherwise than the ledger has them now.
  touched(): Promise<string[]>
  /// Puts down that the ledger has them as they are now.
  note(): Promise<void>
}

interface Held {
  readonly count: number
  readonly hash: string
}

const hashOf = (lines: readonly Correction[]): string => contentId(...lines.map(lineOf))

export function layerOn(store: Store, said: Corrections): Layer {
  const {lines} = said
  const {corrections} = standing(lines)
  const {shown} = overlayOf(corrections)
  const bonds = corrections.filter(c => c.op === "merge" || c.op === "split" || c.op === "not-same")
  const byId = new Map(lines.map(l => [l.id, l]))

  return {
    overlay: shown,
    bonds: bonds.length > 0,
    verdicts: async () => {
      const met = await tellingsAt(store, bonds, shown)
      const all = [...said.verdicts, ...verdictsOf(bonds, target => met.get(nameOf(target)))]
      return all.sort((a, b) => said.placeOf(a.id) - said.placeOf(b.id))
    },
    async touched() {
      const held = await noteOf<Held>(store, "corrected")
      if (!held && lines.length === 0) return []
      const grown = held && held.count <= lines.length && hashOf(lines.slice(0, held.count)) === held.hash
      const articles = new Set<string>(grown ? [] : await articlesOverlaid(store))
      for (const line of grown ? lines.slice(held.count) : lines) for (const id of await reachOf(line)) articles.add(id)
      return [...articles].sort()
    },
    async note() {
      const held = await noteOf<Held>(store, "corrected")
      const now: Held = {count: lines.length, hash: hashOf(lines)}
      if ((held || lines.length > 0) && held?.hash !== now.hash) await putNote(store, "corrected", now)
    }
  }

  /// The articles that a line, or what it takes back, has to do with.
  async function reachOf(line: Correction, depth = 0): Promise<readonly string[]> {
    if (typeof line.target === "string") {
      const of = byId.get(line.target)
      return of && depth < lines.length ? reachOf(of, depth + 1) : []
    }
    if (line.op === "alias") return [line.target.article, ...(await articlesWith(store, (line.before as Party).id))]
    if (line.op === "ignore-source") return articlesOf(store, (line.after as {publisher: string}).publisher)
    return [line.target.article]
  }
}

/// The tellings that the words of corrections carry, read or added, by the names of their targets.
async function tellingsAt(
  store: Store,
  corrections: readonly Correction[],
  overlay: Overlay
): Promise<ReadonlyMap<string, string>> {
  const targets = corrections.flatMap(targetsOf)
  const books = (await asCoded(store, [...new Set(targets.map(t => t.article))])).map(book => {
    const read = new Set(book.coded.map(m => m.id))
    return {...book, coded: [...book.coded, ...overlay(book).filter(m => !read.has(m.id))]}
  })
  const byId = new Map(books.map(b => [b.article.id, b]))
  return new Map(
    targets.flatMap(target => {
      const book = byId.get(target.article)
      const met = book && aimedAt({...target, role: "what"}, book)
      return met === undefined ? [] : [[nameOf(target), met] as const]
    })
  )
}
