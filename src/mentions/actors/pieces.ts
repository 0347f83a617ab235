import type {Token} from "../../model/model.ts"

/// Names are compared piece by piece: lower case, without accents, dots and apostrophes, split at hyphens, so that
/// "al-Assad", "Al Assad" and "al - Assad" are the same two pieces, however the text was cut into tokens.

/// The pieces of a document. `token[i]` is the token that piece `i` belongs to.
export interface Pieces {
  readonly word: readonly string[]
  readonly token: readonly number[]
  /// How the piece is written: `lower`, `upper` first letter, or `all` capitals ("UN", "U.S.").
  readonly letters: readonly Letters[]
  /// True where a hyphen joins the piece to the one before it.
  readonly hyphened: readonly boolean[]
}

export type Letters = 0 | 1 | 2
export const lower: Letters = 0
export const upper: Letters = 1
export const all: Letters = 2

/// Stands between pieces that no name may cross: a comma, a bracket, the end of a sentence.
export const wall = ""

const ascii = /^[\0-\x7f]*$/
const marks = /\p{M}/gu
const letterLike: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ð: "d",
  ə: "a"
}

/// Lower case without accents.
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize("NFD")
    .replace(marks, "")
    .toLowerCase()
    .replace(/[øłđıæœßþðə]/g, c => letterLike[c] ?? c)
    .replace(/[‘’ʼʻ`´]/g, "'")
    .replace(/[‐‑–—−]/g, "-")
}

/// The pieces of a name as it stands in a table.
export function piecesOf(name: string): string[] {
  if (plainLetters(name) !== undefined) return [name.toLowerCase()]
  const out: string[] = []
  if (simple.test(name)) {
    for (const part of name.toLowerCase().split(/[ -]/)) if (part !== "") out.push(part)
    return out
  }
  for (const word of name.split(/\s+/)) pushPieces(fold(word), part => out.push(part))
  return out
}

const simple = /^[a-z -]*$/i

function pushPieces(folded: string, push: (part: string, hyphened: boolean) => void): void {
  let hyphened = false
  for (let part of folded.split("-")) {
    if (part === "") continue
    let owner = false
    if (part.length > 2 && part.endsWith("'s")) {
      part = part.slice(0, -2)
      owner = true
    }
    const letters = part.replace(/[^\p{L}\p{N}&+/]/gu, "")
    if (letters !== "") {
      push(letters, hyphened)
      if (owner) push("s", false)
      hyphened = true
    }
  }
}

/// The pieces of a document's tokens, with a wall at every sentence end and at punctuation.
export function documentPieces(tokens: readonly Token[]): Pieces {
  const word: string[] = []
  const token: number[] = []
  const letters: Letters[] = []
  const hyphened: boolean[] = []
  const put = (piece: string, at: number, how: Letters, joined: boolean) => {
    word.push(piece)
    token.push(at)
    letters.push(how)
    hyphened.push(joined)
  }
  let sentence = -1
  let joint = false
  for (let at = 0; at < tokens.length; at++) {
    const {text, sentence: own, start} = tokens[at]!
    if (own !== sentence) {
      put(wall, at, lower, false)
      sentence = own
      joint = false
    }
    const how = plainLetters(text)
    if (how !== undefined) {
      put(how === lower ? text : text.toLowerCase(), at, how, joint)
      joint = false
      continue
    }
    const folded = fold(text)
    if (folded === "'s") {
      put("s", at, lower, false)
      joint = false
      continue
    }
    if (folded === "-") {
      // "Russian-backed" cut into three: the hyphen joins. A dash with blanks around it is a wall.
      const before = tokens[at - 1]
      const after = tokens[at + 1]
      if (before && after && before.end === start && after.start === start + text.length) joint = true
      else put(wall, at, lower, false)
      continue
    }
    if (folded === "'" || folded === "''") continue
    const before = word.length
    // Very long "words" are no names; they would only cost time.
    if (folded.length <= 80) {
      let from = 0
      pushPieces(folded, (piece, inside) => {
        const written =
          text.length === folded.length
            ? text.slice((from = Math.max(0, folded.indexOf(piece[0]!, from))), from + piece.length)
            : text
        from += piece.length
        put(
          piece,
          at,
          piece === "s" && word.length > before
            ? lower
            : text.includes(".") && piece.length <= 5 && isAcronym(text)
              ? all
              : lettersOf(written),
          inside || (joint && word.length === before)
        )
      })
    }
    if (word.length === before) put(wall, at, lower, false)
    joint = false
  }
  put(wall, Math.max(0, tokens.length - 1), lower, false)
  return {word, token, letters, hyphened}
}

/// How a word of plain letters is written; undefined where there is anything else in it.
function plainLetters(text: string): Letters | undefined {
  let small = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 97 && c <= 122) small++
    else if (c < 65 || c > 90) return undefined
  }
  if (text === "") return undefined
  if (small === text.length) return lower
  if (small === 0) return text.length > 1 ? all : upper
  return text.charCodeAt(0) < 97 ? upper : lower
}

/// "U.S.", "D.P.R.K.": single capitals, each with its dot.
const isAcronym = (text: string): boolean => /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(text)

export function lettersOf(text: string): Letters {
  const first = text[0]
  if (first === undefined) return lower
  if (text === text.toUpperCase() && text !== text.toLowerCase()) return text.length > 1 ? all : upper
  return first !== first.toLowerCase() ? upper : lower
}

/// What is left of a name when the habits of transcription are taken away: Gaddafi, Kadhafi and Qadhafi are one, and so are
/// Zelensky, Zelenskyy and Zelenskiy. Only for comparing names that are already likely to be the same.
export function skeleton(piece: string): string {
  let found = skeletons.get(piece)
  if (found !== undefined) return found
  found = bareSkeleton(piece)
  if (skeletons.size > 20000) skeletons.clear()
  if (piece.length < 40) skeletons.set(piece, found)
  return found
}

/// Names recur: what was asked last is remembered.
const skeletons = new Map<string, string>()

/// The same, not remembered: for whole tables.
export function bareSkeleton(piece: string): string {
  let out = ""
  let last = ""
  for (let i = 0; i < piece.length; i++) {
    let c = piece[i]!
    const next = piece[i + 1]
    switch (c) {
      case "s":
      case "c":
      case "z":
        // sch, sh, ch, cz, tch: one hiss
        if (c === "s" && next === "c" && piece[i + 2] === "h") i += 2
        else if ((c !== "z" && next === "h") || (c === "c" && next === "z")) i += 1
        else if (c === "c" && next === "k") {
          i += 1
          c = "k"
          break
        } else break
        c = "c"
        break
      case "t":
        if (next === "c" && piece[i + 2] === "h") {
          i += 2
          c = "c"
        } else if (next === "h") i += 1
        break
      case "k":
      case "d":
        if (next === "h") i += 1
        else if (c === "d" && next === "j") i += 1
        break
      case "g":
        if (next === "h") i += 1
        if (out === "" && next !== undefined && "ahod".includes(next)) c = "k"
        break
      case "q":
        c = "k"
        break
      case "p":
        if (next === "h") {
          i += 1
          c = "f"
        }
        break
      case "w":
        c = "v"
        break
      case "x":
        out += "k"
        c = "s"
        break
      case "o":
        if (next === "u" || next === "o" || next === "w") i += 1
        else if (next === "e") i += 1
        break
      case "u":
        c = "o"
        if (next === "e") i += 1
        break
      case "e":
        if (next === "e" || next === "i" || next === "y") i += 1
        break
      case "a":
        if (next === "i" || next === "e" || next === "y") {
          i += 1
          c = "e"
        }
        break
      case "y":
      case "j":
        c = "i"
        if (next === "e") i += 1
        break
      case "i":
        if (next === "y" || next === "i" || next === "e" || next === "j") i += 1
        break
      case "h":
        continue
    }
    if (c === last) continue
    out += c
    last = c
  }
  while (out.length > 3 && out.endsWith("i")) out = out.slice(0, -1)
  return out
}

/// Small words inside names: "al", "bin", "van der".
export const particles: ReadonlySet<string> = new Set(
  "al el ad an ar as at ash az bin ben ibn bint van von der den de del della di da do dos das la le lo du ten ter zu abu abd ul ur".split(
    " "
  )
)
