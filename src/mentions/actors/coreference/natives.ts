import type {Party} from "../../../model/model.ts"
import {local, statesOf} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import type {Discourse} from "./discourse.ts"

/// The country of those whom no table holds and no word of the text places: "Opposition leader Jane Akello", "the miners' federation",
/// in an article about Uganda.

/// Gives parties that are named without a country the one the article is about, where it is about one: the country of its dateline, unless
/// the text speaks more of others, else the one that it speaks of most by far. `filed` is the country of the dateline.
export function natives(told: Discourse, filed: string | undefined): void {
  const strangers = told.phrases.filter(isHomeless)
  if (strangers.length === 0) return
  const spoken = new Spoken(told)
  const home = homeOf(spoken, filed)
  const placed = new Map<string, {readonly country: string; readonly why: string}>()
  const asked = new Set<string>()
  const officials = new Officials(told, strangers)
  const dateline = filed !== undefined && spoken.isMost(filed) ? filed : undefined
  for (const phrase of strangers) {
    const party = phrase.parties[0]!
    const {id} = party
    if (asked.has(id)) continue
    asked.add(id)
    if (home !== undefined && !besideOthers(told, phrase, home) && !opposite(told, phrase).includes(home)) {
      placed.set(id, {country: home, why: "which the article is about"})
      continue
    }
    const country = isOfficial(party) ? stateOf(told, party, officials, dateline) : undefined
    if (country !== undefined) placed.set(id, {country, why: "spoken of where the name stands"})
  }
  if (placed.size === 0) return
  for (const phrase of told.phrases) {
    for (const {id} of phrase.parties.filter(p => p.country === undefined)) {
      const found = placed.get(id)
      if (!found) continue
      phrase.parties = phrase.parties.map(p => (p.id === id && p.country === undefined ? {...p, country: found.country} : p))
      phrase.basis = "inferred"
      phrase.hasCountry = true
      phrase.why += `; of ${told.knows.country(found.country).name}, ${found.why}`
    }
  }
}

/// "President Jane Akello thanked the army": of a state that neither her name nor her title tells. It is that of the country that did
/// something just before ("Kenya closed the border and *President Jane Akello* …"), else that of the dateline; not one that she deals
/// with as with another, nor one where somebody else holds the office.
function stateOf(told: Discourse, party: Party, officials: Officials, dateline: string | undefined): string | undefined {
  // of two presidents at most one is at home there, and which of them nobody says
  if (!officials.isAlone(party)) return undefined
  const mine = officials.named(party)
  const without = new Set([...officials.heldElsewhere(party), ...mine.flatMap(p => opposite(told, p))])
  for (const phrase of mine) {
    const before = doerBefore(told, phrase)
    if (before !== undefined && !without.has(before)) return before
  }
  return dateline === undefined || without.has(dateline) ? undefined : dateline
}

/// Who holds which office in a text, looked through once.
class Officials {
  private readonly phrases = new Map<string, Phrase[]>()
  private readonly strangers = new Map<string, Set<string>>()
  private readonly holders = new Map<string, Map<string, Set<string>>>()

  constructor(told: Discourse, strangers: readonly Phrase[]) {
    for (const phrase of strangers) {
      const {id, title} = phrase.parties[0]!
      this.phrases.set(id, [])
      if (title !== undefined && single.test(title)) this.strangers.set(title, (this.strangers.get(title) ?? new Set()).add(id))
    }
    for (const phrase of told.phrases) {
      if (phrase.parties.length === 1) this.phrases.get(phrase.parties[0]!.id)?.push(phrase)
      for (const {id, title, country} of phrase.parties) {
        if (title === undefined || country === undefined || !this.strangers.has(title)) continue
        const states = this.holders.get(title) ?? new Map<string, Set<string>>()
        states.set(country, (states.get(country) ?? new Set()).add(id))
        this.holders.set(title, states)
      }
    }
  }

  /// Wherever somebody without a country is named or meant alone.
  named({id}: Party): readonly Phrase[] {
    return this.phrases.get(id) ?? []
  }

  /// Whether nobody else without a country holds the office.
  isAlone({title}: Party): boolean {
    return (this.strangers.get(title ?? "")?.size ?? 1) === 1
  }

  /// The states in which somebody else holds the office.
  heldElsewhere({id, title}: Party): string[] {
    return [...(this.holders.get(title ?? "") ?? [])].flatMap(([country, ids]) => (ids.size > 1 || !ids.has(id) ? [country] : []))
  }
}

