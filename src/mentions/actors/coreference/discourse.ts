import type {Clause, Document, Party, Token} from "../../../model/model.ts"
import {isPerson, statesOf} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import type {Scene} from "../scenes.ts"

/// What coreference asks of those who know the tables.
export interface Knows {
  /// The country of whoever publishes the text, where that is known.
  readonly home: string | undefined
  /// The country of the dateline.
  readonly filed: string | undefined
  /// The countries that the headline names.
  readonly titled: ReadonlySet<string>
  /// The places of the text that lie in one country.
  readonly scenes: readonly Scene[]
  /// Who held an office in the first of some countries where anybody did.
  readonly inOffice: (
    title: string,
    answers: readonly string[],
    codes: readonly string[],
    elect: boolean
  ) => {readonly party: Party; readonly why: string} | undefined
  readonly country: (code: string) => Party
  readonly gender: (name: string) => "he" | "she" | undefined
}

export const nobody: ReadonlySet<string> = new Set()

/// How far back an antecedent may lie, in sentences.
export const reach = 4

const wordsOfPlace: ReadonlySet<string> = new Set(
  "in at from near inside outside across into over around through within throughout toward towards".split(" ")
)

/// What is no country's for being spoken of in its story: "the Council".
const named = /^(?:council|commission|alliance|agency|assembly|union|league|bureau|committee)$/

const isNamedBody = (phrase: Phrase): boolean =>
  phrase.parties.length === 1 &&
  phrase.form === "name" &&
  !phrase.generic &&
  /^(?:organization|group)$/.test(phrase.parties[0]!.kind ?? "")

/// The last word of a body's name, and the one before "of": the International Court of Justice is "the Court".
function calledBy({parties}: Phrase): string[] {
  const words = parties[0]!.name.toLowerCase().split(" ")
  const of = words.indexOf("of")
  return words.length < 2 ? [] : of > 0 ? [words[of - 1]!] : [words[words.length - 1]!]
}

/// What a mention of a country further down is worth to who is spoken of before it.
const yetToCome = 0.15

/// What a text has told so far, as it is read word by word: who was spoken of, which countries and places, who speaks.
export class Discourse {
  readonly tokens: readonly Token[]
  readonly document: Document
  readonly phrases: Phrase[]
  readonly knows: Knows
  /// What was spoken of so far, in text order.
  readonly past: Phrase[] = []
  readonly genders = new Map<string, "he" | "she">()
  readonly total = new Map<string, number>()
  readonly recent = new Map<string, number>()
  /// The same for countries as places: where things happen.
  readonly places = new Map<string, number>()
  readonly placedIn = new Map<string, number>()
  /// Places that are no phrase of their own, by sentence.
  readonly scenes = new Map<number, Scene[]>()
  announced: Phrase | undefined
  stated: Phrase | undefined
  private readonly bySentence: Phrase[][] = []
  /// The sentence that each sentence's paragraph begins with.
  private readonly paragraphs: readonly number[]
  /// The countries that a paragraph names, by the sentence that it begins with.
  private readonly inParagraph = new Map<number, Set<string>>()
  private readonly clauses: Clause[][] = []
  /// Bodies named so far, and first anywhere, by the words that they are called by for short.
  private readonly bodies = new Map<string, Phrase>()
  private readonly anywhere = new Map<string, Phrase>()
  /// Pronoun tokens and whom they stand for, for "its army".
  readonly resolved = new Map<number, Phrase>()

  constructor(document: Document, phrases: Phrase[], knows: Knows) {
    this.document = document
    this.tokens = document.tokens
    this.phrases = phrases
    this.knows = knows
    let begin = 0
    this.paragraphs = document.sentences.map(({index, start}, i, all) => {
      if (i > 0 && /\n[ \t]*\n/.test(document.article.text.slice(all[i - 1]!.end, start))) begin = index
      return begin
    })
    for (const clause of document.clauses) {
      const there = this.clauses[clause.sentence]
      if (there) there.push(clause)
      else this.clauses[clause.sentence] = [clause]
    }
    for (const phrase of phrases)
      if (isNamedBody(phrase)) for (const word of calledBy(phrase)) if (!this.anywhere.has(word)) this.anywhere.set(word, phrase)
    for (const phrase of phrases) {
      this.place(phrase)
      const place = this.locative(phrase)
      const begin = this.paragraphs[phrase.sentence] ?? 0
      for (const code of statesOf(phrase)) {
        this.inParagraph.set(begin, (this.inParagraph.get(begin) ?? new Set()).add(code))
        this.total.set(code, (this.total.get(code) ?? 0) + 1)
        this.places.set(code, (this.places.get(code) ?? 0) + (place ? 1 : 0.3))
      }
    }
    const taken = new Set(phrases.flatMap(p => (statesOf(p).length > 0 ? [p.head, p.last] : [])))
    for (const scene of knows.scenes) {
      if (taken.has(scene.last)) continue
      this.places.set(scene.country, (this.places.get(scene.country) ?? 0) + (scene.locative ? 1 : 0.3))
      const there = this.scenes.get(scene.sentence)
      if (there) there.push(scene)
      else this.scenes.set(scene.sentence, [scene])
    }
  }

