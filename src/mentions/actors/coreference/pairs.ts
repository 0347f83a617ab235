import type {Party} from "../../../model/model.ts"
import {stateless, statesOf} from "../antecedents.ts"
import {isTop} from "../offices.ts"
import type {Phrase} from "../phrase.ts"
import type {Discourse} from "./discourse.ts"

/// How far back it is looked for two that act on one another; the lead counts however far it is.
const span = 14
const lead = 3

/// "Both countries", "the navies of both sides": the main two, but for whoever does something to them there; else the two named last.
export function bothStates(told: Discourse, token: number): string[] {
  const without = doersTo(told, token)
  const found = mainStates(told, token, without)
  return found.length === 2 ? found : told.lastCountries(2, without)
}

/// The two persons that such a word stands for: "leaders", "presidents", "ministers", "men". Leaders are told by their states where
/// they are not named.
export function twoWho(told: Discourse, token: number, word: string): Party[] {
  const leading = leaders.get(word)
  const found = mainPersons(told, token, party => {
    if (leading) return party.title === undefined ? party.sectors.length === 0 || party.sectors[0] === "GOV" : isTop(party.title)
    return word !== "ministers" || party.title === undefined || /minister|secretary/.test(party.title)
  })
  if (found.length === 2) return found
  if (leading) {
    const held = bothStates(told, token).flatMap(code => told.knows.inOffice(leading[0]!, leading, [code], false)?.party ?? [])
    if (held.length === 2) return held
  }
  return told.lastPersons(2)
}

const leaders: ReadonlyMap<string, readonly string[]> = new Map([
  ["leaders", ["leader", "supreme leader", "president", "prime minister"]],
  ["statesmen", ["leader", "president", "prime minister"]],
  ["presidents", ["president", "king", "emperor"]],
  ["premiers", ["prime minister", "chancellor"]],
  ["prime ministers", ["prime minister", "chancellor"]]
])

/// "*Seoul* summoned diplomats of both countries": who does something to them is none of the two.
function doersTo(told: Discourse, token: number): ReadonlySet<string> {
  const {tokens} = told
  let top = token
  for (let steps = 0; steps < 3 && tokens[top]!.relation === "nmod" && tokens[top]!.head >= 0; steps++) top = tokens[top]!.head
  const found = new Set<string>()
  for (const {subjects, objects, recipients, obliques} of told.clausesIn(tokens[token]!.sentence)) {
    const suffers = [...objects, ...recipients, ...obliques.filter(o => toward.test(o.preposition)).map(o => o.phrase)]
    if (suffers.some(p => p.head === top))
      for (const subject of subjects) for (const code of statesOf(told.at(subject.head) ?? {parties: []})) found.add(code)
  }
  return found
}

const toward = /^(?:on|upon|to|with|against|between|from)$/

/// The two states that a text is about at a token: they act on one another most in the headline, in the lead and in what was told last.
/// Those in `without` are not of them; "Seoul summoned diplomats of both countries" speaks of two others.
export function mainStates(told: Discourse, token: number, without: ReadonlySet<string> = new Set()): string[] {
  const tally = new Tally()
  for (const {weight, slots} of dealings(told, token))
    pairs(
      slots.map(slot => slot.flatMap(phrase => statesOf(phrase))),
      (a, b, near) => {
        if (!without.has(a) && !without.has(b)) tally.add(a, b, weight * near)
      }
    )
  const {titled} = told.knows
  const [a, b] = tally.best(key => (titled.has(key) ? 0.6 : 0))
  return a === undefined || b === undefined ? [] : inOrder(told, [a, b])
}

