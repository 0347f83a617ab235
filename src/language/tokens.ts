import type {Span} from "../model/model.ts"

/// Splits a text into its words, as Universal Dependencies does for English: "don't" is do + n't, "Kyiv's" Kyiv + 's,
/// "state-run" state + - + run, "co-founder" one, "$5m" $ + 5 + m. Spans are in order, do not overlap, hold no white space,
/// and leave out nothing but white space. Time grows with the length of the text, whatever the text.
export function tokensOf(text: string): Span[] {
  const spans: Span[] = []
  let at = 0
  while (at < text.length) {
    space.lastIndex = at
    if (space.test(text)) at = space.lastIndex
    if (at >= text.length) break
    const end = endOfWord(text, at)
    splitWord(text, at, end, spans)
    at = end
  }
  return spans
}

const space = /\s+/y

/// Shortenings whose stop belongs to them, lower case, without the stop.
const titles =
  "mr mrs ms mx dr prof st ste gen lt col maj sgt cpl capt cmdr adm brig pvt sen rep gov pres hon rev fr sr jr msgr amb supt insp det messrs mme mlle"
const others =
  "inc corp co ltd bros dept univ assn ave blvd rd hwy ft mt vs etc al ca cf approx est ext fig figs vol vols pp ed eds jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun esp incl max min tel"
/// Titles and the like, which a name or number follows, so that no sentence ends at their stop.
export const leadingAbbreviations: ReadonlySet<string> = new Set([
  ...titles.split(" "),
  "no",
  "nos",
  "vs",
  "fig",
  "vol",
  "pp",
  "e.g",
  "i.e",
  "cf",
  "approx",
  "ca"
])
const abbreviations = new Set([...titles.split(" "), ...others.split(" ")])
// Shortenings that are also words: only with a capital, or before a number.
const doubtful = new Set("gen rep sen mar sat sun mon wed jun det est ext fig ed max min tel ave fr jan dec al".split(" "))

/// First parts that a hyphen joins to the word after it.
const joined = new Set(
  "non mid pre anti re post co pro multi ex sub semi neo cross e counter mini inter intra micro over arch socio psycho extra infra ultra super trans un bi tri de".split(
    " "
  )
)

const letters = "\\p{L}\\p{M}"
const patterns: readonly RegExp[] = [
  // addresses of pages and people
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/iuy,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,8}/uy,
  /[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){0,6}\.(?:com|org|net|gov|edu|info|co\.uk|tv|eu|doc|xls|pdf|jpg|txt|html?)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]{0,2000})?/iuy,
  // smileys
  /[:;]['’]?-?[)(DPp](?![\p{L}\p{N}])/uy,
  // tags and handles
  /[#@][\p{L}_][\p{L}\p{N}_]{0,200}/uy,
  // telephone numbers and days in figures
  /(?:\d{1,2}-)?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|(?:\d|\d{3})-\d{4}(?!\d)|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\d-])/y,
  // b/c, w/o
  /(?:b\/c|w\/o)(?!\p{L})/iuy,
  // flight 12A, room 4105SF; but 3M and 5PM are two
  /\d{1,6}(?![AP]M|MM)[ADEG-JLN-Z][A-Z]?(?![\p{L}\p{N}])/uy,
  // 10:30, 1/2, 3rd, 1980s, 1,250.75
  /\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,4}\/\d{1,4}(?![\d/])|\d{1,12}(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|(?:[12]\d)?\d0['’]s(?![\p{L}\p{N}])|\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,12})?(?!\d)|\d{1,15}(?:\.\d{1,15}){1,6}|\.\d{1,15}(?!\d)|\d{1,1000}/iuy,
  /['’]\d{2}s?(?![\p{L}\p{N}])/uy,
  /US\$|[A-Z]{1,2}\$/y,
  // runs of stops, marks, dashes
  /\.{2,1000}|\${2,1000}|…+|[!?]{1,1000}|-{2,1000}|–+|—+|\*{2,1000}|={2,1000}|_{2,1000}|~{2,1000}|#{2,1000}|<{2,1000}|>{2,1000}|``|''/y,
  // "[…]" is one in the treebanks
  /\[(?:\.{3}|…)\]/y,
  // U.S., p.m., e.g., Ph.D.
  /(?:Ph|\p{L})\.(?:\p{L}\.){1,8}(?!\p{L})/uy,
  /Ph\.D\.?/y,
  // AT&T, R&D
  /\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}&])/uy,
  new RegExp(`[${letters}][${letters}\\p{N}_]{0,1000}(?:['’\`][${letters}]{1,100}){0,4}`, "uy")
]
const wordPattern = patterns.at(-1)!
const urlTail = /[.,;:!?)\]}'"’”]+$/

