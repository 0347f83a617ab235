import type {Party} from "../../../model/model.ts"
import {endsAlike, isPerson, local, nameOf, statesOf} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import {type Discourse, nobody, reach} from "./discourse.ts"
import {bothStates, twoWho} from "./pairs.ts"

/// Gives a phrase whose words do not say enough whom it stands for, or the country it is of, by what was spoken of before.
export function complete(told: Discourse, phrase: Phrase): void {
  const party = phrase.parties[0]
  if (!phrase.generic || phrase.parties.length !== 1 || !party || party.id.startsWith("own:")) return
  if (phrase.plural && !phrase.hasCountry && (phrase.two || severalArms(told, phrase)) && ofTwo(told, phrase, party)) return
  // "its army", "his government"
  const owner = phrase.possessive === undefined ? undefined : told.resolved.get(phrase.possessive)
  if (owner && !phrase.hasCountry) {
    // "their defence ministers"
    const codes = phrase.plural && phrase.generic.kind !== "people" ? statesOf(owner) : []
    if (codes.length > 1) {
      ofEach(told, phrase, party, codes, `of ${nameOf(owner)}`)
      return
    }
    const code = statesOf(owner)[0] ?? owner.parties[0]!.country
    if (code) {
      give(told, phrase, code, `of ${nameOf(owner)}`)
      return
    }
    // "The Workers' Front … *Its leader*": nobody who holds an office of the country spoken of.
    if (!isPerson(owner) && owner.parties[0]!.id.startsWith("name:") && phrase.generic.kind !== "people") {
      if (owner.parties[0]!.sectors.length > 0) phrase.parties = [{...party, sectors: owner.parties[0]!.sectors}]
      return
    }
  }
  const {generic} = phrase
  if ((party.country !== undefined && party.country !== "IMG") || (phrase.hasCountry && party.country !== "IMG")) return
  if (party.country === "IMG" && generic.country !== "IMG") return
  const beside = party.country === undefined ? sharing(told, phrase) : undefined
  if (beside !== undefined) {
    give(told, phrase, beside, "the adjective before the first of them")
    phrase.hasCountry = true
    return
  }
  const said = within(told, phrase)
  if (said !== undefined && party.country === undefined) {
    give(told, phrase, said, "named in the same words")
    phrase.hasCountry = true
    return
  }
  if (phrase.definite && phrase.possessive === undefined) {
    const short = party.country === undefined ? told.bodyCalled(phrase) : undefined
    if (short === "nobody known") return
    const found = short ?? antecedent(told, phrase)
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
      /ments$|ies$/.test(told.tokens[phrase.head]!.text))
  )
    return
  if (abroad(told, phrase) || (phrase.plural && /^(?:states|countries|nations)$/i.test(told.tokens[phrase.head]!.text))) return
  const native = local.has(generic.sectors[0] ?? "") || generic.id === "regime" || isLocal(told, phrase)
  const at = placeOf(told, phrase) ?? (native ? sceneOf(told, phrase) : undefined)
  const code =
    at ?? told.spokenOf(native, phrase.sentence, phrase, new Set([...speakersOf(told, phrase), ...othersOf(told, phrase)]))
  if (code === undefined) return
  const held =
    generic.kind === "office" && !phrase.plural && phrase.definite && phrase.out !== "former"
      ? told.knows.inOffice(generic.id, generic.answers, [code], phrase.out === "elect")
      : undefined
  if (held) {
    phrase.parties = [held.party]
    phrase.basis = "inferred"
    phrase.why = `${phrase.why}: ${held.why}, the country spoken of`
    return
  }
  give(told, phrase, code, "the country spoken of")
}

/// "The armies", "the navies of both sides", "the leaders": of several states, without a "two" before them.
function severalArms(told: Discourse, phrase: Phrase): boolean {
  const {tokens} = told
  const [of, number] = [tokens[phrase.last + 1], tokens[phrase.last + 2]]
  const noun = tokens[phrase.last + (number?.text.toLowerCase() === "the" ? 4 : 3)]
  if (of?.text === "of" && number && /^(?:both|the|two)$/i.test(number.text) && noun?.sentence === phrase.sentence) {
    const two = number.text.toLowerCase() !== "the" || /^two$/i.test(tokens[number.index + 1]!.text)
    if (two && /^(?:sides|countries|states|nations|governments|neighbours|neighbors|capitals|rivals)$/i.test(noun.text))
      return true
  }
  return phrase.definite && phrase.possessive === undefined && ofSeveral.test(tokens[phrase.head]!.text) && of?.text !== "of"
}

