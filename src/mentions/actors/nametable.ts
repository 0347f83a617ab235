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

/// Names by their pieces, joined with blanks; and for each first piece, which numbers of pieces names that begin so have (one bit each).
/// Most names never occur in a text: what is added waits, by its first piece, until that piece is looked for.
export interface NameTable {
  readonly entries: Map<string, Entry[]>
  /// By first piece: the lengths, or the names that still wait, the latest first.
  readonly heads: Map<string, number | Waiting>
  /// The user's words name every sort of actor that his codes tell apart.
  readonly allSorts?: boolean
}

interface Waiting {
  readonly name: string
  readonly means: Meaning
  readonly strict: boolean
  readonly before: Waiting | number | undefined
}

export const nameTable = (): NameTable => ({entries: new Map(), heads: new Map()})

/// Which numbers of pieces the names have that begin with a piece; undefined where none does.
export function lengthsOf(table: NameTable, first: string): number | undefined {
  const head = table.heads.get(first)
  if (head === undefined || typeof head === "number") return head
  const all: Waiting[] = []
  let lengths = 0
  for (let one: Waiting | undefined = head; one; one = typeof one.before === "number" ? undefined : one.before) {
    all.push(one)
    if (typeof one.before === "number") lengths = one.before
  }
  for (const {name, means, strict} of all.reverse()) lengths |= put(table, name, means, strict)
  table.heads.set(first, lengths)
  return lengths
}

/// What a name means, given its pieces joined with blanks.
export function entriesOf(table: NameTable, key: string): readonly Entry[] | undefined {
  const blank = key.indexOf(" ")
  lengthsOf(table, blank < 0 ? key : key.slice(0, blank))
  return table.entries.get(key)
}

/// Puts a name into a table. Acronyms must stand in capitals, `name`s with at least the capitals they have; `any` as one likes.
export function addName(table: NameTable, name: string, means: Meaning, written: "name" | "any"): void {
  wait(table, name, means, written === "name")
  // "Cote d'Ivoire" may be cut as "d'" and "Ivoire" or stay whole.
  if (/['’](?!s\b)\p{L}/u.test(name)) wait(table, name.replace(/['’](?!s\b)(?=\p{L})/gu, " "), means, written === "name")
}

function wait(table: NameTable, name: string, means: Meaning, strict: boolean): void {
  const first = firstPiece(name)
  if (first === undefined) return
  table.heads.set(first, {name, means, strict, before: table.heads.get(first)})
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

/// Puts a name under its pieces and tells, as one bit, how many they are.
function put(table: NameTable, name: string, means: Meaning, strict: boolean): number {
  const key = plain.test(name) ? name.toLowerCase() : piecesOf(name).join(" ")
  const found = table.entries.get(key)
  if (!found) table.entries.set(key, [{name, means, strict, letters: undefined}])
  else if (!found.some(e => e.means === means || sameMeaning(e.means, means)))
    found.push({name, means, strict, letters: undefined})
  let count = 1
  for (let at = key.indexOf(" "); at >= 0; at = key.indexOf(" ", at + 1)) count++
  return 1 << Math.min(count, 30)
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
