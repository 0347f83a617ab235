import type {Party, Sector} from "../../model/model.ts"
import type {ActorLexicon, Country, Person, Spell} from "./lexicon.ts"
import {particles, piecesOf, skeleton} from "./pieces.ts"

/// How surely a dated thing held on a day: 2 surely, 1 perhaps (the month or year of its beginning or end), 0 not.
export function holdsOn(dated: {readonly from?: string; readonly until?: string}, day: string): 0 | 1 | 2 {
  const {from, until} = dated
  if (from !== undefined && day < earliest(from)) return 0
  if (until !== undefined && (until.length === 10 ? day >= until : day > latest(until))) return 0
  if (from !== undefined && from.length < 10 && day < latest(from)) return 1
  if (until !== undefined && until.length < 10 && day >= earliest(until)) return 1
  return 2
}

const earliest = (day: string): string => (day.length === 10 ? day : day.length === 7 ? `${day}-01` : `${day}-01-01`)
const latest = (day: string): string => (day.length === 10 ? day : day.length === 7 ? `${day}-31` : `${day}-12-31`)

/// Whether a spell began after a day, or ended before it.
export const before = (spell: Spell, day: string): boolean => spell.until !== undefined && latest(spell.until) <= day
const after = (spell: Spell, day: string): boolean => spell.from !== undefined && earliest(spell.from) > day

/// Who held one of some offices of a country or body on a day; the first of `titles` that somebody held decides. Where nobody did,
/// whoever left it in the fortnight before: papers call one who was killed or ousted yesterday by the office.
export function holder(lexicon: ActorLexicon, of: readonly string[], titles: readonly string[], day: string): Spell | undefined {
  return inOffice(lexicon, of, titles, day) ?? lastHolder(lexicon, of, titles, day)
}

const fortnight = 14 * 24 * 3600 * 1000

function lastHolder(lexicon: ActorLexicon, of: readonly string[], titles: readonly string[], day: string): Spell | undefined {
  let best: Spell | undefined
  for (const key of of)
    for (const spell of lexicon.offices.get(key) ?? []) {
      const {until} = spell
      if (until === undefined || until.length < 10 || until > day || !titles.includes(spell.title)) continue
      if (Date.parse(day) - Date.parse(until) <= fortnight && until > (best?.until ?? "")) best = spell
    }
  return best
}

function inOffice(lexicon: ActorLexicon, of: readonly string[], titles: readonly string[], day: string): Spell | undefined {
  for (const title of titles) {
    let best: Spell | undefined
    let sure = 0
    for (const key of of) {
      for (const spell of lexicon.offices.get(key) ?? []) {
        if (spell.title !== title) continue
        const holds = holdsOn(spell, day)
        if (holds > sure || (holds === sure && holds > 0 && (spell.from ?? "") > (best?.from ?? ""))) {
          best = spell
          sure = holds
        }
      }
      if (best) return best
    }
  }
  return undefined
}

/// Who came into one of some offices next after a day, within a year and a half: the "president-elect".
export function successor(
  lexicon: ActorLexicon,
  of: readonly string[],
  titles: readonly string[],
  day: string
): Spell | undefined {
  let best: Spell | undefined
  const limit = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  for (const key of of) {
    for (const spell of lexicon.offices.get(key) ?? []) {
      if (!titles.includes(spell.title) || !after(spell, day) || earliest(spell.from!) > limit) continue
      if (!best || spell.from! < best.from!) best = spell
    }
  }
  return best
}

/// "the new president" in the days around the handover is who comes, even if the day before.
export function newHolder(
  lexicon: ActorLexicon,
  of: readonly string[],
  titles: readonly string[],
  day: string
): Spell | undefined {
  const now = inOffice(lexicon, of, titles, day)
  const next = successor(lexicon, of, titles, day)
  const old = now?.from !== undefined && Date.parse(day) - Date.parse(earliest(now.from)) > 30 * fortnight
  return next?.from?.length === 10 && (!now || old) && Date.parse(next.from) - Date.parse(day) <= fortnight ? next : now
}

/// The titles that an office word asks for in a country: "the leader" is whoever leads there.
export function titlesFor(id: string, answers: readonly string[], country: Country | undefined): readonly string[] {
  if (id !== "leader") return answers
  return [
    ...answers,
    ...(country ? [country.leader] : []),
    "president",
    "prime minister",
    "king",
    "chancellor",
    "secretary-general",
    "chairman",
    "director-general",
    "commander",
    "founder"
  ]
}

/// What is known of who a name may mean.
export interface Clues {
  readonly day: string | undefined
  /// Countries that the phrase itself names, and bodies.
  readonly of: readonly string[]
  /// Titles that the phrase gives.
  readonly titles: readonly string[]
  readonly former: boolean
  /// How much the text speaks of a country: sentence and document.
  readonly weight: (country: string) => number
  /// A bare family name needs more than one with "Mr." or a title before it.
  readonly addressed: boolean
  /// Ids of those whose name is spelled just so in the tables.
  readonly spelled: ReadonlySet<string>
}