const ofSeveral = /^(?:armies|navies|militaries|leaders|presidents|premiers|ministers|governments|capitals)$/i

/// "The two navies", "both foreign ministers", "the two presidents": the main two of what is told.
function ofTwo(told: Discourse, phrase: Phrase, party: Party): boolean {
  const {kind, id, answers} = phrase.generic!
  if (phrase.two && (kind === "title" || kind === "people" || kind === "office")) {
    const word =
      id === "minister" || id.endsWith(" minister") ? (id === "prime minister" ? "prime ministers" : "ministers") : `${id}s`
    const people = twoWho(told, phrase.head, word)
    const fits = (p: Party) => p.title === undefined || answers.length === 0 || answers.includes(p.title) || id === "leader"
    if (people.length === 2 && people.every(fits)) {
      phrase.parties = people
      phrase.basis = "inferred"
      phrase.why = `the two persons spoken of: ${people.map(p => p.name).join(" and ")}`
      phrase.hasCountry = true
      return true
    }
  }
  if (phrase.two && kind !== "body" && kind !== "office") return false
  const codes = bothStates(told, phrase.head)
  if (codes.length !== 2) return false
  ofEach(told, phrase, party, codes, `of the two countries spoken of: ${codes.join(" and ")}`)
  return true
}

/// Those of several states: whoever held the office there, else the same of each.
function ofEach(told: Discourse, phrase: Phrase, party: Party, codes: readonly string[], why: string): void {
  const {kind, id, answers} = phrase.generic!
  phrase.parties = codes.map(code => {
    const held =
      kind === "office" && phrase.out !== "former" ? told.knows.inOffice(id, answers, [code], phrase.out === "elect") : undefined
    return (
      held?.party ?? {
        ...party,
        id: `${code}${party.id}`,
        name: `${told.knows.country(code).name}: ${party.name}`,
        country: code
      }
    )
  })
  phrase.basis = "inferred"
  phrase.why = why
  phrase.hasCountry = true
}

/// "Western leaders", "international investigators": of more countries than one.
function abroad(told: Discourse, phrase: Phrase): boolean {
  const end = phrase.items[0]?.first ?? phrase.head
  for (let t = phrase.first; t < end; t++)
    if (
      /^(?:western|eastern|international|foreign|world|global|arab|european|african|asian|nordic|allied|multinational|other)$/i.test(
        told.tokens[t]!.text
      )
    )
      return true
  return false
}

/// The country that the clause itself names as the place: "In Seoul the president", "the ministry in Moscow", "officials there".
function placeOf(told: Discourse, phrase: Phrase): string | undefined {
  const {tokens} = told
  const after = tokens[phrase.last + 1]
  if (after?.text.toLowerCase() === "there" && after.sentence === phrase.sentence) {
    const last = told.past.findLast(p => p.form === "metonym" || told.locative(p))
    return last && statesOf(last)[0]
  }
  // "the mayor of Lyon", "officials in Goma", "deputies from Basra"
  if (after && /^(?:of|in|at|near|from)$/i.test(after.text))
    for (const scene of told.scenes.get(phrase.sentence) ?? [])
      if (scene.first === after.index + 1 || (scene.first === after.index + 2 && tokens[after.index + 1]!.upos === "DET"))
        return scene.country
  const {first} = told.document.sentences[phrase.sentence]!
  for (const other of told.inSentence(phrase.sentence)) {
    if (other.form === "pronoun") continue
    const word = tokens[other.first - 1]
    if (!word || !/^(?:in|at)$/i.test(word.text) || other.parties.length !== 1) continue
    if (!other.placed && other.parties[0]!.kind !== "country") continue
    const opens = word.index === first && other.last < phrase.first && phrase.first - other.last <= 4
    if (opens || word.index === phrase.last + 1) return statesOf(other)[0]
  }
  return undefined
}

