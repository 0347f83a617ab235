import type {Document, Party, Token} from "../../model/model.ts"
import {agrees, endsAlike, isOne, isOwn, isPerson, local, nameOf, states, statesOf} from "./antecedents.ts"
import type {Phrase} from "./phrase.ts"
import {repeatedNames} from "./repeats.ts"
import type {Scene} from "./scenes.ts"

/// What coreference asks of those who know the tables.
export interface Knows {
  /// The country of whoever publishes the text, where that is known.
  readonly home: string | undefined
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

/// What stands for somebody named elsewhere: repeated family names, acronyms, "the premier", "both countries", pronouns. Phrases are
/// filled in where they stand, and those for pronouns are added; each says in `why` what it was taken for. All of it is inferred.
export function coreference(document: Document, phrases: Phrase[], knows: Knows): void {
  repeatedNames(document.tokens, phrases)
  const resolver = new Resolver(document, phrases, knows)
  resolver.run()
}

const nobody: ReadonlySet<string> = new Set()

/// How far back an antecedent may lie, in sentences.
const reach = 4

class Resolver {
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
  /// The phrases that were there before any pronoun's, and the same by sentence, once asked for.
  readonly named: readonly Phrase[]
  bySentence: Phrase[][] | undefined
  /// Pronoun tokens and whom they stand for, for "its army".
  readonly resolved = new Map<number, Phrase>()