  remember(phrase: Phrase): void {
    if (phrase.parties.length === 0) return
    if (phrase.basis === "stated" && this.locative(phrase))
      for (const code of statesOf(phrase)) this.placedIn.set(code, phrase.sentence)
    if (phrase.placed) {
      // "flew home by way of Oslo" puts nothing in Norway.
      const word = this.tokens[phrase.first - 1]
      const passing =
        word?.sentence === phrase.sentence && /^(?:of|to|from|via|for|through|toward|towards|into)$/i.test(word.text)
      if (!passing) for (const code of statesOf(phrase)) this.placedIn.set(code, phrase.sentence)
      return
    }
    this.past.push(phrase)
    if (isNamedBody(phrase)) for (const word of calledBy(phrase)) this.bodies.set(word, phrase)
    const {id} = phrase.parties[0]!
    const gender = phrase.gender ?? this.genderOf(phrase)
    if (gender && phrase.parties.length === 1) this.genders.set(id, gender)
    if (phrase.basis === "stated" || phrase.form === "metonym")
      for (const code of statesOf(phrase)) this.recent.set(code, phrase.sentence)
  }

  /// "in Syria", "from Iraq": a place more than an actor.
  locative(phrase: Phrase): boolean {
    const before = this.tokens[phrase.first - 1]
    return (
      before !== undefined &&
      before.sentence === phrase.sentence &&
      before.text.length < 11 &&
      wordsOfPlace.has(before.text.toLowerCase())
    )
  }

  genderOf(phrase: Phrase): "he" | "she" | undefined {
    const party = phrase.parties[0]
    if (!party) return undefined
    const known = this.genders.get(party.id)
    if (known) return known
    const word = this.tokens[phrase.head]?.lemma.toLowerCase() ?? ""
    if (/(?:woman|girl|mother|wife|daughter|sister|queen|princess|actress|nun|lady|widow)$/.test(word)) return "she"
    if (/(?:man|boy|father|husband|son|brother|king|prince|pope|monk|priest|imam)$/.test(word) && !/human$/.test(word))
      return "he"
    return party.kind === "person" ? this.knows.gender(party.name) : undefined
  }

  /// The phrase headed by a token, else the shortest around it.
  at(token: number): Phrase | undefined {
    let around: Phrase | undefined
    for (const phrase of this.inSentence(this.tokens[token]!.sentence)) {
      if (phrase.parties.length === 0 || phrase.placed) continue
      if (phrase.head === token) return phrase
      if (phrase.first <= token && token <= phrase.last && (!around || phrase.last - phrase.first < around.last - around.first))
        around = phrase
    }
    return around
  }

  standFor(token: Token, other: Phrase, why: string, gender?: "he" | "she"): Phrase {
    const made = this.make(token.index, token.index, token.index, other.parties, why, other.plural)
    made.gender = gender
    made.hasCountry = other.hasCountry
    return made
  }

  make(first: number, last: number, head: number, parties: readonly Party[], why: string, plural: boolean): Phrase {
    return {
      first,
      last,
      items: [],
      head,
      parties: [...parties],
      basis: "inferred",
      why,
      form: "pronoun",
      candidates: [],
      placed: false,
      plural,
      generic: undefined,
      name: undefined,
      nameKind: undefined,
      definite: true,
      gender: undefined,
      hasCountry: true,
      sentence: this.tokens[first]!.sentence
    }
  }

  lastCountries(n: number, without: ReadonlySet<string> = nobody): string[] {
    const codes: string[] = []
    for (let i = this.past.length - 1; i >= 0 && codes.length < n; i--)
      for (const code of statesOf(this.past[i]!).reverse())
        if (!codes.includes(code) && !without.has(code) && codes.length < n) codes.push(code)
    return codes.reverse()
  }

  lastPersons(n: number): Party[] {
    const people: Party[] = []
    for (let i = this.past.length - 1; i >= 0 && people.length < n; i--) {
      const phrase = this.past[i]!
      if (isPerson(phrase) && !phrase.plural)
        for (const party of phrase.parties) if (!people.some(p => p.id === party.id) && people.length < n) people.push(party)
    }
    return people.reverse()
  }

