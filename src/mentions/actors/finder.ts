import type {ActorMention, Document, NameMention, Party, PlaceMention, TimeMention, Token} from "../../model/model.ts"
import {appositions} from "./appositions.ts"
import {clusterAt} from "./clusters.ts"
import {coreference} from "./coreference.ts"
import {countryPhrase} from "./countries.ts"
import {datelineEnd} from "./datelines.ts"
import {daysTold} from "./days.ts"
import {genericPhrase} from "./generics.ts"
import {type Item, itemsOf} from "./items.ts"
import {genericOf, isBoth, isDirection, isPluralItem, isShort, kindOf, koreas} from "./kinds.ts"
import type {ActorLexicon, Body, Country, Generic, Meaning} from "./lexicon.ts"
import {entriesOf, type NameTable} from "./nametable.ts"
import {asOf, holder, holdsOn, successor, titlesFor} from "./offices.ts"
import {composed} from "./own.ts"
import {personPhrase} from "./people.ts"
import {headOf, type Phrase} from "./phrase.ts"
import {fold, piecesOf} from "./pieces.ts"
import {isHyphened, type Prefix, prefixOf} from "./prefix.ts"
import {type Scene, scenesIn} from "./scenes.ts"

/// Finds everybody a document names and says whom each stood for on the day that is told of: the past time a clause gives, else the
/// day it was published. Works on any text; what it cannot tell it keeps: an unknown name is a mention whose party has neither
/// country nor sector. Mentions come in text order. Where places are given, those at home there get their country.
export type ActorFinder = (
  document: Document,
  names: readonly NameMention[],
  times: readonly TimeMention[],
  places?: readonly PlaceMention[]
) => ActorMention[]

/// `own` are the user's words (see own.ts); they go before everything the lexicon knows.
export function actorFinder(lexicon: ActorLexicon, own?: NameTable): ActorFinder {
  const all = everyActorFinder(lexicon, own)
  return (document, names, times, places) => all(document, names, times, places).filter(mention => !mention.placed)
}

/// A mention that may only be the place where something happened ("in Moscow").
export interface PlacedMention extends ActorMention {
  readonly placed: boolean
}

/// Like `actorFinder`, but also gives the capitals and seats that stand for a place here.
export function everyActorFinder(lexicon: ActorLexicon, own?: NameTable): (...asked: Parameters<ActorFinder>) => PlacedMention[] {
  return (document, names, times, places = []) => {
    if (document.tokens.length === 0) return []
    const reading = new Reading(lexicon, document, itemsOf(document, names, lexicon, own), times, places, own?.allSorts === true)
    return reading.mentions()
  }
}

export class Reading {
  readonly lexicon: ActorLexicon
  /// Whether the user's words say which sorts of actor there are.
  readonly ownSorts: boolean
  readonly document: Document
  readonly items: readonly Item[]
  /// The day of the text, and that of the words in hand.
  readonly published: string | undefined
  day: string | undefined
  readonly dayOf: (token: number) => string | undefined
  readonly scenes: readonly Scene[]
  readonly tokens: readonly Token[]
  /// How often the text speaks of each country, in all and by sentence.
  readonly spoken = new Map<string, number>()
  readonly spokenIn: Map<string, number>[] = []
  /// The same for nicknames: "the North".
  readonly shortly = new Map<string, number>()
  /// The country of whoever publishes the text, where the name says it ("Seoul Lantern").
  readonly home: string | undefined
  /// Where the text itself begins, after "SEOUL, May 5 (Agency) -".
  readonly dateline: number