  constructor(document: Document, phrases: Phrase[], knows: Knows) {
    this.document = document
    this.tokens = document.tokens
    this.phrases = phrases
    this.named = [...phrases]
    this.knows = knows
    for (const phrase of phrases) {
      const place = this.locative(phrase)
      for (const code of statesOf(phrase)) {
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

  run(): void {
    const {tokens, phrases} = this
    const starts = new Map<number, Phrase[]>()
    for (const phrase of phrases) {
      const at = starts.get(phrase.first)
      if (at) at.push(phrase)
      else starts.set(phrase.first, [phrase])
    }
    let inside = -1
    for (let t = 0; t < tokens.length; t++) {
      const token = tokens[t]!
      if (t === 0 || tokens[t - 1]!.sentence !== token.sentence)
        for (const scene of this.scenes.get(token.sentence) ?? [])
          if (scene.locative) this.placedIn.set(scene.country, scene.sentence)
      // A possessive pronoun may open a phrase ("its army"): it is read first.
      if (token.upos === "PRON" || token.xpos === "PRP$" || token.xpos === "PRP") {
        const made = this.pronoun(token)
        if (made) {
          this.resolved.set(t, made)
          phrases.push(made)
          this.remember(made)
        }
      } else if (t > inside && (token.upos === "NOUN" || token.upos === "NUM" || token.upos === "DET" || token.upos === "ADJ")) {
        const made = this.description(token)
        if (made) {
          phrases.push(made)
          this.remember(made)
        }
      }
      for (const phrase of starts.get(t) ?? []) {
        inside = Math.max(inside, phrase.last)
        this.complete(phrase)
        this.remember(phrase)
        this.hear(phrase)
      }
    }
  }

  remember(phrase: Phrase): void {
    if (phrase.parties.length === 0) return
    if (phrase.basis === "stated" && this.locative(phrase))
      for (const code of statesOf(phrase)) this.placedIn.set(code, phrase.sentence)
    if (phrase.placed) {
      for (const code of statesOf(phrase)) this.placedIn.set(code, phrase.sentence)
      return
    }
    this.past.push(phrase)
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
      /^(?:in|at|from|near|inside|outside|across|into|over|around|through|within|throughout|toward|towards)$/i.test(before.text)
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

  // ------------------------------------------------------------------ pronouns

  pronoun(token: Token): Phrase | undefined {
    const word = token.text.toLowerCase()
    if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(word)) {
      const gender = word.startsWith("h") && !word.startsWith("her") ? "he" : "she"
      const one = (phrase: Phrase) => phrase.parties.length === 1 && !phrase.plural && agrees(this.genderOf(phrase), gender)
      const found =
        this.best(token, phrase => isPerson(phrase) && one(phrase), gender) ??
        this.best(token, phrase => isOwn(phrase) && one(phrase), gender)
      if (found) this.genders.set(found.parties[0]!.id, gender)
      return found && this.standFor(token, found, `${word}: ${nameOf(found)}, the last one it fits`, gender)
    }
    if (/^(?:it|its|itself)$/.test(word)) {
      if (token.relation.startsWith("expl")) return undefined
      const found = this.best(token, phrase => !isPerson(phrase) && phrase.parties.length === 1 && isOne(phrase, this.tokens))
      return found && this.standFor(token, found, `${word}: ${nameOf(found)}, the last body it fits`)
    }
    if (/^(?:they|them|their|theirs|themselves)$/.test(word)) {
      const found = this.best(
        token,
        phrase =>
          phrase.plural ||
          phrase.parties.length > 1 ||
          (!isPerson(phrase) && phrase.parties[0]!.kind !== "country" && phrase.form !== "metonym")
      )
      const pair = found && !found.plural && found.parties.length === 1 ? this.pairBefore(token) : undefined
      if (pair)
        return this.make(
          token.index,
          token.index,
          token.index,
          pair,
          `${word}: ${pair.map(p => p.name).join(" and ")}, named together`,
          true
        )
      return found ? this.standFor(token, found, `${word}: ${nameOf(found)}, the last it fits`) : undefined
    }
    if (
      /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/.test(word) &&
      (word === "i" ? token.text === "I" : word !== "us" || token.text === "us")
    )
      return this.speaker(token, word)
    if (/^(?:who|which|that|whom|whose)$/.test(word) && /^(?:nsubj|obj|iobj|obl|nmod:poss|nsubj:pass)/.test(token.relation))
      return this.relative(token, word)
    return undefined
  }

  /// Inside a quotation "I" is who speaks, and "we" those for whom they speak.
  speaker(token: Token, word: string): Phrase | undefined {
    let last: number | undefined
    for (const report of this.document.reports) {
      if (!report.source) continue
      if (report.content.some(span => span.start <= token.start && token.end <= span.end)) {
        const source = this.at(report.source.head)
        if (source && source.parties.length === 1)
          return this.standFor(token, source, `${word}: ${nameOf(source)}, who is quoted`)
      }
      if (
        report.manner !== "indirect" &&
        report.sentence <= token.sentence &&
        token.sentence - report.sentence <= 12 &&
        report.source.span.start < token.start
      )
        last = report.source.head
    }
    // A quotation that runs on over paragraphs: whoever was quoted last is still speaking.
    if (this.quoted(token)) {
      const source = last === undefined ? undefined : this.at(last)
      if (source?.parties.length !== 1) return undefined
      return this.standFor(token, source, `${word}: ${nameOf(source)}, who was quoted last`)
    }
    // "Jane Doe said:" and then her words, without quotation marks.
    if (this.announced)
      return this.standFor(token, this.announced, `${word}: ${nameOf(this.announced)}, whose words were announced`)
    // A statement in the first person plural: whoever condemned and welcomed in it before.
    if (this.stated && /^(?:we|us|our|ours|ourselves)$/.test(word)) {
      return this.standFor(token, this.stated, `${word}: ${nameOf(this.stated)}, whose statement this seems to be`)
    }
    return undefined
  }

  /// Remembers who is announced to speak, and who states something in its own name.
  hear(phrase: Phrase): void {
    const head = this.tokens[phrase.head]!
    if (!head.relation.startsWith("nsubj") || phrase.parties.length !== 1) return
    const verb = this.tokens[head.head]
    if (!verb) return
    const {last} = this.document.sentences[phrase.sentence]!
    let end = last - 1
    while (end > phrase.last && /^["“”'’\s]*$/.test(this.tokens[end]!.text)) end--
    const lemma = verb.lemma.toLowerCase()
    if (/^(?:say|add|state|comment|declare|write|tell)$/.test(lemma) && this.tokens[end]!.text === ":") this.announced = phrase
    else if (!isPerson(phrase) && states.test(lemma)) this.stated ??= phrase
  }

  /// Whether an odd number of quotation marks precedes a token in its paragraph.
  quoted(token: Token): boolean {
    const {text} = this.document.article
    const from = text.lastIndexOf("\n", token.start)
    let open = false
    for (let i = Math.max(from, token.start - 5000, 0); i < token.start; i++) {
      const c = text[i]
      if (c === '"') open = !open
      else if (c === "“") open = true
      else if (c === "”") open = false
    }
    return open
  }

  /// "… rebels who fled …"
  relative(token: Token, word: string): Phrase | undefined {
    let verb: Token | undefined = this.tokens[token.head]
    for (let steps = 0; verb && steps < 3 && !verb.relation.startsWith("acl"); steps++) {
      verb = /^(?:conj|nmod|obl|xcomp|nsubj|obj)/.test(verb.relation) ? this.tokens[verb.head] : undefined
    }
    const antecedent = verb && verb.head >= 0 && verb.head < token.index ? this.at(verb.head) : undefined
    return antecedent && this.standFor(token, antecedent, `${word}: ${nameOf(antecedent)}, whom the clause describes`)
  }

  /// The phrase headed by a token, else the shortest around it.
  at(token: number): Phrase | undefined {
    let around: Phrase | undefined
    for (const phrase of this.phrases) {
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

  /// The antecedent that fits best: near, a subject, named.
  best(token: Token, fits: (phrase: Phrase) => boolean, gender?: "he" | "she"): Phrase | undefined {
    let best: Phrase | undefined
    let score = Number.NEGATIVE_INFINITY
    const possessive = token.relation === "nmod:poss"
    const doer = possessive ? undefined : this.doerOver(token)
    for (let i = this.past.length - 1; i >= 0; i--) {
      const phrase = this.past[i]!
      const far = token.sentence - phrase.sentence
      if (far > reach) break
      if (phrase.first <= token.index && token.index <= phrase.last) continue
      if (!fits(phrase)) continue
      const head = this.tokens[phrase.head]!
      const subject = head.relation.startsWith("nsubj")
      // "Putin praised him": him is not Putin, nor is the subject its own object.
      if (far === 0 && !possessive && head.head === token.head && head.head >= 0) continue
      if (phrase.head === doer) continue
      let value =
        -1.5 * far +
        (subject ? 1.5 : 0) +
        (phrase.name || phrase.parties[0]!.kind === "person" ? 0.6 : 0) -
        (token.index - phrase.head) * 0.01
      if (/^(?:nmod|compound|appos)/.test(head.relation)) value -= 0.8
      if (phrase.form === "pronoun") value += subject ? 0.3 : -0.3
      if (gender && this.genderOf(phrase) === gender) value += 0.7
      if (phrase.generic && !phrase.definite && phrase.generic.kind === "people" && !phrase.plural) value -= 0.3
      if (value > score) {
        best = phrase
        score = value
      }
    }
    return best
  }

  /// Who does what is done to a pronoun, where the doer stands further up: "Kim met Putin and promised *him* …", "hopes to see *him*",
  /// "…, accusing *him*". That is somebody else than the pronoun.
  doerOver(token: Token): number | undefined {
    const {tokens} = this
    const {first, last} = this.document.sentences[token.sentence]!
    let verb = tokens[token.head]
    for (let steps = 0; verb && steps < 4; steps++) {
      const above = verb.index
      const subject = tokens.slice(first, last).find(t => t.head === above && t.relation.startsWith("nsubj"))
      if (subject) return subject.index
      if (!/^(?:conj|xcomp|advcl)/.test(verb.relation)) return undefined
      verb = tokens[verb.head]
    }
    return undefined
  }

  /// Two singular parties joined by "and" just before.
  pairBefore(token: Token): Party[] | undefined {
    for (let i = this.past.length - 1; i > 0; i--) {
      const b = this.past[i]!
      const a = this.past[i - 1]!
      if (token.sentence - b.sentence > 1) return undefined
      if (a.sentence !== b.sentence || a.parties.length !== 1 || b.parties.length !== 1 || a.parties[0]!.id === b.parties[0]!.id)
        continue
      if (this.tokens[b.head]!.head === a.head && this.tokens[b.head]!.relation === "conj" && a.form !== "pronoun")
        return [a.parties[0]!, b.parties[0]!]
    }
    return undefined
  }

  // ------------------------------------------------------------------ descriptions that no phrase was made for

  description(token: Token): Phrase | undefined {
    const {tokens} = this
    const lemma = token.lemma.toLowerCase()
    const before = tokens[token.index - 1]
    const same = before && before.sentence === token.sentence ? before : undefined
    const first = same ? this.opening(token.index) : undefined
    if (
      /^(?:country|nation|homeland|motherland)$/.test(lemma) &&
      token.upos === "NOUN" &&
      token.xpos === "NN" &&
      first !== undefined
    ) {
      const owner = tokens[first]!
      const by = this.resolved.get(first)
      if (by) {
        const code = statesOf(by)[0]
        return code
          ? this.make(
              first,
              token.index,
              token.index,
              [this.knows.country(code)],
              `${owner.text} country: that of ${nameOf(by)}`,
              false
            )
          : undefined
      }
      if (!/^(?:the|this|that)$/i.test(owner.text) || tokens[token.index + 1]?.text === "of") return undefined
      const code = this.spokenOf()
      return code
        ? this.make(first, token.index, token.index, [this.knows.country(code)], `the country spoken of`, false)
        : undefined
    }
    if (
      /^(?:countries|nations|sides|neighbours|neighbors|states|capitals|governments|rivals|allies|powers|foes|enemies)$/i.test(
        token.text
      ) &&
      first !== undefined &&
      (this.two(first, token.index) || this.betweenTwo(first, token))
    ) {
      const codes = this.lastCountries(2)
      return codes.length === 2
        ? this.make(
            first,
            token.index,
            token.index,
            codes.map(c => this.knows.country(c)),
            `the two countries named last: ${codes.join(" and ")}`,
            true
          )
        : undefined
    }
    if (
      /^(?:leaders|presidents|ministers|men|premiers|politicians|women|officials|diplomats|statesmen|generals|rivals)$/i.test(
        token.text
      ) &&
      first !== undefined &&
      this.two(first, token.index)
    ) {
      const people = this.lastPersons(2)
      return people.length === 2
        ? this.make(
            first,
            token.index,
            token.index,
            people,
            `the two persons named last: ${people.map(p => p.name).join(" and ")}`,
            true
          )
        : undefined
    }
    // "Ankara and its partner": the other of the two spoken of.
    if (
      /^(?:partner|ally|neighbour|neighbor|rival|foe|adversary)$/.test(lemma) &&
      token.xpos === "NN" &&
      first === token.index - 1
    ) {
      const owner = this.resolved.get(first)
      const mine = owner && !isPerson(owner) ? statesOf(owner) : []
      const others = this.lastCountries(3).filter(code => !mine.includes(code))
      return mine.length === 1 && others.length === 1
        ? this.make(
            first,
            token.index,
            token.index,
            [this.knows.country(others[0]!)],
            `${lemma} of ${nameOf(owner!)}: the other country spoken of`,
            false
          )
        : undefined
    }
    if (lemma === "pair" && same && /^the$/i.test(same.text) && tokens[token.index + 1]?.text !== "of") {
      const people = this.lastPersons(2)
      if (people.length === 2)
        return this.make(
          same.index,
          token.index,
          token.index,
          people,
          `the two persons named last: ${people.map(p => p.name).join(" and ")}`,
          true
        )
    }
    // "the 40-year-old"
    if (
      /^\d+-year-old$/.test(token.text.toLowerCase()) ||
      (token.text.toLowerCase() === "old" && /^year$/i.test(tokens[token.index - 2]?.text ?? ""))
    ) {
      const next = tokens[token.index + 1]
      if (next && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos) && next.sentence === token.sentence) return undefined
      let from = token.index
      while (from > 0 && /^(?:-|year|\d+|old)$/i.test(tokens[from - 1]!.text)) from--
      const the = tokens[from - 1]
      if (!the || !/^the$/i.test(the.text)) return undefined
      const found = this.best(token, phrase => isPerson(phrase) && phrase.parties.length === 1 && !phrase.plural)
      return (
        found && this.make(the.index, token.index, token.index, found.parties, `${nameOf(found)}, the last person named`, false)
      )
    }
    if (
      /^(?:group|movement|organization|organisation|alliance|bloc|body|network|grouping|union|agency|faction)$/.test(lemma) &&
      token.xpos === "NN" &&
      first !== undefined &&
      /^(?:the|this)$/i.test(tokens[first]!.text) &&
      tokens[token.index + 1]?.text !== "of"
    ) {
      const found = this.best(
        token,
        phrase =>
          (phrase.parties[0]!.kind === "group" || phrase.parties[0]!.kind === "organization") && phrase.parties.length === 1
      )
      return found && this.make(first, token.index, token.index, found.parties, `the ${lemma}: ${nameOf(found)}`, false)
    }
    return undefined
  }

  /// The determiner that opens the phrase of a noun, over adjectives and numbers.
  opening(noun: number): number | undefined {
    for (let t = noun - 1; t >= 0 && t > noun - 5; t--) {
      const {upos, xpos, text, sentence} = this.tokens[t]!
      if (sentence !== this.tokens[noun]!.sentence) return undefined
      if (upos === "DET" || xpos === "PRP$" || /^(?:the|both|two|its|his|her|their)$/i.test(text)) {
        if (/^two$/i.test(text) && /^(?:the|these|those|their|both)$/i.test(this.tokens[t - 1]?.text ?? "")) continue
        return t
      }
      if (upos !== "ADJ" && upos !== "NUM") return undefined
    }
    return undefined
  }

  /// "the neighbours", "the rivals" in a text that speaks of two states only.
  betweenTwo(first: number, token: Token): boolean {
    return (
      /^(?:neighbours|neighbors|rivals|foes|enemies)$/i.test(token.text) &&
      first === token.index - 1 &&
      /^the$/i.test(this.tokens[first]!.text) &&
      this.tokens[token.index + 1]?.text !== "of" &&
      this.total.size === 2
    )
  }

  two(first: number, last: number): boolean {
    for (let t = first; t < last; t++) if (/^(?:two|both)$/i.test(this.tokens[t]!.text)) return true
    return false
  }

  lastCountries(n: number): string[] {
    const codes: string[] = []
    for (let i = this.past.length - 1; i >= 0 && codes.length < n; i--)
      for (const code of statesOf(this.past[i]!).reverse()) if (!codes.includes(code) && codes.length < n) codes.push(code)
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
          Math.min(n, 5) * 0.5 +
          (last === undefined ? 0 : 2 / (1 + Math.max(0, now - last))) +
          (near === undefined ? 0 : 0.7 / (1 + Math.max(0, now - near)))
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
      const value = Math.min(n, 5) * 0.3 + (last === undefined ? 0 : 2 / (1 + Math.max(0, now - last)))
      if (value > score) {
        best = code
        score = value
      }
    }
    return best
  }

  // ------------------------------------------------------------------ phrases whose words do not say enough

  complete(phrase: Phrase): void {
    const party = phrase.parties[0]
    if (!phrase.generic || phrase.parties.length !== 1 || !party || party.id.startsWith("own:")) return
    if (
      phrase.two &&
      phrase.plural &&
      !phrase.hasCountry &&
      (phrase.generic.kind === "office" || phrase.generic.kind === "title" || phrase.generic.kind === "people")
    ) {
      const people = this.lastPersons(2)
      const {answers, id} = phrase.generic
      const fits = (p: Party) => p.title === undefined || answers.length === 0 || answers.includes(p.title) || id === "leader"
      if (people.length === 2 && people.every(fits)) {
        phrase.parties = people
        phrase.basis = "inferred"
        phrase.why = `the two persons named last: ${people.map(p => p.name).join(" and ")}`
        phrase.hasCountry = true
        return
      }
    }
    if (phrase.two && phrase.plural && !phrase.hasCountry && this.ofBoth(phrase, party)) return
    // "its army", "his government"
    const owner = phrase.possessive === undefined ? undefined : this.resolved.get(phrase.possessive)
    if (owner && !phrase.hasCountry) {
      const code = statesOf(owner)[0] ?? owner.parties[0]!.country
      if (code) {
        this.give(phrase, code, `of ${nameOf(owner)}`)
        return
      }
    }
    const {generic} = phrase
    if ((party.country !== undefined && party.country !== "IMG") || (phrase.hasCountry && party.country !== "IMG")) return
    if (party.country === "IMG" && generic.country !== "IMG") return
    if (phrase.definite && phrase.possessive === undefined) {
      const found = this.antecedent(phrase)
      if (found) {
        phrase.parties = [...found.parties]
        phrase.basis = "inferred"
        phrase.why = `${phrase.why}: ${nameOf(found)}, named before`
        phrase.hasCountry = true
        return
      }
    }
    if (party.country === "IMG") return
    // Refugees come from somewhere else, and "governments" are of nowhere in particular.
    if (
      generic.sectors[0] === "REF" ||
      (generic.kind === "body" &&
        phrase.plural &&
        generic.sectors[0] === "GOV" &&
        /ments$|ies$/.test(this.tokens[phrase.head]!.text))
    )
      return
    if (this.abroad(phrase)) return
    const native = local.has(generic.sectors[0] ?? "") || generic.id === "regime"
    const at = this.placeOf(phrase) ?? (native ? this.sceneOf(phrase) : undefined)
    const code = at ?? this.spokenOf(native, phrase.sentence, phrase, this.speakersOf(phrase))
    if (code === undefined) return
    const held =
      generic.kind === "office" && !phrase.plural && phrase.definite && phrase.out !== "former"
        ? this.knows.inOffice(generic.id, generic.answers, [code], phrase.out === "elect")
        : undefined
    if (held) {
      phrase.parties = [held.party]
      phrase.basis = "inferred"
      phrase.why = `${phrase.why}: ${held.why}, the country spoken of`
      return
    }
    this.give(phrase, code, "the country spoken of")
  }

  /// "The two navies", "both foreign ministers": of the two states named last.
  ofBoth(phrase: Phrase, party: Party): boolean {
    const {kind, id, answers} = phrase.generic!
    const codes = kind === "body" || kind === "office" ? this.lastCountries(2) : []
    if (codes.length !== 2) return false
    phrase.parties = codes.map(code => {
      const held = kind === "office" ? this.knows.inOffice(id, answers, [code], phrase.out === "elect") : undefined
      return (
        held?.party ?? {
          ...party,
          id: `${code}${party.id}`,
          name: `${this.knows.country(code).name}: ${party.name}`,
          country: code
        }
      )
    })
    phrase.basis = "inferred"
    phrase.why = `of the two countries named last: ${codes.join(" and ")}`
    phrase.hasCountry = true
    return true
  }

  /// "Western leaders", "international investigators": of more countries than one.
  abroad(phrase: Phrase): boolean {
    const end = phrase.items[0]?.first ?? phrase.head
    for (let t = phrase.first; t < end; t++)
      if (
        /^(?:western|eastern|international|foreign|world|global|arab|european|african|asian|nordic|allied|multinational|other)$/i.test(
          this.tokens[t]!.text
        )
      )
        return true
    return false
  }

  /// The country that the clause itself names as the place: "In Seoul the president", "the ministry in Moscow", "officials there".
  placeOf(phrase: Phrase): string | undefined {
    const {tokens} = this
    const after = tokens[phrase.last + 1]
    if (after?.text.toLowerCase() === "there" && after.sentence === phrase.sentence) {
      const last = this.past.findLast(p => p.form === "metonym" || this.locative(p))
      return last && statesOf(last)[0]
    }
    // "the mayor of Lyon", "officials in Goma"
    if (after && /^(?:of|in|at|near)$/i.test(after.text))
      for (const scene of this.scenes.get(phrase.sentence) ?? [])
        if (scene.first === after.index + 1 || (scene.first === after.index + 2 && tokens[after.index + 1]!.upos === "DET"))
          return scene.country
    const {first} = this.document.sentences[phrase.sentence]!
    for (const other of this.inSentence(phrase.sentence)) {
      const word = tokens[other.first - 1]
      if (!word || !/^(?:in|at)$/i.test(word.text) || other.parties.length !== 1) continue
      if (!other.placed && other.parties[0]!.kind !== "country") continue
      const opens = word.index === first && other.last < phrase.first && phrase.first - other.last <= 4
      if (opens || word.index === phrase.last + 1) return statesOf(other)[0]
    }
    return undefined
  }

  /// The one country in which a sentence puts things: "Teachers marched in Nairobi".
  sceneOf(phrase: Phrase): string | undefined {
    const codes = new Set<string>()
    for (const scene of this.scenes.get(phrase.sentence) ?? []) if (scene.locative) codes.add(scene.country)
    for (const other of this.inSentence(phrase.sentence))
      if (other !== phrase && this.locative(other)) for (const code of statesOf(other)) codes.add(code)
    return codes.size === 1 ? [...codes][0] : undefined
  }

  /// The states in whose words somebody stands who is not theirs for that: "Iraq said marines fired", "the US said civilians died".
  speakersOf(phrase: Phrase): ReadonlySet<string> {
    const sector = phrase.generic!.sectors[0]
    const token = this.tokens[phrase.head]!
    const {relation} = token
    const suffers = sector === "CVL" && phrase.generic!.kind === "people" && relation !== "nsubj"
    if (phrase.definite || !(suffers || sector === "MIL")) return nobody
    for (const report of this.document.reports) {
      const said = report.content.some(c => c.start <= token.start && token.end <= c.end)
      // "Iraq said marines fired": the tree may take them for what was said.
      if (!report.source || !(said || (relation === "obj" && token.head === report.cue.head))) continue
      const source = this.at(report.source.head)
      if (
        source?.head === report.source.head &&
        source.form !== "pronoun" &&
        (source.parties[0]!.kind === "country" || source.form === "metonym")
      )
        return new Set(statesOf(source))
    }
    return nobody
  }

  inSentence(sentence: number): readonly Phrase[] {
    if (!this.bySentence) {
      this.bySentence = []
      for (const phrase of this.named) (this.bySentence[phrase.sentence] ??= []).push(phrase)
    }
    return this.bySentence[sentence] ?? []
  }

  give(phrase: Phrase, code: string, why: string): void {
    const party = phrase.parties[0]!
    const country = this.knows.country(code)
    phrase.parties = [{...party, id: `${code}${party.id}`, name: `${country.name}: ${party.name}`, country: code}]
    phrase.basis = "inferred"
    phrase.why = `${phrase.why}: ${country.name}, ${why}`
  }

  /// "the court" after the ICC, "the rebels" after the M23, "the minister" after a minister.
  antecedent(phrase: Phrase): Phrase | undefined {
    const generic = phrase.generic!
    const sector = generic.sectors[0]
    for (let i = this.past.length - 1; i >= 0; i--) {
      const other = this.past[i]!
      if (phrase.sentence - other.sentence > reach + 2) return undefined
      const party = other.parties[0]!
      if (other.parties.length !== 1 || other.form === "pronoun") continue
      if (phrase.plural) {
        if (
          (party.kind === "group" || party.kind === "organization") &&
          sector !== undefined &&
          party.sectors[0] === sector &&
          sector !== "GOV" &&
          sector !== "BUS" &&
          sector !== "JRN"
        )
          return other
        continue
      }
      // "the Council" after the Security Council, "the coalition" after another.
      if (
        generic.kind === "body" &&
        phrase.items.length === 1 &&
        party.sectors.length + (party.country ? 1 : 0) > 0 &&
        (generic.country === undefined || generic.country === party.country) &&
        (sector === undefined || sector === "GOV" || sector === party.sectors[0]) &&
        (party.kind === "organization" || party.kind === "group" || (other.generic === generic && generic.id === "coalition")) &&
        endsAlike(party.name, this.tokens[phrase.head]!.text)
      )
        return other
      if (
        generic.kind === "people" &&
        (party.kind === "group" || party.kind === "organization") &&
        sector !== undefined &&
        party.sectors[0] === sector &&
        /(?:group|movement|organi[sz]ation|faction|network|party|gang|cartel|militia)$/i.test(this.tokens[phrase.head]!.text)
      )
        return other
      if (generic.kind === "office" || generic.kind === "title" || generic.kind === "standin" || generic.kind === "people") {
        if (generic.country !== undefined && party.country !== generic.country) continue
        if (!isPerson(other) || other.plural) continue
        const title = party.title ?? other.generic?.id
        if (
          title !== undefined &&
          (generic.answers.includes(title) ||
            generic.id === title ||
            (generic.id === "minister" && title.endsWith("minister")) ||
            (generic.id === "leader" && sector === party.sectors[0]))
        )
          return other
        if (generic.kind === "standin" && other.generic?.id === generic.id) return other
        continue
      }
      if (
        generic.kind === "body" &&
        (party.kind === "organization" || party.kind === "group") &&
        sector !== undefined &&
        sector !== "GOV" &&
        party.sectors[0] === sector
      )
        return other
    }
    return undefined
  }
}
