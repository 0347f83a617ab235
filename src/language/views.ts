/// What the models see of a word: its spelling in small letters, its ends, its shape, all as 32-bit numbers, so that no
/// vocabulary need be kept. Curly quotes look like straight ones, all figures like 0, a headline in capitals like small letters.
export interface View {
  readonly word: number
  /// Begins with a capital, is all capitals, holds figures or a hyphen, is a mark: one small number.
  readonly shape: number
  /// First one to four letters.
  readonly prefixes: readonly number[]
  /// Last one to five letters.
  readonly suffixes: readonly number[]
}

/// The views of the words of one sentence. Where capitals tell nothing, as in headlines, they are not looked at.
export function viewsOf(forms: readonly string[]): View[] {
  const flat = capitalsTellNothing(forms)
  return forms.map((form, i) => viewOf(form, flat, i === 0))
}

/// Mixes numbers into one key of 32 bits, never 0. Part of the weights' format: it must never change without them.
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39)
  h = Math.imul(h ^ (h >>> 12), 0x7feb352d)
  h ^= h >>> 15
  return h === 0 ? 1 : h
}

/// FNV-1a over UTF-16 units.
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const longest = 40
const letterCase = /\p{L}/u

/// All in capitals, all in small letters, or a Title in Which Long Words Are Capitalised.
function capitalsTellNothing(forms: readonly string[]): boolean {
  let words = 0
  let capital = 0
  let small = 0
  let longSmall = 0
  for (const form of forms.length > 400 ? forms.slice(0, 400) : forms) {
    if (form.length > longest || !letterCase.test(form)) continue
    words++
    const first = form[0]!
    if (first !== first.toLowerCase()) capital++
    else {
      small++
      if (form.length > 4) longSmall++
    }
  }
  if (words === 0) return false
  if (capital === 0) return true
  return words >= 4 && capital >= 3 && longSmall === 0 && small <= capital
}

function viewOf(form: string, flat: boolean, first: boolean): View {
  const cut = form.length > longest ? form.slice(0, longest) : form
  const plain = normal(cut)
  const low = plain.toLowerCase()
  const prefixes: number[] = []
  const suffixes: number[] = []
  for (let n = 1; n <= 4; n++) prefixes.push(hashOf(low.slice(0, n)))
  for (let n = 1; n <= 5; n++) suffixes.push(hashOf(low.slice(-n)))
  return {word: hashOf(low), shape: shapeOf(plain, low, flat, first), prefixes, suffixes}
}

/// Quotes made straight, dashes one dash, figures 0.
export function normal(form: string): string {
  if (/^[A-Za-z]+$/.test(form)) return form
  return form
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/''|[“”„‟«»]/g, '"')
    .replace(/^(?:–|—|--+)$/, "--")
    .replace(/…/g, "...")
    .replace(/[0-9]/g, "0")
}

function shapeOf(plain: string, low: string, flat: boolean, first: boolean): number {
  let shape = 0
  if (/\d/.test(plain)) shape |= 1
  if (/[a-z]/i.test(plain) || letterCase.test(plain)) shape |= 2
  if (plain.includes("-") && plain.length > 1) shape |= 4
  if (plain.includes(".") && plain.length > 1) shape |= 8
  if (flat) shape |= 64
  else if (plain !== low) {
    if (plain[0] !== low[0]) shape |= 16
    if (plain.length > 1 && plain === plain.toUpperCase()) shape |= 32
    else if (plain.slice(1) !== low.slice(1)) shape |= 128
    if (first) shape |= 256
  }
  return shape
}