export interface Match {
  readonly person: Person
  readonly spell: Spell | undefined
  readonly score: number
}

/// Whom a name may mean, best first. `pieces` is the name without titles; initials count little, particles nothing.
export function whoIs(lexicon: ActorLexicon, pieces: readonly string[], clues: Clues): Match[] {
  const words = pieces.filter(p => !particles.has(p) || pieces.length === 1)
  const full = words.filter(p => p.length > 1)
  if (full.length === 0) return []
  const candidates = new Set<Person>()
  for (const word of full) for (const person of lexicon.persons(skeleton(word))) candidates.add(person)
  const bones = full.map(skeleton)
  const out: Match[] = []
  for (const person of candidates) {
    const name = nameScore(lexicon, person, words, full, bones, clues.addressed) + (clues.spelled.has(person.id) ? 1.5 : 0)
    if (name <= 0) continue
    let best: Match | undefined
    for (const spell of person.spells) {
      const score = name + spellScore(spell, clues, full.length)
      if (score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = {person, spell, score}
    }
    if (best) out.push(best)
  }
  return out.sort((a, b) => b.score - a.score || a.person.rank - b.person.rank)
}

/// Whose name among those in office that day in some countries is misspelled so: one letter wrong in six, two in nine.
export function misspelled(
  lexicon: ActorLexicon,
  pieces: readonly string[],
  countries: Iterable<string>,
  day: string
): Spell | undefined {
  const word = pieces[pieces.length - 1] ?? ""
  const allowed = word.length >= 9 ? 2 : word.length >= 6 ? 1 : 0
  if (allowed === 0) return undefined
  for (const country of countries)
    for (const spell of lexicon.offices.get(country) ?? []) {
      if (!isTop(spell.title) || holdsOn(spell, day) === 0) continue
      const family = piecesOf(spell.person.name).pop() ?? ""
      if (family[0] === word[0] && distance(family, word) <= allowed) return spell
    }
  return undefined
}

/// How many letters must be put in, taken out, changed or swapped to make one word of another.
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length + b.length > 60) return 9
  let before: number[] = []
  let row = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/// The pieces of all spellings of a name, and their skeletons: worked out when somebody is first looked at.
const anatomies = new WeakMap<Person, {readonly pieces: readonly string[]; readonly skeletons: readonly string[]}>()
function anatomy(person: Person) {
  let found = anatomies.get(person)
  if (!found) {
    const pieces = [...new Set(person.spellings.flatMap(piecesOf))]
    found = {pieces, skeletons: pieces.map(p => (!particles.has(p) && p.length > 1 ? skeleton(p) : ""))}
    anatomies.set(person, found)
  }
  return found
}

function nameScore(
  lexicon: ActorLexicon,
  person: Person,
  words: readonly string[],
  full: readonly string[],
  bones: readonly string[],
  addressed: boolean
): number {
  const {pieces, skeletons} = anatomy(person)
  const callings = lexicon.called(person)
  let score = 0
  let matched = 0
  let initials = 0
  let called = 0
  for (let i = 0; i < full.length; i++) {
    const word = full[i]!
    const at = pieces.indexOf(word)
    if (at >= 0) {
      matched++
      score += 2
      called = Math.max(called, callings.get(word) ?? 0)
      continue
    }
    if (bones[i]!.length > 2 && pieces.some((p, n) => skeletons[n] === bones[i] && (!person.familyFirst || sameOnset(p, word)))) {
      matched++
      score += 1.5
      for (const [c, weight] of callings) if (skeleton(c) === bones[i]) called = Math.max(called, weight)
    } else if (i === 0 && full.length > 1 && word.length < 4 && [...word].every(letter => pieces.some(p => p[0] === letter))) {
      // "G.W. Bush"
      score += 1
      initials++
    } else score -= 1.5
  }
  for (const word of words) if (word.length === 1 && pieces.some(p => p.startsWith(word))) score += 1
  if (initials > 0 && matched === full.length - 1 && matched === 1) return called > 0 ? score + called : 0
  if (full.length === 1) return matched === 1 ? (called > 0 ? score + called : score - 1) : 0
  // "President Rajoy Brey": the mother's name behind the one he is called by.
  if (addressed && matched === 1 && full.length === 2 && (callings.get(full[0]!) ?? 0) >= 1) return score + 1
  // "Mohammed Khatami" is not "Mohammad Zahir": two words must fit, and one of them must be what the person is called by.
  if (matched < 2) return matched === 1 && called > 0 && words.length > full.length && score > 1 ? score + called : 0
  // "Kim Jong Nam" is not Kim Jong Un: a word more than one knows is right only where all that one knows is there.
  if (matched < full.length - initials && !(matched === full.length - 1 && wholly(person, full, bones))) return 0
  // "Ali Hassan" is not Ali Hassan Mwinyi: what one is called by must be there.
  return called >= 0.2 ? score + called * 2 : 0
}