// Most words are letters and then a space: nothing else can begin there.
const plainWord = /[A-Za-z]{1,60}(?=[\s,;]|$)/y

function endOfWord(text: string, at: number): number {
  plainWord.lastIndex = at
  if (plainWord.test(text)) return plainWord.lastIndex
  for (const pattern of patterns) {
    pattern.lastIndex = at
    if (!pattern.test(text)) continue
    let end = pattern.lastIndex
    if (pattern === patterns[0] || pattern === patterns[2]) {
      const shorter = text.slice(at, end).replace(urlTail, "")
      if (shorter.length > 3) end = at + shorter.length
    }
    return pattern === wordPattern ? withStopOrPrefix(text, at, end) : end
  }
  const code = text.codePointAt(at)!
  return at + (code > 0xffff ? 2 : 1)
}

const afterInitial = /\s{1,3}["“‘(]?\p{Lu}/uy
const afterNumberSign = /\s{1,3}\d/y

/// The stop that belongs to an abbreviation or initial, the hyphen of "co-founder".
function withStopOrPrefix(text: string, at: number, end: number): number {
  const next = text[end]
  if (next === "-") {
    let word = text.slice(at, end).toLowerCase()
    let to = end
    for (let parts = 0; parts < 3 && joined.has(word) && text[to] === "-"; parts++) {
      wordPattern.lastIndex = to + 1
      const number = /\d/.test(text[to + 1] ?? "")
      if (number) {
        const figures = /\d{1,10}s?/y
        figures.lastIndex = to + 1
        figures.test(text)
        return figures.lastIndex
      }
      if (!wordPattern.test(text)) return to
      word = text.slice(to + 1, wordPattern.lastIndex).toLowerCase()
      to = wordPattern.lastIndex
    }
    return to
  }
  if (next !== ".") return end
  const word = text.slice(at, end)
  const low = word.toLowerCase()
  if (low === "p" || low === "pp" || low === "c" || low === "b" || low === "d") {
    afterNumberSign.lastIndex = end + 1
    if (afterNumberSign.test(text)) return end + 1
  }
  if (word.length === 1) {
    // "J. Smith", "George W. Bush", but "vitamin C." at an end
    afterInitial.lastIndex = end + 1
    return /\p{Lu}/u.test(word) && word !== "I" && afterInitial.test(text) ? end + 1 : end
  }
  if (low === "no" || low === "nos") {
    afterNumberSign.lastIndex = end + 1
    return afterNumberSign.test(text) ? end + 1 : end
  }
  if (!abbreviations.has(low)) return end
  if (text[end + 1] === ".") return end
  if (doubtful.has(low) && !(low === "al" && /\bet\s$/.test(text.slice(Math.max(0, at - 4), at)))) {
    afterInitial.lastIndex = end + 1
    afterNumberSign.lastIndex = end + 1
    const named = afterInitial.test(text) || afterNumberSign.test(text)
    return /^\p{Lu}/u.test(word) && named && low !== "al" ? end + 1 : end
  }
  return end + 1
}

const clitic = /(?:n['’`]t|['’`](?:s|re|ve|ll|d|m))$/i
/// Words that UD takes apart though nothing in their spelling says so: where the second part begins.
const fused: Readonly<Record<string, number>> = {
  cannot: 3,
  gonna: 3,
  wanna: 3,
  gotta: 3,
  gimme: 3,
  lemme: 3,
  dunno: 2,
  dont: 2,
  didnt: 3,
  doesnt: 4,
  isnt: 2,
  wasnt: 3,
  arent: 3,
  werent: 4,
  havent: 4,
  hasnt: 3,
  hadnt: 3,
  couldnt: 5,
  wouldnt: 5,
  shouldnt: 6,
  thats: 4,
  im: 1,
  ive: 1,
  theyre: 4,
  youre: 3,
  cant: 2,
  wont: 2,
  theres: 5,
  whats: 4
}
// " I'd've ": clitics can stand behind one another, three at most.
function splitWord(text: string, start: number, end: number, into: Span[]): void {
  // "the 60's" is one.
  const figure = /\d/.test(text[start]!)
  if (!figure && end - start > 1 && end - start < 200) {
    const word = text.slice(start, end)
    const cut = Object.hasOwn(fused, word.toLowerCase()) && !/^\p{Lu}{2}/u.test(word) ? fused[word.toLowerCase()]! : 0
    if (cut > 0) {
      into.push({start, end: start + cut}, {start: start + cut, end})
      return
    }
    const tails: Span[] = []
    let to = end
    for (let i = 0; i < 3; i++) {
      const found = clitic.exec(text.slice(start, to))
      if (!found || found.index === 0) break
      tails.unshift({start: start + found.index, end: to})
      to = start + found.index
    }
    into.push({start, end: to}, ...tails)
    return
  }
  into.push({start, end})
}