/// The two persons that a text is about at a token, of those whom `fits` lets through.
export function mainPersons(told: Discourse, token: number, fits: (party: Party) => boolean): Party[] {
  const tally = new Tally()
  const known = new Map<string, Party>()
  for (const {weight, slots} of dealings(told, token))
    pairs(
      slots.map(slot =>
        slot.flatMap(({parties}) =>
          parties.flatMap(party => {
            if (party.kind !== "person" || !fits(party)) return []
            known.set(party.id, party)
            return [party.id]
          })
        )
      ),
      (a, b, near) => {
        const [one, other] = [known.get(a)!.country, known.get(b)!.country]
        // "the two leaders" are of two states, but for those who lead none.
        tally.add(a, b, weight * near * (one !== undefined && one === other ? 0.3 : 1))
      }
    )
  const {titled} = told.knows
  const [a, b] = tally.best(key => (titled.has(known.get(key)!.country ?? "") ? 0.6 : 0))
  return a === undefined || b === undefined
    ? []
    : [known.get(a)!, known.get(b)!].sort((x, y) => told.rank(x.id) - told.rank(y.id))
}

interface Dealing {
  readonly weight: number
  readonly slots: readonly (readonly Phrase[])[]
}

/// Who stands in which role of the clauses before a token, each clause with what it counts.
function dealings(told: Discourse, token: number): Dealing[] {
  const now = told.tokens[token]!.sentence
  const found: Dealing[] = []
  const sentences = new Set<number>()
  for (let s = 0; s <= Math.min(lead, now); s++) sentences.add(s)
  for (let s = Math.max(0, now - span); s <= now; s++) sentences.add(s)
  for (const sentence of sentences) {
    const weight = (sentence < lead ? 0.8 : 0) + 1 / (1 + 0.3 * (now - sentence))
    const there = told.inSentence(sentence).filter(p => p.last < token && p.parties.length > 0 && !p.placed)
    for (const clause of told.clausesIn(sentence)) {
      const slots = [clause.subjects, [...clause.objects, ...clause.recipients], ...clause.obliques.map(o => [o.phrase])].map(
        (slot, at) => {
          if (at > 1 && places.test(clause.obliques[at - 2]!.preposition)) return []
          return there.filter(p => slot.some(({head, span}) => p.head === head || isNamed(told, p, span)))
        }
      )
      found.push({weight, slots})
    }
    // Whoever is only named in the same sentence may have to do with one another.
    found.push({weight: weight * 0.25, slots: there.filter(p => !told.locative(p)).map(p => [p])})
  }
  return found
}

const places = /^(?:in|near|inside|outside|around|through|by way of|via|from|than|like|unlike|except|under|after|before|since)$/

/// "Russia's talks", "the president of Chad": whoever is named inside a role.
const isNamed = (told: Discourse, phrase: Phrase, {start, end}: {start: number; end: number}): boolean =>
  phrase.form !== "pronoun" &&
  told.tokens[phrase.first]!.start >= start &&
  told.tokens[phrase.last]!.end <= end &&
  !told.locative(phrase)

/// All pairs of different keys, from different roles or beside one another in one.
function pairs(slots: readonly (readonly string[])[], add: (a: string, b: string, near: number) => void): void {
  const filled = slots.map(slot => [...new Set(slot)].slice(0, 4)).filter(slot => slot.length > 0)
  for (const [i, slot] of filled.slice(0, 8).entries()) {
    for (const [n, a] of slot.entries()) for (const b of slot.slice(n + 1)) add(a, b, slot.length === 2 ? 1 : 0.5)
    for (const other of filled.slice(i + 1, 8)) for (const a of slot) for (const b of other) if (a !== b) add(a, b, 1)
  }
}

class Tally {
  private readonly sums = new Map<string, Map<string, number>>()

  add(a: string, b: string, by: number): void {
    const [one, other] = a < b ? [a, b] : [b, a]
    let own = this.sums.get(one)
    if (!own) this.sums.set(one, (own = new Map()))
    own.set(other, (own.get(other) ?? 0) + by)
  }

  best(extra: (key: string) => number): readonly [string?, string?] {
    let found: readonly [string?, string?] = []
    let most = 0
    for (const [a, others] of this.sums)
      for (const [b, sum] of others) {
        const value = sum * (1 + extra(a) + extra(b))
        if (value > most) {
          most = value
          found = [a, b]
        }
      }
    return found
  }
}

function inOrder(told: Discourse, codes: string[]): string[] {
  const first = (code: string) => told.past.findIndex(p => p.parties.some(x => x.country === code && !stateless.has(code)))
  return codes.sort((a, b) => first(a) - first(b))
}
