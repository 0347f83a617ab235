import {
  type ActorMention,
  contentId,
  covers,
  type Evidence,
  evidenceOf,
  type Grounded,
  type Party,
  type Phrase
} from "../model/model.ts"
import type {Page} from "./page.ts"
import type {WordClasses} from "./words.ts"

/// Who a phrase stands for.
export interface Cast {
  /// Everybody named by the phrase; empty where it names nobody. "stated" when the phrase itself is the name or title,
  /// "inferred" when somebody is only spoken of in it: "*Ukrainian* cities", "the office of *Hamas*".
  readonly of: (phrase: Phrase) => readonly Grounded<Party>[]
  /// A place that a phrase is or stands in, as the country it belongs to: for what is done to a town.
  readonly land: (phrase: Phrase) => readonly Grounded<Party>[]
  readonly isActor: (phrase: Phrase) => boolean
  /// Whether a phrase is a name or a nickname of somebody, however he came by it: "Cairo" for Egypt's government.
  readonly isCalled: (phrase: Phrase) => boolean
}

/// "with *each other* in Xiamen"
export const isEachOther = (page: Page, {span}: Phrase): boolean =>
  /^(?:each other|one another)\b(?!['’])/i.test(page.document.article.text.slice(span.start, span.end))

export function castOf(page: Page, words: WordClasses, firstPerson: (token: number) => Phrase | undefined): Cast {
  const {document, mentions} = page
  const byHead = new Map<number, ActorMention>()
  for (const mention of mentions.actors) if (!byHead.has(mention.head)) byHead.set(mention.head, mention)
  const known = new Map<string, readonly Grounded<Party>[]>()
  const grounded = (mention: ActorMention, inferred: boolean): Grounded<Party>[] => {
    const parties = (mention.all ?? [mention.means ?? unknownParty(mention.text)]).map(p => airborne(mention, p))
    const evidence: Evidence[] = [evidenceOf(document.article, mention.span)]
    return parties.map(means => ({means, basis: inferred ? "inferred" : mention.basis, evidence}))
  }
  /// "South Korean *fighters* were scrambled": aircraft, as the verb says, and so of the state.
  const airborne = ({head}: ActorMention, party: Party): Party => {
    const token = document.tokens[head]
    const verb = token && document.tokens[token.head]
    if (!verb || token.lemma.toLowerCase() !== "fighter" || !words.has("flight", verb.lemma.toLowerCase())) return party
    return {...party, sectors: party.sectors.map(s => (s === "REB" ? "MIL" : s))}
  }
  /// Whether the word before the mention (but for its own articles and adjectives) is one of these.
  const linked = (start: number, by: ReadonlySet<string>): boolean => {
    const first = page.tokensIn(start, start + 1)[0]
    for (let at = (first?.index ?? 0) - 1; at >= 0 && at >= (first?.index ?? 0) - 5; at--) {
      const token = document.tokens[at]!
      if (by.has(token.text.toLowerCase())) return true
      if (!/^(DET|ADJ|NOUN|NUM)$/.test(token.upos)) return false
    }
    return false
  }
  const find = (phrase: Phrase, depth = 0): readonly Grounded<Party>[] => {
    const exact = byHead.get(phrase.head)
    const head = document.tokens[phrase.head]
    if (!head) return []
    // "we", "I", "our": whoever speaks.
    if (
      depth < 3 &&
      (!exact || exact.means === undefined || exact.means.country === undefined) &&
      firstPersons.has(head.text.toLowerCase())
    ) {
      const speaker = firstPerson(phrase.head)
      if (speaker && speaker.head !== phrase.head) {
        const spoken = evidenceOf(document.article, {start: head.start, end: head.end})
        return find(speaker, depth + 1).map(g => ({...g, basis: "inferred", evidence: [spoken, ...g.evidence]}))
      }
    }
    // "accused *each other*": those who do it are those to whom it is done.
    if (depth < 3 && isEachOther(page, phrase)) {
      const doers = (page.owner(phrase.head)?.subjects ?? []).filter(s => s.head !== phrase.head)
      return doers.flatMap(s => find(s, depth + 1)).map(g => ({...g, basis: "inferred"}))
    }
    if (exact) return grounded(exact, false)
    // "a series of U.S. airstrikes" is the airstrikes.
    if (
      depth < 3 &&
      (words.has("heap", head.lemma.toLowerCase()) || head.upos === "NUM") &&
      document.tokens[phrase.head + 1]?.text.toLowerCase() === "of"
    ) {
      let last: number | undefined
      for (let at = phrase.head + 2; at < document.tokens.length && document.tokens[at]!.start < phrase.span.end; at++) {
        if (/^(NOUN|PROPN)$/.test(document.tokens[at]!.upos)) last = at
        else if (last !== undefined) break
      }
      if (last !== undefined) {
        return find(
          {head: last, span: {start: document.tokens[phrase.head + 2]!.start, end: document.tokens[last]!.end}},
          depth + 1
        )
      }
    }
    // "became *the third state* to recognise": what somebody becomes is he.
    const being = depth < 3 && head.upos === "NOUN" ? page.owner(head.head) : undefined
    if (being?.predicate.lemma === "become" && being.objects.some(o => o.head === phrase.head))
      return being.subjects
        .filter(s => s.head !== phrase.head)
        .flatMap(s => find(s, depth + 1))
        .map(g => ({...g, basis: "inferred"}))
    // "the Islamic State group": the name covers or is covered by the head.
    const inside = page.actorsIn(phrase.span.start, phrase.span.end)
    const covering = inside.find(m => m.span.start <= head.start && head.end <= m.span.end)
    if (covering) return grounded(covering, false)
    // "*The Israeli* raid on the village": an adjective whose mention begins with the article.
    const before = document.tokens[phrase.head - 1]
    if (head.upos === "ADJ" && phrase.span.start === head.start && before?.upos === "DET" && before.sentence === head.sentence) {
      const opened = page.actorsIn(before.start, head.start).find(m => m.span.start === before.start && head.end <= m.span.end)
      if (opened) return grounded(opened, true)
    }
    const within = inside.filter(m => covers(phrase.span, m.span))
    if (within.length === 0) return []
    // "what Moscow calls its special operation" is not Moscow; a thing of somebody's is his only if it can stand for him.
    const lemma = head.lemma.toLowerCase()
    const owned = words.has("stands-for-owner", lemma)
    if (!owned && !words.has("deed", lemma)) return []
    const owners = within.filter(m => m.span.end <= head.start)
    if (owners.length > 0) return grounded(owners.at(-1)!, true)
    const after = within.findIndex(m => m.span.start >= head.end && linked(m.span.start, owned ? ofWords : byWords))
    return after < 0 ? [] : listed(within.slice(after)).flatMap(m => grounded(m, true))
  }
  /// "the shelling of *Chad* and *Niger*": the first and those joined to it.
  const listed = (mentions: readonly ActorMention[]): readonly ActorMention[] => {
    let end = 1
    let joined = 1
    for (; end < mentions.length; end++) {
      const gap = page.tokensIn(mentions[end - 1]!.span.end, mentions[end]!.span.start)
      if (!gap.some(t => /^(?:and|or|,)$/.test(t.text)) || !gap.every(t => /^(?:CCONJ|PUNCT|DET|ADJ)$/.test(t.upos))) break
      if (gap.some(t => /^(?:and|or)$/.test(t.text))) joined = end + 1
    }
    // "of Chad, officials said": one comma alone begins something else.
    return mentions.slice(0, end > 2 ? end : joined)
  }
  const of = (phrase: Phrase) => {
    const key = `${phrase.head} ${phrase.span.start} ${phrase.span.end}`
    const held = known.get(key)
    if (held) return held
    const found = find(phrase)
    known.set(key, found)
    return found
  }
  const land = (phrase: Phrase): readonly Grounded<Party>[] => {
    const sentence = document.tokens[phrase.head]?.sentence ?? -1
    const inside = page.placesIn(sentence).filter(m => covers(phrase.span, m.span) && m.means?.country !== undefined)
    const chosen = inside.find(m => m.head === phrase.head) ?? inside[0]
    const anybody = listed(page.actorsIn(phrase.span.start, phrase.span.end).filter(m => covers(phrase.span, m.span)))
    if (!chosen?.means?.country || (anybody.length > 1 && anybody[0]!.head === chosen.head))
      return anybody.flatMap(m => grounded(m, true))
    const {country, name, grain, id} = chosen.means
    const means: Party =
      grain === "country"
        ? {id: `country-${country.toLowerCase()}`, name, kind: "country", country, sectors: []}
        : {id: `place-${id}`, name, country, sectors: []}
    return [{means, basis: "inferred", evidence: [evidenceOf(document.article, chosen.span)]}]
  }
  const isCalled = ({head}: Phrase) => /^(?:name|metonym)$/.test(byHead.get(head)?.form ?? "")
  return {of, land, isActor: phrase => of(phrase).length > 0, isCalled}
}

const firstPersons: ReadonlySet<string> = new Set(["i", "we", "us", "me", "our", "my", "ours", "mine", "ourselves"])
const ofWords: ReadonlySet<string> = new Set(["of", "from", "in", "by", "for", "to"])
const byWords: ReadonlySet<string> = new Set(["by", "from"])

/// Somebody whom no lexicon knows: kept under the name the text gives.
function unknownParty(text: string): Party {
  const name = text.replace(/\s+/g, " ").trim()
  return {id: `name-${contentId(name.toLowerCase())}`, name, sectors: []}
}