/// Whether every word of some spelling of a name is among the words of a text.
const wholly = (person: Person, full: readonly string[], bones: readonly string[]): boolean =>
  person.spellings.some(spelling => {
    const own = piecesOf(spelling).filter(p => !particles.has(p) && p.length > 1)
    return own.length > 1 && own.every(p => full.includes(p) || bones.includes(skeleton(p)))
  })

/// Whether two spellings of a Chinese, Korean or Vietnamese syllable begin alike: Kim and Gim, but not Jong and Yong.
const sameOnset = (a: string, b: string): boolean => onset(a) === onset(b)
const onset = (word: string): string => onsets.get(word[0]!) ?? word[0]!
const onsets: ReadonlyMap<string, string> = new Map([..."kg,td,pb,jc,rl,nl".split(",")].map(([a, b]) => [a!, b!] as const))

const top: ReadonlySet<string> = new Set([
  "president",
  "prime minister",
  "king",
  "queen",
  "chancellor",
  "emperor",
  "supreme leader",
  "leader",
  "emir",
  "sultan",
  "secretary-general",
  "pope"
])

function spellScore(spell: Spell, clues: Clues, names: number): number {
  let score = 0
  const {day, of, titles} = clues
  if (day !== undefined) {
    const holds = holdsOn(spell, day)
    if (clues.former) score += before(spell, day) ? 3 : holds ? -1 : -2
    else if (holds) score += holds === 2 ? 3 : 2
    else if (before(spell, day)) score += names > 1 ? 1 : 0
    else score -= 1
  } else score += 1
  if (titles.length > 0) score += titles.includes(spell.title) ? 3 : -2
  if (of.length > 0) score += of.includes(spell.country) || (spell.body !== undefined && of.includes(spell.body)) ? 4 : -5
  score += Math.min(2, clues.weight(spell.country))
  if (top.has(spell.title)) score += 0.5
  return score
}

export const isTop = (title: string): boolean => top.has(title)

/// A person as of a day (`byOffice`: who was found by an office, which need not be held any more): by the office held then; out of office one of the élite that was (ELI); before any office nothing yet.
export function asOf(
  person: Person,
  day: string | undefined,
  hint: Spell | undefined,
  stateOf: (country: string) => string,
  byOffice = false
): {party: Party; why: string} {
  const spells = person.spells
  const make = (spell: Spell | undefined, sectors: readonly Sector[], title: string | undefined, why: string) => ({
    party: {
      id: person.id,
      name: person.name,
      kind: "person" as const,
      ...(spell ? {country: stateOf(spell.country)} : {}),
      sectors,
      ...(title ? {title} : {})
    },
    why
  })
  const sectorsOf = (list: readonly Spell[]): Sector[] => [...new Set(list.flatMap(s => (s.sector ? [s.sector] : [])))]
  if (day === undefined) {
    const spell = hint ?? spells[spells.length - 1]
    return make(spell, sectorsOf(spell ? [spell] : []), spell?.title, "day unknown: by the office that fits")
  }
  const held = spells.filter(s => holdsOn(s, day) === 2)
  const perhaps = held.length > 0 ? held : spells.filter(s => holdsOn(s, day) === 1)
  // Called by the office on the last day and in the days after: "the president, who was ousted".
  if (
    perhaps.length === 0 &&
    hint &&
    hint.until !== undefined &&
    hint.until.length === 10 &&
    (hint.until === day || (byOffice && before(hint, day)))
  )
    return make(hint, sectorsOf([hint]), hint.title, `${hint.title} until ${hint.until}`)
  if (perhaps.length > 0) {
    const first = hint && perhaps.includes(hint) ? hint : perhaps.reduce((a, b) => (isTop(b.title) && !isTop(a.title) ? b : a))
    return make(first, sectorsOf([first, ...perhaps]), first.title, `${first.title} on ${day}`)
  }
  const past = spells.filter(s => before(s, day)).sort((a, b) => (a.until ?? "").localeCompare(b.until ?? ""))
  const last = past[past.length - 1]
  if (last) {
    const sectors: Sector[] = last.sector === "REB" || last.sector === "PTY" || last.sector === "OPP" ? [last.sector] : ["ELI"]
    return make(last, sectors, undefined, `${last.title} until ${last.until}, no office known on ${day}`)
  }
  if (
    byOffice &&
    hint &&
    !hint.until?.startsWith(day) &&
    after(hint, day) &&
    Date.parse(earliest(hint.from!)) - Date.parse(day) <= fortnight
  )
    return make(hint, sectorsOf([hint]), hint.title, `${hint.title} from ${hint.from}`)
  const next = spells.reduce((a, b) => ((b.from ?? "") < (a.from ?? "") ? b : a), spells[0]!)
  return make(next, [], undefined, `no office known on ${day}; later ${next.title}`)
}