  constructor(
    lexicon: ActorLexicon,
    document: Document,
    items: readonly Item[],
    times: readonly TimeMention[],
    places: readonly PlaceMention[],
    ownSorts: boolean
  ) {
    this.lexicon = lexicon
    this.ownSorts = ownSorts
    this.document = document
    this.tokens = document.tokens
    this.dateline = datelineEnd(document.article.text)
    this.home = homeOf(document.article.publisher ?? "", lexicon)
    const {published} = document.article
    this.published = published && /^\d{4}-\d\d-\d\d/.test(published) ? published.slice(0, 10) : undefined
    this.day = this.published
    this.dayOf = daysTold(document, times, this.published)
    this.scenes = scenesIn(document, places)
    for (const item of items) {
      if (isShort(item)) for (const m of item.means) for (const code of codesOf(m)) count(this.shortly, code, 1)
      if (item.means.some(m => m.is === "generic") || isShort(item)) continue
      const codes = new Set(item.means.flatMap(m => codesOf(m)))
      if (codes.size !== 1 && !isBoth(item)) continue
      const sentence = this.tokens[item.first]!.sentence
      let own = this.spokenIn[sentence]
      if (!own) this.spokenIn[sentence] = own = new Map()
      for (const code of codes) {
        count(this.spoken, code, 1)
        count(own, code, 1)
      }
    }
    const taken = new Set(items.flatMap(item => (item.means.length > 0 ? [item.last] : [])))
    for (const {last, country} of this.scenes) if (!taken.has(last)) count(this.spoken, country, 1)
    this.items = items.flatMap(item => (isShort(item) ? this.short(item) : [item]))
  }

  /// "the North", "northern soldiers": a country only where the text speaks of it or of its other half.
  short(item: Item): Item[] {
    const means = item.means.filter(m => m.is === "country")
    const country = means[0]!.country
    const halves = koreas.has(country.code) ? [...koreas] : [country.code]
    const spoken = halves.reduce((sum, code) => sum + (this.spoken.get(code) ?? 0), 0)
    if (!isDirection(item)) {
      const again = (this.shortly.get(country.code) ?? 0) > 1
      return spoken > 0 || again || halves.includes(this.home ?? "") ? [item] : []
    }
    if (spoken === 0) return []
    // Most of what lies in the north is no country's: the word must stand before people or ships, in a text about the two.
    const shortly = halves.reduce((sum, code) => sum + (this.shortly.get(code) ?? 0), 0)
    const here = halves.includes(this.home ?? "")
    for (const [code, n] of this.spoken) if (!here && !halves.includes(code) && n > spoken + shortly) return []
    const next = this.tokens[item.last + 1]
    if (!next || next.sentence !== this.tokens[item.last]!.sentence || next.upos !== "NOUN") return []
    if (
      !/^(?:boat|ship|vessel|patrol|guard|fisherman|fishermen|.*(?:er|or|man|ist|ian|al|ee|oy|ier|ate|army|navy|government|troop|side|force|delegation|media|military|authority|regime|police))$/i.test(
        next.lemma
      ) ||
      /(?:water|river|border|quarter|corner|capital|corridor|sector|summer|winter|weather|power)$/i.test(next.lemma)
    )
      return []
    return [{...item, means: means.map(m => ({...m, form: "adjective" as const}))}]
  }