/// "Syrian workers and *students*": an adjective before the first of two bare plurals is that of both.
function sharing(told: Discourse, phrase: Phrase): string | undefined {
  const {tokens} = told
  const {relation, head} = tokens[phrase.head]!
  const before = tokens[phrase.first - 1]
  if (!phrase.plural || phrase.first !== phrase.head || relation !== "conj" || !before || !/^(?:and|or|,)$/.test(before.text))
    return undefined
  const other = told.at(head)
  if (other?.head !== head || other.form !== "generic" || !other.plural || !other.hasCountry || other.parties.length !== 1)
    return undefined
  const adjective = tokens[other.first]!
  return other.first < head && other.last === head && adjective.upos === "ADJ" ? other.parties[0]!.country : undefined
}

/// "the ministry of railways of Mali", "the victims of a blast at Goma station": the one country that stands inside the phrase.
function within(told: Discourse, phrase: Phrase): string | undefined {
  const {tokens} = told
  const native = local.has(phrase.generic!.sectors[0] ?? "")
  const codes = new Set<string>()
  for (let t = phrase.last + 1; t < tokens.length && t < phrase.last + 12; t++) {
    const {sentence, upos, text} = tokens[t]!
    if (sentence !== phrase.sentence || /^(?:VERB|AUX|PUNCT|SCONJ|PRON|CCONJ)$/.test(upos)) break
    if (upos === "ADP" && !(native ? /^(?:of|in|at|from|near)$/i : /^of$/i).test(text)) break
    if (t === phrase.last + 1 && upos !== "ADP") break
    for (const other of told.inSentence(phrase.sentence))
      if (other.first === t && other.form !== "pronoun" && other.basis === "stated") {
        for (const {country} of other.parties) if (country !== undefined) codes.add(country)
      }
    for (const scene of told.scenes.get(phrase.sentence) ?? []) if (scene.first === t) codes.add(scene.country)
  }
  return codes.size === 1 ? [...codes][0] : undefined
}

/// "The governor", "regional officials": at home where the story is.
function isLocal(told: Discourse, {items, first, last}: Phrase): boolean {
  const words = told.tokens.slice(first, last + 1).map(t => t.text.toLowerCase())
  return items.length > 0 && words.some(word => natives.test(word))
}

const natives = /^(?:governors?|mayors?|prosecutors?|courts?|hospitals?|sheriffs?|regional|provincial|municipal|local)$/

/// Whose somebody is not: "will fly *to Peru*", "China summoned *the ambassador*", "Chad bombed *the army*".
function othersOf(told: Discourse, phrase: Phrase): ReadonlySet<string> {
  const others = new Set<string>()
  if (phrase.possessive !== undefined) return others
  const {tokens} = told
  const is = (p: {readonly head: number}) => p.head === phrase.head
  const states = (p: {readonly head: number}) => {
    const other = told.inSentence(phrase.sentence).find(o => o.head === p.head)
    if (other?.form === "generic") return []
    const scene = told.scenes.get(phrase.sentence)?.find(x => x.first <= p.head && p.head <= x.last)
    return other ? statesOf(other) : scene ? [scene.country] : []
  }
  for (const {subjects, objects, recipients, obliques, predicate} of told.clausesIn(phrase.sentence)) {
    const {lemma} = predicate
    if (subjects.some(is)) {
      for (const o of obliques)
        if (goal.test(o.preposition) && moves.test(lemma)) for (const code of states(o.phrase)) others.add(code)
      if (visits.test(lemma)) for (const o of objects) for (const code of states(o)) others.add(code)
    }
    if ([...objects, ...recipients].some(is)) {
      const envoy = /^(?:ambassador|diplomat|envoy|embassy|consul|consulate|attache|attaché)s?$/i.test(tokens[phrase.head]!.lemma)
      const blamer =
        blames.test(lemma) && subjects.map(o => told.at(o.head)).find(o => o && diplomatic.test(o.parties[0]?.id ?? ""))
      if (blamer) for (const code of statesOf(blamer)) others.add(code)
      if (hostile.test(lemma) || (envoy && sends.test(lemma))) {
        for (const subject of subjects) {
          const doer = told.at(subject.head)
          if (doer && (doer.parties[0]?.kind === "country" || doer.form === "metonym"))
            for (const code of statesOf(doer)) others.add(code)
        }
      }
    }
  }
  return others
}

