import type {Meaning} from "./lexicon.ts"
import {all, fold, type Letters, lower, particles, piecesOf, upper} from "./pieces.ts"

/// A name as it is looked for, with one of its meanings.
export interface Entry {
  readonly name: string
  readonly means: Meaning
  /// Whether it must be written with at least the capitals it has here.
  readonly strict: boolean
  /// How each piece must be written; worked out when first asked for, since most names never are.
  letters: readonly Letters[] | undefined
}

/// Names by their first piece. Most names never occur in a text: what is added waits until its first piece is looked for.
export interface NameTable {
  /// The names that begin with a piece, or those that still wait, the latest first.
  readonly heads: Map<string, Head | Waiting>
  /// The user's words name every sort of actor that his codes tell apart.
  readonly allSorts?: boolean
}

/// All names that begin with the same piece.
export class Head {
  /// Which numbers of pieces they have, one bit each.
  lengths = 0
  /// The name of this piece alone.
  readonly single: Entry[] = []
  /// The second pieces of the others, and these by all their pieces, joined with blanks.
  readonly seconds = new Set<string>()
  readonly longer = new Map<string, Entry[]>()
}

interface Waiting {
  readonly name: string
  /// What it means, or how that is told once it is looked for.
  readonly means: Meaning | ((row: number) => Meaning)
  readonly row: number
  readonly strict: boolean
  readonly before: Waiting | Head | undefined
}

export const nameTable = (): NameTable => ({heads: new Map()})

/// The names that begin with a piece; undefined where none does.
export function headOf(table: NameTable, first: string): Head | undefined {
  const found = table.heads.get(first)
  if (found === undefined || found instanceof Head) return found
  const all: Waiting[] = []
  let head: Waiting | Head | undefined = found
  for (; head && !(head instanceof Head); head = head.before) all.push(head)
  const opened = head ?? new Head()
  for (const {name, means, row, strict} of all.reverse())
    put(opened, name, typeof means === "function" ? means(row) : means, strict)
  table.heads.set(first, opened)
  return opened
}

/// What a name means, given its pieces joined with blanks.
export function entriesOf(table: NameTable, key: string): readonly Entry[] | undefined {
  const blank = key.indexOf(" ")
  return blank < 0 ? headOf(table, key)?.single : headOf(table, key.slice(0, blank))?.longer.get(key)
}

/// Puts a name into a table. Acronyms must stand in capitals, `name`s with at least the capitals they have; `any` as one likes.
/// Where what it means is yet to be made, it is made of `row` when a name that begins so is first looked for.
export function addName(
  table: NameTable,
  name: string,
  means: Meaning | ((row: number) => Meaning),
  written: "name" | "any",
  row = -1
): void {
  wait(table, name, means, written === "name", row)
  // "Cote d'Ivoire" may be cut as "d'" and "Ivoire" or stay whole.
  if ((name.includes("'") || name.includes("’")) && /['’](?!s\b)\p{L}/u.test(name))
    wait(table, name.replace(/['’](?!s\b)(?=\p{L})/gu, " "), means, written === "name", row)
}

function wait(table: NameTable, name: string, means: Waiting["means"], strict: boolean, row: number): void {
  const first = firstPiece(name)
  if (first === undefined) return
  table.heads.set(first, {name, means, row, strict, before: table.heads.get(first)})
}

function firstPiece(name: string): string | undefined {
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i)
    if ((c | 32) >= 97 && (c | 32) <= 122) continue
    return i > 0 && (c === 32 || c === 45) ? name.slice(0, i).toLowerCase() : piecesOf(name)[0]
  }
  return name === "" ? undefined : name.toLowerCase()
}
const plain = /^[A-Za-z]+(?: [A-Za-z]+)*$/

function put(head: Head, name: string, means: Meaning, strict: boolean): void {
  const key = plain.test(name) ? name.toLowerCase() : piecesOf(name).join(" ")
  const pieces = key.split(" ")
  let found = head.single
  if (pieces.length > 1) {
    head.seconds.add(pieces[1]!)
    found = head.longer.get(key) ?? []
    if (found.length === 0) head.longer.set(key, found)
  }
  if (!found.some(e => e.means === means || sameMeaning(e.means, means))) found.push({name, means, strict, letters: undefined})
  head.lengths |= 1 << Math.min(pieces.length, 30)
}

/// How each piece of an entry's name must be written at least.
export function lettersOf(entry: Entry, pieces: readonly string[]): readonly Letters[] | undefined {
  if (!entry.strict) return undefined
  entry.letters ??= lettersNeeded(entry.name, pieces)
  return entry.letters
}

const small: ReadonlySet<string> = new Set([...particles, "s", "of", "the", "and", "for", "in", "on", "to"])

function lettersNeeded(name: string, pieces: readonly string[]): Letters[] {
  if (pieces.length === 1) {
    const word = name.replaceAll(".", "")
    const capitals = word === word.toUpperCase() && word !== word.toLowerCase()
    if (capitals && word.length > 1 && word.length <= 6) return [all]
    return [isUpper(name) ? upper : lower]
  }
  const words = name.split(/[\s-]+/)
  const out: Letters[] = []
  let w = 0
  for (const piece of pieces) {
    // A word of no pieces ("&") or of two ("Lord's") shifts the count; small words may be written as one likes.
    while (w < words.length - 1 && !startsLike(words[w]!, piece)) w++
    const word = words[w] ?? piece
    out.push(!small.has(piece) && isUpper(word) && startsLike(word, piece) ? upper : lower)
    if (startsLike(word, piece)) w++
  }
  return out
}

const isUpper = (word: string): boolean => word[0] !== undefined && word[0] !== word[0].toLowerCase()
const startsLike = (word: string, piece: string): boolean => fold(word)[0] === piece[0]

const sameMeaning = (a: Meaning, b: Meaning): boolean =>
  a.is === b.is &&
  ((a.is === "country" && b.is === "country" && a.country === b.country && a.form === b.form) ||
    (a.is === "person" && b.is === "person" && a.person === b.person) ||
    (a.is === "body" && b.is === "body" && a.body === b.body) ||
    (a.is === "generic" && b.is === "generic" && a.generic === b.generic && a.plural === b.plural))