/// The state that does something earlier in the sentence, or else in the sentence before, of one paragraph.
function doerBefore(told: Discourse, phrase: Phrase): string | undefined {
  for (const sentence of [phrase.sentence, phrase.sentence - 1]) {
    if (sentence < 0 || !told.isOneParagraph(sentence, phrase.sentence)) continue
    const doers = told
      .clausesIn(sentence)
      .flatMap(c => c.subjects)
      .filter(s => s.head < phrase.first)
      .map(s => told.at(s.head))
      .filter(p => p !== undefined && p.form !== "pronoun" && (p.parties[0]!.kind === "country" || p.form === "metonym"))
    const codes = new Set(doers.flatMap(p => statesOf(p!)))
    if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined
  }
  return undefined
}

/// Offices that one person at a time holds in a state.
const single = /^(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|.+ minister)$/

const isOfficial = ({kind, title, sectors}: Party): boolean =>
  kind === "person" && title !== undefined && sectors.some(s => offices.has(s))
const offices: ReadonlySet<string> = new Set(["GOV", "MIL", "LEG", "JUD", "COP"])

/// Countries that somebody deals with as with others: "Colonel Jane Akello blamed *Kenya*", "met *the Kenyan minister*", "flew *to Kenya*".
function opposite(told: Discourse, phrase: Phrase): string[] {
  return told.clausesIn(phrase.sentence).flatMap(({subjects, objects, recipients, obliques, predicate}) => {
    if (!subjects.some(s => phrase.first <= s.head && s.head <= phrase.last)) return []
    const met = toOthers.test(predicate.lemma) ? [...objects, ...recipients] : []
    const gone = comes.test(predicate.lemma) ? obliques.filter(o => goals.test(o.preposition)).map(o => o.phrase) : []
    return [...met, ...gone].flatMap(({head}) => {
      const other = told.at(head)
      const scene = told.scenes.get(phrase.sentence)?.find(x => x.first <= head && head <= x.last)
      return other ? statesOf(other) : scene ? [scene.country] : []
    })
  })
}

const toOthers =
  /^(?:accuse|blame|condemn|denounce|criticise|criticize|summon|expel|visit|meet|telephone|phone|ring|call|urge|ask|thank|threaten|warn|attack|invade|invite|receive|welcome|greet)$/
const comes = /^(?:arrive|fly|travel|come|go|land|head|return|meet)$/
const goals = /^(?:in|at|to|into|for)$/

/// A name without a country whose words tell what sort of party it is, and a sort that is at home somewhere.
function isHomeless({name, parties, placed, form}: Phrase): boolean {
  const [party] = parties
  return (
    parties.length === 1 &&
    party !== undefined &&
    party.country === undefined &&
    party.id.startsWith("name:") &&
    !placed &&
    form !== "pronoun" &&
    name !== undefined &&
    party.sectors.some(s => native.has(s)) &&
    !everywhere.test(party.name)
  )
}

const native: ReadonlySet<string> = new Set([...local, "PTY", "LEG", "GOV", "MIL", "JUD"])
const everywhere =
  /\b(?:international|world|global|african?|arab|european?|asian?|americas?|nations|borders|transnational|amnesty|watch)\b/i

/// How often a text speaks of each country, as somebody or as a place.
class Spoken {
  private readonly counts = new Map<string, number>()
  private readonly sentences = new Map<string, Set<number>>()
  private all = 0

  constructor(told: Discourse) {
    for (const phrase of told.phrases)
      if (phrase.form !== "pronoun") for (const code of statesOf(phrase)) this.hear(code, phrase.sentence)
    for (const {country, sentence} of [...told.scenes.values()].flat()) this.hear(country, sentence)
  }

  private hear(code: string, sentence: number): void {
    this.all++
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1)
    const there = this.sentences.get(code)
    if (there) there.add(sentence)
    else this.sentences.set(code, new Set([sentence]))
  }

  share(code: string): number {
    return this.all === 0 ? 1 : (this.counts.get(code) ?? 0) / this.all
  }

  most(): string | undefined {
    let best: string | undefined
    for (const [code, n] of this.counts) if (best === undefined || n > this.counts.get(best)!) best = code
    return best
  }

  isMost(code: string): boolean {
    const best = this.most()
    return best === undefined || this.share(code) >= this.share(best)
  }

  isOften(code: string): boolean {
    return this.sentences.get(code)!.size > 1
  }
}

/// Which country an article is about.
function homeOf(spoken: Spoken, filed: string | undefined): string | undefined {
  if (filed !== undefined && spoken.share(filed) >= 0.4) return filed
  const best = spoken.most()
  return best !== undefined && spoken.share(best) >= 0.7 && spoken.isOften(best) ? best : undefined
}

/// "Congo says that the Kivu Front …": named first where only another country is spoken of.
function besideOthers(told: Discourse, {sentence}: Phrase, home: string): boolean {
  const there = new Set(told.inSentence(sentence).flatMap(p => (p.placed ? [] : statesOf(p))))
  for (const {country} of told.scenes.get(sentence) ?? []) there.add(country)
  return there.size > 0 && !there.has(home)
}
