/// What the models see of a word: its spelling in small letters, its ends, its shape, all as 32-bit numbers, so that no
/// vocabulary need be kept. Curly quotes look like straight ones, all figures like 0, a headline in capitals like small letters.
export interface View {
  /// In small letters, at most 40.
  readonly spelling: string
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
  const views = forms.map(form => knownView(form, 0))
  if (capitalsTellNothing(forms, views)) return forms.map(form => knownView(form, 2))
  if (forms.length > 0) views[0] = knownView(forms[0]!, 1)
  return views
}

// Most words of a text have been seen before: their views are kept, the same object for the same spelling. Short ones only: a
// longer word may hold the memory of the text it was cut from.
const known: readonly Map<string, View>[] = [new Map(), new Map(), new Map()]
const mostKnown = 20_000
const shortWord = 12

/// `place` is 0 for a word inside a sentence, 1 at its head, 2 where capitals tell nothing.
function knownView(form: string, place: 0 | 1 | 2): View {
  const views = known[place]!
  let view = views.get(form)
  if (!view) {
    view = viewOf(form, place === 2, place === 1)
    if (form.length <= shortWord) {
      if (views.size >= mostKnown) views.clear()
      views.set(form, view)
    }
  }
  return view
}

/// FNV-1a over UTF-16 units.
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const longest = 40
const letterCase = /\p{L}/u
const hasLetters = 2
const beginsHigh = 16

/// All in capitals, all in small letters, or a Title in Which Long Words Are Capitalised.
function capitalsTellNothing(forms: readonly string[], views: readonly View[]): boolean {
  let words = 0
  let capital = 0
  let small = 0
  let longSmall = 0
  for (let i = 0; i < forms.length && i < 400; i++) {
    const {length} = forms[i]!
    const {shape} = views[i]!
    if (length > longest || (shape & hasLetters) === 0) continue
    words++
    if ((shape & beginsHigh) !== 0) capital++
    else {
      small++
      if (length > 4) longSmall++
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
  return {spelling: low, word: hashOf(low), shape: shapeOf(plain, low, flat, first), prefixes, suffixes}
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
  if (/[a-z]/i.test(plain) || letterCase.test(plain)) shape |= hasLetters
  if (plain.includes("-") && plain.length > 1) shape |= 4
  if (plain.includes(".") && plain.length > 1) shape |= 8
  if (flat) shape |= 64
  else if (plain !== low) {
    if (plain[0] !== low[0]) shape |= beginsHigh
    if (plain.length > 1 && plain === plain.toUpperCase()) shape |= 32
    else if (plain.slice(1) !== low.slice(1)) shape |= 128
    if (first) shape |= 256
  }
  return shape
}