  mentions(): PlacedMention[] {
    const phrases: Phrase[] = []
    let at = 0
    while (at < this.items.length) {
      const cluster = clusterAt(this, at)
      this.day = this.dayOf(cluster.items[cluster.items.length - 1]!.last)
      const phrase = this.phrase(cluster.items, cluster.ofs)
      if (phrase) phrases.push(...phrase)
      at = cluster.next
    }
    this.day = this.published
    this.atHome(phrases)
    appositions(this, phrases)
    coreference(this.document, phrases, {
      home: this.home,
      filed: this.scenes.find(s => this.tokens[s.last]!.end <= this.dateline)?.country,
      titled: titledIn(this.document.article.title ?? "", this.lexicon),
      scenes: this.scenes,
      inOffice: (title, answers, codes, elect) => this.person(title, answers, codes, elect),
      country: code => {
        const country = this.lexicon.countries.get(code)
        return country ? this.countryParty(country) : {id: code, name: code, kind: "country", country: code, sectors: []}
      },
      gender: name => this.lexicon.genders.get(fold(name.split(" ")[0]!))
    })
    phrases.sort((a, b) => a.first - b.first || b.last - a.last)
    appositions(this, phrases)
    const out: PlacedMention[] = []
    for (const phrase of phrases) {
      const {start} = this.tokens[phrase.first]!
      const {end} = this.tokens[phrase.last]!
      out.push({
        span: {start, end},
        sentence: phrase.sentence,
        head: phrase.head,
        text: this.document.article.text.slice(start, end),
        means: phrase.parties[0],
        basis: phrase.basis,
        ...(phrase.candidates.length > 0 ? {candidates: phrase.candidates} : {}),
        why: phrase.why,
        form: phrase.form,
        ...(phrase.parties.length > 1 ? {all: phrase.parties} : {}),
        placed: phrase.placed
      })
    }
    return out.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  }

  /// A dateline says where the story was filed, and acts not.
  atHome(phrases: Phrase[]): void {
    if (this.dateline === 0) return
    for (let i = phrases.length - 1; i >= 0; i--) {
      const phrase = phrases[i]!
      if (this.tokens[phrase.last]!.end > this.dateline) continue
      if (!phrase.hasCountry || phrase.parties.length !== 1 || phrase.generic || phrase.name) phrases.splice(i, 1)
      else phrase.placed = true
    }
  }

  // ------------------------------------------------------------------ phrases

