/// Tells copies of one wire story from independent tellings, by content (MinHash over five-word shingles) and by credit lines.
import type {Article} from "../model/model.ts"

const hashes = 64
const shingle = 5

/// The MinHash signature of a text: 64 numbers of 32 bits; shares of equal numbers estimate shares of equal shingles.
/// Empty for texts of fewer than five words: too little to call anything a copy.
export function signature(text: string): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < shingle) return []
  const least = new Uint32Array(hashes).fill(0xffffffff)
  const codes = words.map(hashWord)
  for (let i = 0; i + shingle <= codes.length; i++) {
    let h = 0x811c9dc5
    for (let k = 0; k < shingle; k++) h = Math.imul(h ^ codes[i + k]!, 0x01000193)
    for (let k = 0; k < hashes; k++) {
      const mixed = scramble(h ^ seeds[k]!)
      if (mixed < least[k]!) least[k] = mixed
    }
  }
  return [...least]
}

/// The share of shingles two texts have in common, estimated; 0 when either is too short to say.
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let same = 0
  for (let i = 0; i < hashes; i++) if (a[i] === b[i]) same++
  return same / hashes
}

/// From this share on one of two texts is taken for a copy of the other (measured by eval/copies.ts).
export const copyAt = 0.12

/// Whether one of two texts copies the other, by their signatures.
export const isCopy = (a: readonly number[], b: readonly number[]): boolean => likeness(a, b) >= copyAt

/// What merging needs to know of an article beside its mentions.
export interface Book {
  readonly signature: readonly number[]
  /// Agencies it credits, as `creditsOf` gives them.
  readonly credits: readonly string[]
  readonly url?: string
  /// It says of itself that it corrects or updates what stood there before.
  readonly revised?: boolean
}
export type BookOf = (article: string) => Book

/// One article's telling of an event, as far as it matters for where it came from.
export interface Telling extends Book {
  readonly publisher?: string
}

/// How many of these tellings of one event did not come from one another, at most.
export const independentLines = (tellings: readonly Telling[]): number => new Set(linesOf(tellings)).size

/// To which line each telling belongs: those that are alike, or that credit the same agency, or of which one credits the other's
/// publisher, are one line, and so is all that one outlet tells.
export function linesOf(tellings: readonly Telling[]): number[] {
  const group = tellings.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    return at
  }
  tellings.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = tellings[j]!
      const [x, y] = [root(i), root(j)]
      const oneOutlet = a.publisher !== undefined && a.publisher === b.publisher
      if (x !== y && (oneOutlet || sharesCredit(a, b) || isCopy(a.signature, b.signature))) group[x] = y
    }
  })
  return group.map((_, i) => root(i))
}

/// From this share of shingles on, two texts of one outlet are versions of one article.
const versionAt = 0.4

/// Is `b` a later version of the article `a`? It stands at the same address, or says most of the same words in the same outlet; and it
/// is of a later day, or says that it is revised where the other does not.
export function isLaterVersion(a: Telling & {published?: string}, b: Telling & {published?: string}): boolean {
  const sameAddress = a.url !== undefined && a.url === b.url
  const sameOutlet = a.publisher !== undefined && a.publisher === b.publisher
  if (!sameAddress && !(sameOutlet && likeness(a.signature, b.signature) >= versionAt)) return false
  if (a.published !== undefined && b.published !== undefined && a.published !== b.published) return a.published < b.published
  return b.revised === true && a.revised !== true
}

/// Whether an article says of itself, at its head or its foot, that it corrects or updates what stood there before.
export function isRevised(article: Pick<Article, "text" | "removed">): boolean {
  const {text, removed} = article
  return [text.slice(0, 400), text.slice(-400), ...removed.map(r => r.text)].some(part => revision.test(part))
}

const revision =
  /\b(?:earlier|previous|original|first) (?:version|edition) of this (?:article|story|report)|\bthis (?:article|story|report) (?:has been|was) (?:corrected|updated|amended)|^\s*(?:correction|corrected|updated|update|clarification)\s*[:(—-]|\((?:corrects|updates|adds|recasts)\b|\bcorrected version\b/im

function sharesCredit(a: Telling, b: Telling): boolean {
  const isOf = (credit: string, {publisher}: Telling): boolean => publisher !== undefined && agency(publisher) === credit
  return a.credits.some(c => b.credits.includes(c) || isOf(c, b)) || b.credits.some(c => isOf(c, a))
}

/// "Tideline Press Agency" is credited as "Tideline": agencies are told by the first word of their names.
const agency = (name: string): string => name.toLowerCase().match(/[\p{L}\p{N}]+/u)?.[0] ?? ""

/// The agencies an article credits: in its dateline, "SEOUL, May 25 (Tideline) -", or in a credit that was taken out of its text.
export function creditsOf(article: Pick<Article, "text" | "removed">): readonly string[] {
  const dateline = /^\s*\p{Lu}[^()\n]{1,80}[([](?<agency>\p{Lu}[^()[\]\n]{1,30})[)\]] ?(?:--?|[–—:])/u.exec(
    article.text.slice(0, 160)
  )
  const credits = article.removed.filter(r => creditReasons.has(r.reason)).map(r => r.text)
  const names = [dateline?.groups?.agency ?? "", ...credits]
    .flatMap(text => text.split(/[,;/&()[\]]|\band\b/))
    .filter(name => /^\s*\p{Lu}/u.test(name) && !notAgency.test(name))
    .map(agency)
  return [...new Set(names)].filter(name => name !== "").sort()
}

const creditReasons = new Set(["credit at the end", "agency credit"])
const notAgency =
  /^\s*(?:own|our|staff|read|with|from|by|inputs?|reporting|edit(?:ed|ing)|agenc(?:y|ies)|news|wires?|additional)\b/i

function hashWord(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function scramble(x: number): number {
  let h = x
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const seeds = Uint32Array.from({length: hashes}, (_, i) => scramble(0x9e3779b9 + Math.imul(i, 0x61c88647)))