const diplomatic = /:(?:ambassador|envoy|consul|diplomat)/
const blames = /^(?:accuse|blame|criticize|criticise|condemn|denounce)$/
const goal = /^(?:to|into|for|toward|towards)$/
const moves = /^(?:fly|go|travel|head|come|return|move|leave|sail|drive|rush|hurry|set off|set out|journey|depart)$/
const visits = /^(?:visit|tour|enter|reach|invade)$/
const hostile = /^(?:attack|bomb|shell|invade|condemn|denounce|sanction|threaten|fight|sue|expel|summon)$/
const sends = /^(?:send|send home|call in|throw out|kick out|order|receive|declare|recall)$/

/// The one country in which a sentence puts things: "Teachers marched in Nairobi".
function sceneOf(told: Discourse, phrase: Phrase): string | undefined {
  const codes = new Set<string>()
  for (const scene of told.scenes.get(phrase.sentence) ?? []) if (scene.locative) codes.add(scene.country)
  for (const other of told.inSentence(phrase.sentence))
    if (other !== phrase && other.form !== "pronoun" && told.locative(other)) for (const code of statesOf(other)) codes.add(code)
  return codes.size === 1 ? [...codes][0] : undefined
}

/// The states in whose words somebody stands who is not theirs for that: "Iraq said marines fired", "the US said civilians died".
function speakersOf(told: Discourse, phrase: Phrase): ReadonlySet<string> {
  const sector = phrase.generic!.sectors[0]
  const token = told.tokens[phrase.head]!
  const {relation} = token
  const suffers = sector === "CVL" && phrase.generic!.kind === "people" && relation !== "nsubj"
  if (phrase.definite || !(suffers || sector === "MIL")) return nobody
  for (const report of told.document.reports) {
    const said = report.content.some(c => c.start <= token.start && token.end <= c.end)
    // "Iraq said marines fired": the tree may take them for what was said.
    if (!report.source || !(said || (relation === "obj" && token.head === report.cue.head))) continue
    const source = told.at(report.source.head)
    if (
      source?.head === report.source.head &&
      source.form !== "pronoun" &&
      (source.parties[0]!.kind === "country" || source.form === "metonym")
    )
      return new Set(statesOf(source))
  }
  return nobody
}

function give(told: Discourse, phrase: Phrase, code: string, why: string): void {
  const party = phrase.parties[0]!
  const country = told.knows.country(code)
  // whoever has a name of his own goes by it
  phrase.parties = [
    party.kind === "person"
      ? {...party, country: code}
      : {...party, id: `${code}${party.id}`, name: `${country.name}: ${party.name}`, country: code}
  ]
  phrase.basis = "inferred"
  phrase.why = `${phrase.why}: ${country.name}, ${why}`
}

/// "the court" after the ICC, "the rebels" after the M23, "the minister" after a minister.
function antecedent(told: Discourse, phrase: Phrase): Phrase | undefined {
  const generic = phrase.generic!
  const sector = generic.sectors[0]
  for (let i = told.past.length - 1; i >= 0; i--) {
    const other = told.past[i]!
    if (phrase.sentence - other.sentence > reach + 2) return undefined
    const party = other.parties[0]!
    if (other.parties.length !== 1 || other.form === "pronoun") continue
    if (phrase.plural) {
      // "the soldiers" after northern soldiers
      if (
        other.plural &&
        other.basis === "stated" &&
        other.hasCountry &&
        other.generic?.id === generic.id &&
        generic.kind === "people"
      )
        return other
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
      endsAlike(party.name, told.tokens[phrase.head]!.text)
    )
      return other
    if (
      generic.kind === "people" &&
      (party.kind === "group" || party.kind === "organization") &&
      sector !== undefined &&
      party.sectors[0] === sector &&
      /(?:group|movement|organi[sz]ation|faction|network|party|gang|cartel|militia)$/i.test(told.tokens[phrase.head]!.text)
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