  phrase(items: readonly Item[], ofs: readonly (readonly Item[])[]): Phrase[] | undefined {
    const {tokens} = this
    const head = items[items.length - 1]!
    const kind = kindOf(head)
    const first = items[0]!
    if (this.isLed(first, items.length)) return undefined
    const phrase: Phrase = {
      first: first.first,
      last: ofs.length > 0 ? ofs[ofs.length - 1]![ofs[ofs.length - 1]!.length - 1]!.last : head.last,
      items,
      head: head.last,
      parties: [],
      basis: "stated",
      why: "",
      form: "name",
      candidates: [],
      placed: false,
      plural: false,
      generic: undefined,
      name: undefined,
      nameKind: undefined,
      definite: false,
      gender: undefined,
      hasCountry: false,
      sentence: tokens[first.first]!.sentence
    }
    const prefix = prefixOf(this.tokens, phrase)
    const countries: Item[] = []
    const bodies: Item[] = []
    const generics: Generic[] = []
    const inner: Generic[] = []
    const ownParties: Party[] = []
    const sort = (item: Item, into: Generic[], leads: boolean): void => {
      const kind = kindOf(item)
      if (kind === "generic") into.push(genericOf(item)!)
      if (leads && kind === "country") countries.push(item)
      if (leads && kind === "body") bodies.push(item)
      if (item !== head && item.means[0]?.is === "own") ownParties.push(item.means[0].party)
    }
    for (const item of items) sort(item, generics, item !== head)
    for (const of of ofs) for (const item of of) sort(item, inner, item === of[of.length - 1])
    const chosen = countries.flatMap(i => this.countriesOf(i))
    phrase.hasCountry = chosen.length > 0
    const bodiesMeant = bodies.map(i => this.bodyOf(i)).filter(b => b !== undefined)

    if (kind === "own") {
      const means = head.means[0]!
      if (means.is !== "own") return undefined
      phrase.parties = [composed(means.party, generics, [])]
      phrase.why = "the user's own entry"
      phrase.form = "name"
      return this.finish(phrase, prefix)
    }
    if (kind === "country") {
      // Several in one: "Russian and Turkish bombers"
      const codes = items.filter(i => kindOf(i) === "country").flatMap(i => this.countriesOf(i))
      return countryPhrase(this, phrase, head, codes, prefix)
    }
    if (kind === "body" && !(genericOf(head) && this.foreign(head, chosen))) {
      const body = this.bodyOf(head)!
      phrase.parties = [this.bodyParty(body, chosen[0])]
      phrase.why = `${body.name} is in the lexicon`
      phrase.plural = /s$/.test(tokens[head.last]!.text)
      return this.finish(phrase, prefix)
    }
    if (kind === "person" || kind === "name") {
      phrase.name = head.pieces
      phrase.nameKind = kind === "person" ? "person" : head.name
      const honorific = items.find(i => kindOf(i) === "honorific")
      const gender = honorific?.means[0]
      phrase.gender = gender?.is === "honorific" ? gender.gender : undefined
      const title = generics[generics.length - 1]
      phrase.generic = undefined
      if (
        title?.id === "king" ||
        title?.id === "pope" ||
        title?.id === "emperor" ||
        title?.id === "sultan" ||
        title?.id === "emir" ||
        title?.id === "prince"
      )
        phrase.gender = "he"
      if (title?.id === "queen") phrase.gender = "she"
      const owner = items.slice(0, -1).find(i => kindOf(i) === "own")
      if (
        personPhrase(this, phrase, head, title, generics, chosen, bodiesMeant, prefix, honorific !== undefined, owner?.means[0])
      )
        return this.finish(phrase, prefix)
      return items.length > 1 ? this.phrase(items.slice(0, -1), []) : undefined
    }
    if (kind === "honorific") return undefined
    // kind === "generic"
    const generic = genericOf(head)!
    phrase.generic = generic
    phrase.form = generic.kind === "office" ? "title" : "generic"
    phrase.plural = isPluralItem(head)
    const possessor = items.slice(0, -1).find(i => kindOf(i) === "person" || kindOf(i) === "name")
    const innerPerson =
      ofs.length > 0 && kindOf(ofs[0]![ofs[0]!.length - 1]!) === "person" ? ofs[0]![ofs[0]!.length - 1]! : undefined
    genericPhrase(
      this,
      phrase,
      generic,
      generics.slice(0, -1),
      inner,
      chosen,
      bodiesMeant,
      prefix,
      possessor ?? innerPerson,
      ownParties
    )
    // A warplane acts for whoever is named as its owner; by itself it is a thing.
    if (generic.id === "weapon" && !phrase.hasCountry && prefix.possessive === undefined) return undefined
    if (generic.id === "weapon" && this.isPart(head)) return undefined
    // "sides", "the state", "by force": an actor only where something says whose.
    if (
      !phrase.hasCountry &&
      prefix.possessive === undefined &&
      items.length === 1 &&
      ofs.length === 0 &&
      this.lexicon.bound.has(tokens[head.last]!.text.toLowerCase()) &&
      head.first === head.last
    )
      return undefined
    return this.finish(phrase, prefix)
  }

  /// "missile programme": the word only tells what sort of thing the next one is.
  isPart(item: Item): boolean {
    const {relation, head} = this.tokens[item.last]!
    return relation === "compound" && head > item.last
  }

  /// "The House of Commons" is Britain's, but "the Canadian House of Commons" is not, nor is "Congress" in a text about Peru.
  foreign(item: Item, chosen: readonly Country[]): boolean {
    const own = this.bodyOf(item)?.spells[0]?.country
    if (own === undefined) return false
    if (chosen.length > 0) return chosen.every(c => c.code !== own)
    let others = 0
    for (const [code, n] of this.spoken)
      if (code !== own && n > others && !/^(?:IGO|UNO|EUR|NGO|MNC|ISM|IMG)$/.test(code)) others = n
    // The item itself has been counted once where nothing but the body is meant; shared words were not counted.
    return (this.spoken.get(own) ?? 0) === 0 && others > 0
  }