  /// The two persons last told of in one clause: "*Kim* met *Putin*".
  together(): Party[] | undefined {
    for (let i = this.past.length - 1; i > 0; i--) {
      const b = this.past[i]!
      for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
        const a = this.past[j]!
        if (a.sentence !== b.sentence) break
        const [one, other] = [a.parties[0]!, b.parties[0]!]
        if (a.parties.length > 1 || b.parties.length > 1 || one.id === other.id) continue
        if (one.kind !== "person" || other.kind !== "person") continue
        const [x, y] = [this.tokens[a.head]!, this.tokens[b.head]!]
        if (x.head >= 0 && (x.head === y.head || y.head === x.index || this.tokens[y.head]?.head === x.head)) return [one, other]
      }
    }
    return undefined
  }

  /// The country that the text is about here: often named, and not long ago.
  spokenOf(
    asPlace = false,
    now = this.past[this.past.length - 1]?.sentence ?? 0,
    whose?: Phrase,
    without: ReadonlySet<string> = nobody
  ): string | undefined {
    let best: string | undefined
    let score = 0
    const {home} = this.knows
    if (home !== undefined && whose?.definite && (whose.generic?.kind === "body" || whose.generic?.kind === "office")) {
      // "the army" in a paper of Seoul is its own, unless another was just spoken of.
      const last = this.recent.get(home)
      const other = [...this.recent].some(([code, at]) => code !== home && at === now)
      if (this.total.size > 0 && (last === now || !other || whose.generic.sectors[0] === "GOV")) return home
    }
    if (asPlace && [...this.places.values()].some(n => n >= 1)) {
      for (const [code, n] of this.places) {
        if (without.has(code)) continue
        const last = this.placedIn.get(code)
        const near = this.recent.get(code)
        const value =
          Math.min(n, 5) * (this.isKnown(code, now) ? 0.5 : yetToCome) +
          (last === undefined ? 0 : 2 / (1 + Math.max(0, now - last))) +
          (near === undefined ? 0 : 0.7 / (1 + Math.max(0, now - near))) +
          (this.isOfParagraph(code, now) ? 1 : 0)
        if (value > score) {
          best = code
          score = value
        }
      }
      return best
    }
    for (const [code, n] of this.total) {
      if (without.has(code)) continue
      const last = this.recent.get(code)
      const value =
        Math.min(n, 5) * (this.isKnown(code, now) ? 0.3 : yetToCome) +
        (last === undefined ? 0 : 2 / (1 + Math.max(0, now - last))) +
        (this.isOfParagraph(code, now) ? 1 : 0)
      if (value > score) {
        best = code
        score = value
      }
    }
    return best
  }

  /// Whether a country was spoken of, or was where things happened, before now or in this paragraph.
  private isKnown(code: string, sentence: number): boolean {
    return this.recent.has(code) || this.placedIn.has(code) || this.isOfParagraph(code, sentence)
  }

  /// In a week's round-up one paragraph is in one country and the next in another.
  private isOfParagraph(code: string, sentence: number): boolean {
    return this.inParagraph.get(this.paragraphs[sentence] ?? 0)?.has(code) ?? false
  }

  isOneParagraph(sentence: number, other: number): boolean {
    return this.paragraphs[sentence] === this.paragraphs[other]
  }

  /// All phrases of a sentence, those made for pronouns and descriptions last: their form is "pronoun".
  inSentence(sentence: number): readonly Phrase[] {
    return this.bySentence[sentence] ?? []
  }

  /// "the Council" after the Security Council: the body that is called so for short, also one that is named only later. With a capital
  /// it is a name, and of nobody known where no such body is named.
  bodyCalled(phrase: Phrase): Phrase | "nobody known" | undefined {
    const {generic, items, head, plural, first} = phrase
    if (generic?.kind !== "body" || items.length !== 1 || plural || items[0]!.first !== items[0]!.last) return undefined
    const token = this.tokens[head]!
    const word = token.text.toLowerCase()
    const capital = /^\p{Lu}\p{Ll}/u.test(token.text) && head > first
    const sector = generic.sectors[0]
    const fits = (other: Phrase | undefined) =>
      other && (sector === undefined || sector === "GOV" || sector === other.parties[0]!.sectors[0]) ? other : undefined
    const before = fits(this.bodies.get(word))
    if (before) return before
    if (!capital) return undefined
    return fits(this.anywhere.get(word)) ?? (named.test(word) ? "nobody known" : undefined)
  }

  clausesIn(sentence: number): readonly Clause[] {
    return this.clauses[sentence] ?? []
  }

  /// Where somebody was first spoken of.
  rank(id: string): number {
    return this.past.findIndex(phrase => phrase.parties.some(party => party.id === id))
  }

  /// Takes up a phrase that was made here.
  add(phrase: Phrase): void {
    this.phrases.push(phrase)
    this.place(phrase)
    this.remember(phrase)
  }

  private place(phrase: Phrase): void {
    const there = this.bySentence[phrase.sentence]
    if (there) there.push(phrase)
    else this.bySentence[phrase.sentence] = [phrase]
  }
}
