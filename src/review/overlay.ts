import type {Correction, EventMention, Target} from "../model/model.ts"
import {type Book, type Replayed, replay} from "./replay.ts"

/// Standing corrections, sorted by the articles they are about.
export interface Overlay {
  /// What they make of an article; the very list that was coded where nothing is said of it.
  shown(book: Book): readonly EventMention[]
  replay(book: Book): Replayed
  /// The lines that have to do with an article, in order.
  about(article: string): readonly Correction[]
}

export function overlayOf(corrections: readonly Correction[]): Overlay {
  const everywhere = corrections.filter(c => c.op === "alias" || c.op === "ignore-source")
  const places = new Map(corrections.map((c, i) => [c.id, i]))
  const own = new Map<string, Correction[]>()
  for (const correction of corrections) {
    const {article} = correction.target as Target
    const list = own.get(article)
    if (list) list.push(correction)
    else own.set(article, [correction])
  }
  const about = (article: string): readonly Correction[] => {
    const mine = own.get(article)
    if (!mine) return everywhere
    if (everywhere.length === 0) return mine
    return [...new Set([...everywhere, ...mine])].sort((a, b) => places.get(a.id)! - places.get(b.id)!)
  }
  const done = (book: Book): Replayed => replay(about(book.article.id), book)
  return {
    about,
    replay: done,
    shown: book => (about(book.article.id).length === 0 ? book.coded : done(book).mentions)
  }
}
