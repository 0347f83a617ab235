import type {
  ActorKind,
  ActorMention,
  Document,
  NameMention,
  Party,
  PlaceMention,
  Sector,
  TimeMention,
  Token
} from "../../model/model.ts"
import {coreference} from "./coreference.ts"
import {datelineEnd} from "./datelines.ts"
import {daysTold} from "./days.ts"
import {gapBetween, modifies} from "./gaps.ts"
import {type Item, itemsOf} from "./items.ts"
import {
  adjectival,
  genericOf,
  isBody,
  isBoth,
  isBranch,
  isDirection,
  isGenericOf,
  isOffice,
  isPluralItem,
  isShort,
  isSort,
  isStandin,
  isState,
  kindOf,
  koreas,
  nominal
} from "./kinds.ts"
import type {ActorLexicon, Body, Country, Generic, Meaning, Spell} from "./lexicon.ts"
import {metonymRole} from "./metonyms.ts"
import {entriesOf, type NameTable} from "./nametable.ts"
import {asOf, holder, holdsOn, isTop, misspelled, newHolder, successor, titlesFor, whoIs} from "./offices.ts"
import {composed} from "./own.ts"
import {headOf, type Phrase} from "./phrase.ts"
import {fold, piecesOf} from "./pieces.ts"
import {isHyphened, type Prefix, prefixOf} from "./prefix.ts"
import {type Scene, scenesIn} from "./scenes.ts"
import {alone, organisationOf} from "./unknown.ts"

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
    const reading = new Reading(lexicon, document, itemsOf(document, names, lexicon, own), times, places)
    return reading.mentions()
  }
}

/// The user-visible name of a party made of a country and a word.
const titled = (country: Country | undefined, words: string): string => (country ? `${country.name}: ${words}` : words)