  /// "US-led", "Iran-backed", "pro-Russian", "anti-American": the country is no actor here and gives none.
  isLed(item: Item, length: number): boolean {
    const {tokens} = this
    if (kindOf(item) !== "country" && kindOf(item) !== "body" && kindOf(item) !== "person") return false
    const hyphen = tokens[item.last + 1]
    const after = tokens[item.last + 2]
    if (
      length === 1 &&
      hyphen &&
      after &&
      /^[-‑]$/.test(hyphen.text) &&
      hyphen.start === tokens[item.last]!.end &&
      after.start === hyphen.end &&
      !/^\p{Lu}/u.test(after.text)
    )
      return true
    const opens = isHyphened(tokens[item.first]!.text)
    if (opens && length === 1 && tokens[item.first] === tokens[item.last] && /[-‑]\p{Ll}{3,}$/u.test(tokens[item.first]!.text))
      return true
    if (opens && /^(?:pro|anti|non|counter)[-‑]/i.test(tokens[item.first]!.text)) return true
    const before = tokens[item.first - 1]
    const prefix = tokens[item.first - 2]
    return (
      length === 1 &&
      before !== undefined &&
      prefix !== undefined &&
      /^[-‑]$/.test(before.text) &&
      /^(?:pro|anti|non|ex|counter)$/i.test(prefix.text)
    )
  }

  finish(phrase: Phrase, prefix: Prefix): Phrase[] {
    phrase.definite = prefix.definite
    phrase.possessive = prefix.possessive
    phrase.two = prefix.two === true && prefix.definite
    if (prefix.former || prefix.elect) phrase.out = prefix.former ? "former" : "elect"
    phrase.head = headOf(this.tokens, phrase)
    // "hundreds of protesters", "a group of soldiers": the phrase is the whole.
    const of = this.tokens[phrase.first - 1]
    const many = this.tokens[phrase.first - 2]
    if (
      of?.text === "of" &&
      many &&
      many.sentence === phrase.sentence &&
      quantities.has(many.text.toLowerCase()) &&
      phrase.form !== "name"
    ) {
      phrase.head = many.index
      phrase.first = many.index
      const article = this.tokens[many.index - 1]
      if (
        article &&
        article.sentence === phrase.sentence &&
        (/^(?:a|an|the)$/i.test(article.text) || article.upos === "NUM" || article.upos === "ADJ")
      )
        phrase.first = article.index
    }
    return [phrase]
  }

  // ------------------------------------------------------------------ meanings

  weight(sentence: number, code: string): number {
    const own = this.spokenIn[sentence]?.get(code) ?? 0
    return (own > 0 ? 1.5 : 0) + Math.min(0.5, (this.spoken.get(code) ?? 0) * 0.1)
  }

  /// Which country an item means: of several the one that the text speaks of.
  countryOf(item: Item): Country | undefined {
    const only = item.means.length === 1 ? item.means[0]! : undefined
    if (only) return only.is === "country" ? only.country : undefined
    let best: Country | undefined
    let score = Number.NEGATIVE_INFINITY
    const sentence = this.tokens[item.first]!.sentence
    item.means.forEach((m, i) => {
      if (m.is !== "country") return
      const own =
        this.weight(sentence, m.country.code) - i * 0.01 + (preferred.get(item.pieces.join(" ")) === m.country.key ? 0.3 : 0)
      if (own > score) {
        best = m.country
        score = own
      }
    })
    return best
  }

  /// "the two Koreas" are both.
  countriesOf(item: Item): Country[] {
    if (isBoth(item)) return item.means.flatMap(m => (m.is === "country" ? [m.country] : []))
    const one = this.countryOf(item)
    return one ? [one] : []
  }

  bodyOf(item: Item): Body | undefined {
    const only = item.means.length === 1 ? item.means[0]! : undefined
    if (only) return only.is === "body" ? only.body : undefined
    let best: Body | undefined
    let score = Number.NEGATIVE_INFINITY
    const sentence = this.tokens[item.first]!.sentence
    item.means.forEach((m, i) => {
      if (m.is !== "body") return
      const own = this.weight(sentence, m.body.spells[0]?.country ?? "") - i * 0.01
      if (own > score) {
        best = m.body
        score = own
      }
    })
    return best
  }

