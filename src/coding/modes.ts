import type {Clause, EventType} from "../model/model.ts"
import {classWords, complementsOf, type Deed} from "./match.ts"
import type {Page} from "./page.ts"
import type {WordClasses} from "./words.ts"

/// The mode of a deed whose rule leaves it open: by the weapon or means that its words name, or by what is asked for,
/// refused or threatened.

/// First fit decides, so that the telling means (a drone) goes before the general one (a strike).
const means: Readonly<Partial<Record<EventType, readonly (readonly [mode: string, wordClass: string])[]>>> = {
  ASSAULT: [
    ["suicide-attack", "suicide-weapon"],
    ["unconventional", "unconventional-weapon"],
    ["drone", "drone"],
    ["crowd-control", "crowd-control"],
    ["sexual", "sexual"],
    ["aerial", "aircraft"],
    ["heavy-weapons", "heavy-weapon"],
    ["explosives", "explosive"],
    ["firearms", "firearm"],
    ["primitive", "primitive-weapon"]
  ],
  PROTEST: [
    ["hunger", "hunger"],
    ["strike", "labour-strike"],
    ["riot", "riot"]
  ],
  MOBILIZE: [
    ["police", "police"],
    ["militia", "militia"],
    ["troops", "troops"],
    ["weapons", "weapon"]
  ],
  COERCE: [
    ["cyber", "cyber"],
    ["curfew", "curfew"],
    ["martial-law", "martial-law"]
  ]
}

const asked: Readonly<Partial<Record<EventType, string>>> = {
  AID: "assist",
  COOPERATE: "assist",
  SUPPORT: "assist",
  AGREE: "assist",
  CONSULT: "meet",
  RETREAT: "yield",
  CONCEDE: "yield",
  ASSAULT: "change",
  COERCE: "change",
  SANCTION: "change",
  ACCUSE: "change",
  MOBILIZE: "change",
  THREATEN: "change",
  PROTEST: "change",
  REJECT: "change",
  REQUEST: "change"
}
const askedWords: readonly (readonly [mode: string, wordClass: string])[] = [
  ["meet", "talks"],
  ["yield", "yielding"],
  ["yield", "ceasefire"],
  ["assist", "aid"],
  ["assist", "cooperation"],
  ["change", "reform"]
]
const threatened: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: "violence",
  MOBILIZE: "violence",
  SANCTION: "relations",
  REJECT: "relations",
  COERCE: "restrict",
  PROTEST: "restrict"
}
const threatenedWords: readonly (readonly [mode: string, wordClass: string])[] = [
  ["arrest", "captivity"],
  ["territory", "territory-taking"],
  ["relations", "relations"],
  ["restrict", "restriction"],
  ["expel", "expulsion"],
  ["violence", "violence"]
]

/// The mode, or undefined where the words do not tell.
export function modeOf(
  page: Page,
  words: WordClasses,
  found: Deed,
  deedOf: (clause: Clause) => Deed | undefined
): string | undefined {
  if (found.rule.mode) return found.rule.mode
  const {clause} = found
  const type = found.rule.code
  const phrases = [...clause.objects, ...clause.recipients, ...clause.obliques.map(o => o.phrase)]
  const near = () => {
    const seen = [...page.tokensIn(clause.predicate.span.start - 24, clause.predicate.span.end)]
      .filter(t => t.sentence === clause.sentence && t.index >= clause.predicate.head - 2)
      .map(t => t.lemma.toLowerCase())
    return [
      ...seen,
      ...clause.adverbs,
      ...phrases.flatMap(p => classWords(page, words, p)),
      ...clause.subjects.flatMap(p => classWords(page, words, p))
    ]
  }
  const byClass = (list: readonly (readonly [string, string])[], seen: readonly string[]) =>
    list.find(([, name]) => seen.some(w => words.has(name, w)))?.[0]
  if (means[type]) return byClass(means[type], near())
  if (type === "REQUEST" || type === "REJECT") {
    const wanted = complementsOf(page, clause)
      .map(c => deedOf(c)?.rule.code)
      .find(t => t !== undefined)
    if (wanted && asked[wanted]) return asked[wanted]
    return byClass(askedWords, near())
  }
  if (type === "THREATEN") {
    const wanted = complementsOf(page, clause)
      .map(c => deedOf(c))
      .find(d => d !== undefined)
    if (wanted?.rule.mode === "arrest") return "arrest"
    if (wanted?.rule.mode === "expel" || wanted?.rule.mode === "deport") return "expel"
    if (wanted && threatened[wanted.rule.code]) return threatened[wanted.rule.code]
    return byClass(threatenedWords, near())
  }
  return undefined
}