class Reading {
  readonly lexicon: ActorLexicon
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
    places: readonly PlaceMention[]
  ) {
    this.lexicon = lexicon
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
    for (const [code, n] of this.spoken) if (!halves.includes(code) && n > spoken) return []
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
      const cluster = this.cluster(at)
      this.day = this.dayOf(cluster.items[cluster.items.length - 1]!.last)
      const phrase = this.phrase(cluster.items, cluster.ofs)
      if (phrase) phrases.push(...phrase)
      at = cluster.next
    }
    this.day = this.published
    this.atHome(phrases)
    this.appositions(phrases)
    coreference(this.document, phrases, {
      home: this.home,
      scenes: this.scenes,
      inOffice: (title, answers, codes, elect) => this.person(title, answers, codes, elect),
      country: code => {
        const country = this.lexicon.countries.get(code)
        return country ? this.countryParty(country) : {id: code, name: code, kind: "country", country: code, sectors: []}
      },
      gender: name => this.lexicon.genders.get(fold(name.split(" ")[0]!))
    })
    phrases.sort((a, b) => a.first - b.first || b.last - a.last)
    this.appositions(phrases)
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

  /// Items that make one noun phrase: modifiers and their head, then what "of" adds.
  cluster(from: number): {items: Item[]; ofs: Item[][]; next: number} {
    const {items} = this
    let to = from
    while (to + 1 < items.length && this.joins(items[to]!, items[to + 1]!, items[from]!)) to++
    const own = items.slice(from, to + 1)
    const ofs: Item[][] = []
    let next = to + 1
    const head = own[own.length - 1]!
    if (kindOf(head) === "generic") {
      while (next < items.length && ofs.length < 6) {
        const gap = gapBetween(this.tokens, ofs.length === 0 ? head.last : items[next - 1]!.last, items[next]!.first)
        const isOf =
          ofs.length === 0 &&
          (gap === "of" ||
            (gap === "for" && isStandin(head)) ||
            (gap === "in" &&
              !own.some(i => kindOf(i) === "country" || kindOf(i) === "own") &&
              items[next]!.means.some(m => (m.is === "country" && m.form === "name") || (m.is === "own" && m.country))))
        const more =
          ofs.length > 0 &&
          isPluralItem(head) &&
          isState(items[next]!) &&
          isState(ofs[ofs.length - 1]![0]!) &&
          (gap === "and" || (gap === "comma" && this.endsList(next)))
        if (!isOf && !more) break
        const inner = this.cluster(next)
        const innerHead = inner.items[inner.items.length - 1]!
        const kind = kindOf(innerHead)
        if (
          kind !== "country" &&
          kind !== "body" &&
          kind !== "own" &&
          kind !== "person" &&
          !(kind === "generic" && (isStandin(head) || isOffice(head) || isGenericOf(head)))
        )
          break
        if (kind === "country" && inner.items.length > 1) break
        if (kind === "country" && !nominal(innerHead)) break
        ofs.push(inner.items)
        next = inner.next
      }
      // "the president of Russia, Vladimir Putin" is left to apposition; "President of Russia Vladimir Putin" is one phrase.
    }
    return {items: own, ofs, next}
  }

  /// Whether states follow one another with commas and an "and" before the last: "of France, Germany and Italy".
  endsList(from: number): boolean {
    const {items} = this
    for (let i = from; i + 1 < items.length && isState(items[i + 1]!); i++) {
      const gap = gapBetween(this.tokens, items[i]!.last, items[i + 1]!.first)
      if (gap === "and" || (gap === "comma" && this.tokens[items[i + 1]!.first - 1]!.text === "and")) return true
      if (gap !== "comma") return false
    }
    return this.tokens[items[from]!.first - 1]!.text === "and"
  }

  joins(left: Item, right: Item, first: Item): boolean {
    const l = kindOf(left)
    const r = kindOf(right)
    const gap = gapBetween(this.tokens, left.last, right.first)
    if (gap === undefined || gap === "of" || gap === "in" || gap === "for") return false
    if (gap === "and" || gap === "hyphen") {
      // "Russian and Turkish troops", "Russian-Turkish talks"
      if (l === "own" && r === "own") return gap === "and" && this.leadsToNoun(right) && this.modifiers(left, right)
      return l === "country" && r === "country" && (adjectival(left) || gap === "hyphen") && this.leadsToNoun(right)
    }
    const owned = gap === "possessive"
    if (r === "generic") {
      if (l === "country") return owned || adjectival(left) || modifies(this.tokens, left, right)
      if (l === "body" || l === "own") return owned || gap === "adjacent" || modifies(this.tokens, left, right)
      if (l === "generic")
        return (
          owned ||
          ((gap === "adjacent" || modifies(this.tokens, left, right)) &&
            (isBody(left) || isOffice(left) || isSort(left)) &&
            !(gap === "bridged" && isBody(right)))
        )
      if (l === "person") return owned || (gap === "adjacent" && modifies(this.tokens, left, right))
      if (l === "name") return (owned && left.name !== "location") || (gap === "adjacent" && modifies(this.tokens, left, right))
      return false
    }
    if (r === "person" || r === "name") {
      if (l === "honorific") return gap === "adjacent"
      if (l === "generic")
        return (
          (gap === "adjacent" || this.isElect(left, right)) &&
          !isBody(left) &&
          !isPluralItem(left) &&
          right.name !== "location" &&
          (right.name !== "organization" || isOffice(left))
        )
      if (l === "country")
        return (
          (owned ||
            (adjectival(left) && (gap === "adjacent" || (gap === "bridged" && right.name !== "person" && r === "name")))) &&
          right.name !== "location"
        )
      if (l === "body" || l === "own") return owned && (r === "person" || right.name === "person")
      return false
    }
    if (r === "honorific")
      return (l === "generic" && gap === "adjacent" && !isPluralItem(left)) || (l === "honorific" && gap === "adjacent")
    if (r === "body")
      return (l === "country" && (owned || (adjectival(left) && gap === "adjacent"))) || (l === "body" && owned && first === left)
    // "MSF Arnor": such a body's branch there.
    return r === "own" && l === "generic" && gap === "adjacent" && isBranch(left)
  }

  /// "Prime Minister - designate Smith", however it was cut.
  isElect(left: Item, right: Item): boolean {
    for (let t = left.last + 1; t < right.first; t++) if (!/^(?:-|‑|elect|designate)$/i.test(this.tokens[t]!.text)) return false
    return right.first - left.last <= 3
  }

  /// "Arnor and Gondor officials": whether the tree hangs both on what follows.
  modifiers(left: Item, right: Item): boolean {
    const {head} = this.tokens[right.last]!
    return (this.tokens[left.last]!.head === head || head === left.last) && this.tokens[left.last]!.head > right.last
  }

  /// Whether an adjective stands before a noun it belongs to (and is not a noun itself: "the Russian said").
  leadsToNoun(item: Item): boolean {
    const next = this.tokens[item.last + 1]
    return next !== undefined && next.sentence === this.tokens[item.last]!.sentence && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.upos)
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
    const countries = [
      ...items.slice(0, -1).filter(i => kindOf(i) === "country"),
      ...ofs.map(o => o[o.length - 1]!).filter(i => kindOf(i) === "country")
    ]
    const bodies = [...items.slice(0, -1), ...ofs.map(o => o[o.length - 1]!)].filter(i => kindOf(i) === "body")
    const chosen = countries.flatMap(i => this.countriesOf(i))
    phrase.hasCountry = chosen.length > 0
    const ownParties = [...items.slice(0, -1), ...ofs.flat()].flatMap(i => (i.means[0]?.is === "own" ? [i.means[0].party] : []))
    const bodiesMeant = bodies.map(i => this.bodyOf(i)).filter(b => b !== undefined)
    const generics = items.filter(i => kindOf(i) === "generic").map(i => genericOf(i)!)
    const inner = ofs
      .flat()
      .filter(i => kindOf(i) === "generic")
      .map(i => genericOf(i)!)

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
      return this.countryPhrase(phrase, head, codes, prefix)
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
      const heads = generics.filter(() => true)
      const title = heads[heads.length - 1]
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
      if (this.personPhrase(phrase, head, title, generics, chosen, bodiesMeant, prefix, honorific !== undefined, owner?.means[0]))
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
    this.genericPhrase(
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

  countryPhrase(phrase: Phrase, head: Item, countries: readonly Country[], prefix: Prefix): Phrase[] | undefined {
    const {tokens} = this
    const country = this.countryOf(head)!
    const meaning = head.means.find(m => m.is === "country" && m.country === country)
    const form = meaning?.is === "country" ? meaning.form : "name"
    const kinds = new Set(head.means.map(m => (m.is === "country" ? m.form : m.is)))
    const next = tokens[head.last + 1]
    if (form === "nickname") {
      // "the North" only where the text speaks of Korea.
      if (!prefix.definite && !/^\p{Lu}/u.test(tokens[phrase.first]!.text)) return undefined
    }
    phrase.parties = [...new Map(countries.map(c => [c.key, this.countryParty(c)])).values()]
    phrase.hasCountry = true
    const at = tokens[head.last]!
    const adjective =
      kinds.has("adjective") &&
      (at.upos === "ADJ" || /^(?:amod|compound|nmod)/.test(at.relation)) &&
      this.leadsToNoun(head) &&
      !(at.relation === "compound" && at.head < head.first)
    if (adjective || (kinds.has("adjective") && !kinds.has("name") && !kinds.has("demonym") && this.leadsToNoun(head))) {
      // "Russian bombers": the noun phrase stands for the country's.
      const noun = this.nounAfter(head)
      if (noun === undefined) return undefined
      phrase.last = noun
      phrase.form = "generic"
      phrase.why = `${country.name}: ${tokens[head.first]!.text} before "${tokens[noun]!.text}"`
      phrase.plural = tokens[noun]!.xpos === "NNS"
      phrase.definite = prefix.definite
      phrase.head = noun
      return [phrase]
    }
    if (
      kinds.has("name") &&
      this.leadsToNoun(head) &&
      /^(?:compound|nmod)$/.test(at.relation) &&
      at.head > head.last &&
      next &&
      this.nounAfter(head) === at.head &&
      form === "name" &&
      next.upos !== "PROPN"
    ) {
      phrase.last = at.head
      phrase.form = "generic"
      phrase.why = `${country.name} before "${tokens[at.head]!.text}"`
      phrase.head = at.head
      phrase.definite = prefix.definite
      return [phrase]
    }
    if (kinds.has("demonym") || (kinds.has("adjective") && !kinds.has("name"))) {
      phrase.form = "generic"
      phrase.plural = form === "demonym" ? /s$|men$/.test(at.text) : prefix.definite || prefix.several
      phrase.parties = phrase.parties.map(p => ({
        ...p,
        id: `${p.id}:people`,
        kind: "generic" as const,
        sectors: [...p.sectors, "CVL" as Sector]
      }))
      if (prefix.definite && phrase.plural)
        phrase.parties = phrase.parties.map(p => ({
          ...p,
          id: p.id.replace(":people", ""),
          kind: "country" as const,
          sectors: p.sectors.filter(s => s !== "CVL")
        }))
      phrase.why = `people of ${country.name}`
      return this.finish(phrase, prefix)
    }
    if (form === "capital" || form === "seat") {
      const role = metonymRole(this.tokens, head)
      phrase.form = "metonym"
      phrase.placed = role === undefined
      phrase.parties = phrase.parties.map(p => ({...p, sectors: ["GOV", ...p.sectors.filter(s => s !== "GOV")] as Sector[]}))
      phrase.basis = form === "seat" ? "stated" : "inferred"
      phrase.why = role ? `${form} of ${country.name}, ${role}: its government` : `${form} of ${country.name} as a place`
      phrase.parties = phrase.parties.map(p => ({...p, id: `${p.id}:government`}))
      return this.finish(phrase, prefix)
    }
    phrase.why = `${form} of ${country.name}`
    return this.finish(phrase, prefix)
  }

  /// The last token of the noun that an adjective stands before.
  nounAfter(item: Item): number | undefined {
    const {tokens} = this
    let t = item.last + 1
    let found: number | undefined
    while (t < tokens.length && t < item.last + 7 && tokens[t]!.sentence === tokens[item.last]!.sentence) {
      const {upos, xpos, text} = tokens[t]!
      if (upos === "NOUN" || upos === "PROPN") found = t
      else if (found !== undefined) break
      else if (!(upos === "ADJ" || upos === "NUM" || text === "-" || (upos === "VERB" && (xpos === "VBN" || xpos === "VBG"))))
        break
      t++
    }
    if (found === undefined) return undefined
    // Up to, not into, another known name.
    for (const other of this.items)
      if (other.first > item.last && other.first <= found) return other.first - 1 > item.last ? other.first - 1 : undefined
    return found
  }

  genericPhrase(
    phrase: Phrase,
    generic: Generic,
    others: readonly Generic[],
    inner: readonly Generic[],
    chosen: readonly Country[],
    bodies: readonly Body[],
    prefix: Prefix,
    owner: Item | undefined,
    own: readonly Party[]
  ): void {
    const {tokens} = this
    const words = tokens
      .slice(phrase.items[phrase.items.length - 1]!.first, phrase.items[phrase.items.length - 1]!.last + 1)
      .map(t => t.text.toLowerCase())
      .join(" ")
    let countries: readonly (Country | undefined)[] = chosen
    if (generic.country && chosen.length === 0 && bodies.length === 0 && this.lexicon.countries.has(generic.country))
      countries = [this.lexicon.countries.get(generic.country)]
    const body = bodies[bodies.length - 1] ?? (generic.body ? this.lexicon.bodies.get(generic.body) : undefined)
    if (own.length > 0) {
      phrase.parties = own.map(party => ({
        ...composed(party, [...others, generic, ...inner], generic.sectors),
        id: `${party.id}:${generic.id}`,
        name: `${party.name}: ${words}`,
        kind: "generic"
      }))
      phrase.why = `the user's ${own.map(p => p.name).join(", ")} with "${words}"`
      phrase.hasCountry = true
      return
    }
    // A person's: "Assad's forces".
    let ownerParty: Party | undefined
    if (owner && countries.length === 0 && !body) {
      const match = this.whoIs(owner, [], [], false, phrase.sentence, false)
      if (match) ownerParty = asOf(match.person, this.day, match.spell, c => this.stateOf(c)).party
    }
    const bodyParty = body ? this.bodyParty(body) : undefined
    const country = countries[0]
    // Offices are held by somebody on the day.
    // "The WHO chief" leads that body; "the Russian chief" is nobody in particular.
    const looksUp =
      (generic.kind === "office" ||
        (generic.answers.length > 0 && body !== undefined && phrase.items.length + inner.length <= 2)) &&
      !prefix.deputy &&
      !prefix.indefinite &&
      others.every(o => o.kind !== "office" || o.id === "president")
    if (looksUp && this.day && !phrase.plural && !prefix.former) {
      const keys = body ? [body.id] : country ? [country.key, country.code] : []
      if (keys.length > 0) {
        const titles = [...this.errands(generic, phrase, keys), ...titlesFor(generic.id, generic.answers, country)]
        const spell = prefix.elect
          ? successor(this.lexicon, keys, titles, this.day)
          : prefix.fresh
            ? newHolder(this.lexicon, keys, titles, this.day)
            : holder(this.lexicon, keys, titles, this.day)
        if (spell) {
          const as = asOf(spell.person, this.day, spell, c => this.stateOf(c), !prefix.elect)
          phrase.parties = [as.party]
          phrase.form = "title"
          phrase.basis = country?.code && phrase.hasCountry ? "stated" : "inferred"
          phrase.why = `${spell.title} of ${body?.name ?? country!.name} on ${this.day}${prefix.elect ? " elect" : ""}: ${spell.person.name}`
          return
        }
      }
    }
    if (looksUp && this.day && phrase.plural && countries.length > 1) {
      const parties = countries.flatMap(c => {
        const spell = c && holder(this.lexicon, [c.key, c.code], titlesFor(generic.id, generic.answers, c), this.day!)
        return spell
          ? [asOf(spell.person, this.day, spell, k => this.stateOf(k)).party]
          : c
            ? [this.officeParty(c, generic, words, false)]
            : []
      })
      phrase.parties = parties
      phrase.form = "title"
      phrase.why = `${generic.id} of ${countries.map(c => c?.name).join(" and ")} on ${this.day}`
      return
    }
    const sectors = this.sectorsOf(generic, others, inner, bodyParty ?? ownerParty, prefix)
    if (prefix.allied && countries.length === 0 && !body) {
      // Whom they belong to is not said; forces led by one state are many states' forces.
      const many = prefix.allied === "led" && sectors[0] === "MIL"
      phrase.parties = [{id: `allied:${generic.id}`, name: words, kind: "generic", ...(many ? {country: "IMG"} : {}), sectors}]
      phrase.hasCountry = true
      phrase.why = `"${words}" ${prefix.allied} by another`
      return
    }
    const make = (c: Country | undefined): Party => {
      // The office's own country wins over a body's: "Turkey's U.N. ambassador".
      const code =
        c?.code ??
        bodyParty?.country ??
        ownerParty?.country ??
        (generic.country && !this.lexicon.countries.has(generic.country) ? generic.country : undefined)
      const base = bodyParty && !c ? bodyParty.id : (c?.key ?? ownerParty?.country ?? "")
      return {
        id: `${base}:${generic.id}${prefix.former ? ":former" : ""}`,
        name:
          bodyParty && !c
            ? `${bodyParty.name}: ${words}`
            : titled(c ?? (code ? this.lexicon.countries.get(code) : undefined), words),
        kind: "generic",
        ...(code ? {country: code} : {}),
        sectors: [...sectors, ...(c?.sectors ?? [])]
      }
    }
    phrase.parties = countries.length > 0 ? countries.map(make) : [make(undefined)]
    const code = phrase.parties[0]!.country
    phrase.hasCountry = code !== undefined
    phrase.why =
      countries.length > 0
        ? `"${words}" of ${countries.map(c => c?.name).join(" and ")}`
        : bodyParty
          ? `"${words}" of ${bodyParty.name}`
          : ownerParty
            ? `"${words}" of ${ownerParty.name}`
            : `"${words}"`
  }

  /// "The UN envoy to Syria" holds another post than the one to Yemen: the post of the country said, else of the one spoken of.
  errands(generic: Generic, phrase: Phrase, keys: readonly string[]): string[] {
    if (generic.id !== "envoy") return []
    const {tokens} = this
    const word = tokens[phrase.last + 1]
    if (word && /^(?:to|for|on|in)$/i.test(word.text) && word.sentence === phrase.sentence) {
      const said = this.items.find(item => item.first > word.index && item.first <= word.index + 2 && kindOf(item) === "country")
      if (said) return [`envoy for ${this.countryOf(said)!.name}`]
    }
    const posts = new Map<string, number>()
    for (const key of keys)
      for (const spell of this.lexicon.offices.get(key) ?? [])
        if (spell.title.startsWith("envoy for ") && holdsOn(spell, this.day!) > 0) {
          for (const [code, n] of this.spoken)
            if (spell.title === `envoy for ${this.lexicon.countries.get(code)?.name}`) posts.set(spell.title, n)
        }
    return [...posts].sort((a, b) => b[1] - a[1]).map(([title]) => title)
  }

  officeParty(country: Country, generic: Generic, words: string, former: boolean): Party {
    return {
      id: `${country.key}:${generic.id}`,
      name: titled(country, words),
      kind: "generic",
      country: country.code,
      sectors: former ? ["ELI"] : generic.sectors
    }
  }

  sectorsOf(
    generic: Generic,
    others: readonly Generic[],
    inner: readonly Generic[],
    body: Party | undefined,
    prefix: Prefix
  ): readonly Sector[] {
    if (generic.code) return generic.code.split(" ") as unknown as Sector[]
    if (prefix.former && (generic.kind === "office" || generic.kind === "title") && generic.sectors[0] === "GOV") return ["ELI"]
    const weak =
      generic.kind === "standin" ||
      generic.id === "official" ||
      generic.id === "leader" ||
      generic.id === "chairman" ||
      generic.id === "commander" ||
      (generic.kind === "office" && generic.sectors.length === 0)
    const near = [...inner, ...[...others].reverse()].find(o => o.sectors.length > 0)
    if (weak && near) return near.sectors
    if (weak && body) return body.sectors
    if (body && body.sectors[0] === "REB" && (generic.id === "soldier" || generic.id === "army" || generic.kind === "people"))
      return body.sectors
    if (generic.kind === "standin") return near?.sectors ?? body?.sectors ?? []
    // "opposition party", "army officers", "police chief": the more telling word comes first.
    if (
      near &&
      (near.kind === "body" || near.id === "opposition" || near.kind === "people") &&
      near.sectors[0] !== generic.sectors[0]
    ) {
      if (generic.id === "minister" || generic.id === "government") return generic.sectors
      if (generic.kind === "body" && near.kind === "body") return generic.sectors
      return generic.kind === "office" || generic.kind === "title" ? near.sectors : generic.sectors
    }
    return generic.sectors
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

  whoIs(item: Item, of: readonly string[], titles: readonly string[], former: boolean, sentence: number, addressed: boolean) {
    const matches = whoIs(this.lexicon, item.pieces, {
      day: this.day,
      of,
      titles,
      former,
      weight: code => this.weight(sentence, this.stateOf(code)),
      addressed,
      spelled: new Set(item.means.flatMap(m => (m.is === "person" ? [m.person.id] : [])))
    })
    const full = item.pieces.filter(p => p.length > 1).length
    // A family name alone is that of somebody at the top, that day or not long before.
    const bare = full === 1 && !addressed && item.pieces.length === 1
    const best = bare ? matches.find(m => this.atTheTop(m.spell)) : matches[0]
    if (!best) return undefined
    if (bare) {
      const second = matches.find(m => m.person !== best.person && this.atTheTop(m.spell))
      return {...best, margin: second ? best.score - second.score : 9, others: [], full}
    }
    const second = matches[1]
    const margin = second && second.person !== best.person ? best.score - second.score : 9
    return {...best, margin, others: matches.slice(1, 4), full}
  }

  /// Whether an office is a head's and held on the day, or was within the year; without a day, whether the text is about its country.
  atTheTop(spell: Spell | undefined): "now" | "once" | undefined {
    if (!spell || !isTop(spell.title)) return undefined
    if (this.day === undefined) return (this.spoken.get(this.stateOf(spell.country)) ?? 0) > 1 ? "now" : undefined
    if (holdsOn(spell, this.day) > 0) return "now"
    const {until} = spell
    return until !== undefined && until.length === 10 && until <= this.day && Date.parse(this.day) - Date.parse(until) < year
      ? "once"
      : undefined
  }

  /// Whether a text speaks of a country, or of none.
  isSpokenOf(code: string): boolean {
    return this.spoken.size === 0 || (this.spoken.get(code) ?? 0) > 0
  }

  personPhrase(
    phrase: Phrase,
    head: Item,
    title: Generic | undefined,
    generics: readonly Generic[],
    countries: readonly Country[],
    bodies: readonly Body[],
    prefix: Prefix,
    honorific: boolean,
    owner: Meaning | undefined
  ): boolean {
    const {tokens} = this
    const country = countries[0] ?? (title?.country ? this.lexicon.countries.get(title.country) : undefined)
    const of = [
      ...bodies.map(b => b.id),
      ...bodies.flatMap(b => b.spells.map(s => s.country ?? "")),
      ...countries.flatMap(c => [c.key, c.code])
    ].filter(x => x !== "")
    const office = title?.kind === "office" ? titlesFor(title.id, title.answers, country) : []
    const addressed = honorific || title !== undefined
    const isOrganisation = head.name === "organization" || head.name === "location"
    if (!isOrganisation || addressed) {
      const match = this.whoIs(head, of, prefix.deputy ? [] : office, prefix.former, phrase.sentence, addressed)
      // One must be sure enough: two words of a name, or one with a title, or one that everybody knows that day.
      const enough =
        match &&
        (match.full > 1
          ? match.score >= 4
          : addressed
            ? match.score >= 3.5
            : match.score >= (this.atTheTop(match.spell) === "once" ? 3.4 : 5.5) &&
              match.spell !== undefined &&
              (this.atTheTop(match.spell) !== "once" || this.isSpokenOf(this.stateOf(match.spell.country))) &&
              match.margin > 0.4 &&
              alone(tokens, head))
      if (match && enough) {
        const as = asOf(match.person, this.day, match.spell, c => this.stateOf(c))
        phrase.parties = [as.party]
        phrase.why = as.why
        phrase.basis = match.full > 1 || addressed ? "stated" : "inferred"
        if (match.margin < 0.3) {
          phrase.candidates = [
            as.party,
            ...match.others
              .filter(o => o.score > match.score - 0.3)
              .map(o => asOf(o.person, this.day, o.spell, c => this.stateOf(c)).party)
          ]
          phrase.basis = "inferred"
        }
        phrase.hasCountry = as.party.country !== undefined
        return true
      }
    }
    const likely =
      this.day && addressed && head.name !== "organization"
        ? misspelled(this.lexicon, head.pieces, [...of, ...this.spoken.keys()], this.day)
        : undefined
    if (likely) {
      const as = asOf(likely.person, this.day, likely, c => this.stateOf(c))
      phrase.parties = [as.party]
      phrase.why = `spelled like ${likely.person.name}, ${as.why}`
      phrase.basis = "inferred"
      phrase.hasCountry = true
      return true
    }
    const {start} = tokens[head.first]!
    const {end} = tokens[head.last]!
    const name = this.document.article.text.slice(start, end)
    const kind: ActorKind | undefined =
      addressed || head.name === "person" ? "person" : head.name === "organization" ? "organization" : undefined
    if (owner?.is === "own") {
      const code = composed(owner.party, generics, title?.sectors ?? [])
      phrase.parties = [{...code, id: `name:${name.toLowerCase()}`, name}]
      phrase.why = `the user's ${owner.party.name}`
      return true
    }
    if (head.name === "location" && !addressed) return false
    const body = bodies[bodies.length - 1]
    const bodyParty = body ? this.bodyParty(body) : undefined
    const organised = kind === "person" || head.name === "person" ? undefined : organisationOf(tokens, head, this.lexicon)
    const sectors = title
      ? this.sectorsOf(title, generics.slice(0, -1), [], bodyParty, prefix)
      : (bodyParty?.sectors ?? organised?.sectors ?? [])
    const code = country?.code ?? bodyParty?.country
    phrase.parties = [
      {
        id: `name:${name.toLowerCase()}`,
        name,
        ...(kind ? {kind} : organised ? {kind: "organization" as const} : {}),
        ...(code ? {country: code} : {}),
        sectors,
        ...(title ? {title: title.id} : {})
      }
    ]
    phrase.hasCountry = code !== undefined
    phrase.why = title
      ? `unknown name with "${title.id}"`
      : organised
        ? `unknown name, by its word "${organised.word}"`
        : "unknown name"
    // What only looks like a name is kept where it is one for sure.
    if (
      head.name === "unknown" &&
      !addressed &&
      !organised &&
      head.last === head.first &&
      !/^(?:nsubj|obj|obl:agent)/.test(tokens[head.first]!.relation)
    )
      return false
    return true
  }

  /// "Sergei Lavrov, Russia's foreign minister": the one says who the other is.
  appositions(phrases: Phrase[]): void {
    // "the government and people of Iraq": what "of" says holds for both.
    for (let i = 0; i + 1 < phrases.length; i++) {
      const a = phrases[i]!
      const b = phrases[i + 1]!
      if (!a.generic || !b.generic || a.hasCountry || !b.hasCountry || b.sentence !== a.sentence || b.parties.length !== 1)
        continue
      if (b.first !== a.last + 2 || this.tokens[a.last + 1]!.text !== "and" || b.last <= b.items[b.items.length - 1]!.last)
        continue
      const country = this.lexicon.countries.get(b.parties[0]!.country ?? "")
      if (!country || a.parties.length !== 1) continue
      a.parties = [
        {
          ...a.parties[0]!,
          id: `${country.key}${a.parties[0]!.id}`,
          name: titled(country, a.parties[0]!.name),
          country: country.code
        }
      ]
      a.hasCountry = true
      a.why += ` of ${country.name}, like what follows`
    }
    for (let i = 0; i + 1 < phrases.length; i++) {
      const a = phrases[i]!
      const b = phrases[i + 1]!
      if (a.sentence !== b.sentence || b.first <= a.last) continue
      const between = this.tokens.slice(a.last + 1, b.first)
      if (between.length > 1 || (between.length === 1 && between[0]!.text !== ",")) continue
      const [name, title] = a.name && !a.generic && b.generic ? [a, b] : b.name && !b.generic && a.generic ? [b, a] : []
      if (!name || !title || title.plural || (between.length === 0 && title === b)) continue
      if (title.generic!.kind === "body" || title.parties.length !== 1) continue
      if (title === b && !b.definite && !b.hasCountry && b.generic!.kind === "people") continue
      const after = this.tokens[b.last + 1]
      // A list ("Putin, the foreign minister and …") is no apposition.
      if (after && /^(?:and|or)$/.test(after.text) && after.sentence === b.sentence) continue
      const unknown = name.parties[0]?.id.startsWith("name:")
      if (unknown) {
        const {name: words, id} = name.parties[0]!
        const {country, sectors} = title.parties[0]!
        if (name.hasCountry && country === undefined) continue
        const person =
          title.parties[0]!.kind === "person"
            ? undefined
            : {id, name: words, kind: "person" as const, ...(country ? {country} : {}), sectors, title: title.generic!.id}
        if (person) {
          name.parties = [person]
          name.why = `${words}: ${title.why}`
          name.hasCountry = country !== undefined
          title.parties = [person]
          title.why += `; ${words} by apposition`
        } else if (this.day === undefined) title.parties = name.parties
      } else if (name.parties[0]?.kind === "person" && title.parties[0]!.kind !== "person") {
        title.parties = name.parties
        title.why += "; by apposition"
      }
    }
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

const year = 365 * 24 * 3600 * 1000

const quantities: ReadonlySet<string> = new Set(
  "hundreds thousands dozens scores tens millions group groups crowd crowds number majority handful pair couple band column convoy team teams batch rest half part member members section wave".split(
    " "
  )
)