  bodyParty(body: Body, country?: Country): Party {
    const spell =
      (this.day && body.spells.find(s => (s.from || s.until) && holdsOn(s, this.day!) > 0)) ||
      body.spells[body.spells.length - 1]!
    const code = spell.country ?? country?.code
    return {id: body.id, name: body.name, kind: body.kind, ...(code ? {country: code} : {}), sectors: spell.sectors}
  }

  countryParty(country: Country): Party {
    return {id: country.key, name: country.name, kind: "country", country: country.code, sectors: country.sectors}
  }

  stateOf(key: string): string {
    return this.lexicon.countries.get(key)?.code ?? key
  }

  /// Who held an office, for coreference: "the premier" after its country was named.
  person(
    title: string,
    answers: readonly string[],
    codes: readonly string[],
    elect: boolean
  ): {party: Party; why: string} | undefined {
    if (!this.day) return undefined
    for (const code of codes) {
      const country = this.lexicon.countries.get(code)
      const spell = (elect ? successor : holder)(this.lexicon, [code], titlesFor(title, answers, country), this.day)
      if (spell) {
        const as = asOf(spell.person, this.day, spell, c => this.stateOf(c))
        return {party: as.party, why: `${spell.title} of ${country?.name ?? code} on ${this.day}${elect ? " elect" : ""}`}
      }
    }
    return undefined
  }
}

function homeOf(publisher: string, lexicon: ActorLexicon): string | undefined {
  const pieces = piecesOf(publisher)
  for (let n = Math.min(3, pieces.length); n > 0; n--)
    for (let i = 0; i + n <= pieces.length; i++)
      for (const {means} of entriesOf(lexicon.names, pieces.slice(i, i + n).join(" ")) ?? [])
        if (means.is === "country" && means.form !== "nickname") return means.country.code
  return undefined
}

/// The countries that a headline names.
function titledIn(title: string, lexicon: ActorLexicon): ReadonlySet<string> {
  const found = new Set<string>()
  const pieces = title
    .split(/\s+/)
    .slice(0, 40)
    .flatMap(word => (/^[^\p{L}]*\p{Lu}/u.test(word) && word !== "Us" ? piecesOf(word) : []))
  for (let i = 0; i < pieces.length; i++)
    for (let n = Math.min(3, pieces.length - i); n > 0; n--) {
      const meant = (entriesOf(lexicon.names, pieces.slice(i, i + n).join(" ")) ?? []).flatMap(({means}) =>
        means.is === "country" && means.form !== "nickname" ? [means.country.code] : []
      )
      if (meant.length === 0) continue
      for (const code of meant) found.add(code)
      i += n - 1
      break
    }
  return found
}

function codesOf(meaning: Meaning): string[] {
  if (meaning.is === "country" && meaning.form !== "nickname") return [meaning.country.code]
  if (meaning.is === "country") return [meaning.country.code]
  if (meaning.is === "body") return meaning.body.spells[0]?.country ? [meaning.body.spells[0].country] : []
  if (meaning.is === "person") return meaning.person.spells[0] ? [meaning.person.spells[0].country] : []
  return []
}

function count(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

/// Which country a shared name means unless the text says otherwise.
const preferred: ReadonlyMap<string, string> = new Map([
  ["congo", "COD"],
  ["congolese", "COD"],
  ["dominican", "DOM"],
  ["dominicans", "DOM"],
  ["korean", "KOR"],
  ["korea", "KOR"],
  ["guinean", "GIN"]
])

const quantities: ReadonlySet<string> = new Set(
  "hundreds thousands dozens scores tens millions group groups crowd crowds number majority handful pair couple band column convoy team teams batch rest half part member members section wave".split(
    " "
  )
)
