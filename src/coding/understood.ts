import {type Clause, type EventType, evidenceOf, type Grounded, type Party} from "../model/model.ts"
import type {Page} from "./page.ts"
import {type Draft, sameSide} from "./parts.ts"
import type {WordClasses} from "./words.ts"

/// Types that are nothing without somebody they are done to.
export const needsRecipient: ReadonlySet<EventType> = new Set<EventType>(["COOPERATE", "AID", "SANCTION"])

/// What the words leave to be understood: "condemned *the raid*" is aimed at whoever carried out the raid told before;
/// "condemned Israel and recalled its ambassador" has one recipient for both.
export function complete(page: Page, classes: WordClasses, draft: Draft, drafts: ReadonlyMap<number, Draft>): void {
  const {clause} = draft.deed
  if (draft.recipients.length > 0) return
  const understood = (parties: readonly Grounded<Party>[]) => {
    const own = new Set(draft.actors.map(a => a.means.id))
    draft.recipients = parties.filter(p => !own.has(p.means.id)).map(p => ({...p, basis: "inferred"}))
  }
  const parent = clause.parent?.link === "coordinate" ? drafts.get(clause.parent.clause) : undefined
  if (parent && needsRecipient.has(draft.type) && sameSide(draft.actors, parent.actors)) understood(parent.recipients)
  if (draft.type === "SANCTION" && draft.recipients.length === 0) understood(spokenOf(page, clause, draft.actors))
  if (meantFor(draft)) understood(mostlyOf(page, clause, draft.actors))
  if (draft.type !== "ACCUSE") return
  const object = clause.objects[0] && page.document.tokens[clause.objects[0].head]
  if (!object || !classes.has("deed", object.lemma.toLowerCase())) return
  let last: Draft | undefined
  for (const other of drafts.values()) {
    const far = clause.sentence - other.deed.clause.sentence
    if (far > 0 && far <= 2 && material.has(other.type) && other.actors.length > 0 && isOf(object.lemma, other)) last = other
  }
  if (last) understood(last.actors)
}

/// "Danish envoys left at once. Saudi Arabia withdrew *its ambassador*": from the country that was last spoken of, within two sentences, if
/// the text names it as a country at all and only a state can do such a thing to another.
function spokenOf(page: Page, clause: Clause, actors: readonly Grounded<Party>[]): readonly Grounded<Party>[] {
  const own = new Set(actors.map(a => a.means.country))
  if (
    own.size === 0 ||
    own.has(undefined) ||
    !actors.every(({means}) => means.kind === "country" || means.sectors.includes("GOV"))
  )
    return []
  const before = page.mentions.actors.filter(
    m => m.sentence <= clause.sentence && m.sentence >= clause.sentence - 2 && m.head < clause.predicate.head && m.means?.country
  )
  const last = before.reverse().find(m => !own.has(m.means!.country))
  const land =
    last && page.mentions.actors.find(m => m.means?.kind === "country" && m.means.country === last.means!.country)?.means
  return last && land ? [{means: land, basis: "inferred", evidence: [evidenceOf(page.document.article, last.span)]}] : []
}

/// "flew in tents", "stopped the deliveries", "closed the crossing": for or against somebody, though he is not named with it.
const meantFor = ({type, actors, recipients, deed: {rule}}: Draft): boolean =>
  recipients.length === 0 &&
  actors.length === 1 &&
  rule.alone !== true &&
  ((type === "SANCTION" && (rule.mode === "discontinue" || rule.name === "recall-ambassador")) ||
    (rule.name === "give-aid" && type === "AID" && actors[0]!.means.kind !== "person") ||
    (type === "COOPERATE" && rule.name === "economic-ties"))

/// The one other country, or the European Union, that the sentences around tell of as often as of all the rest together.
function mostlyOf(page: Page, {sentence}: Clause, actors: readonly Grounded<Party>[]): readonly Grounded<Party>[] {
  const own = new Set(actors.map(a => a.means.country))
  if (own.has(undefined)) return []
  const counts = new Map<string, number>()
  let all = 0
  for (const {means, sentence: at} of page.mentions.actors) {
    if (!means?.country || own.has(means.country) || at < sentence - 4 || at > sentence + 2) continue
    all++
    counts.set(means.country, (counts.get(means.country) ?? 0) + 1)
  }
  const [country, times] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ["", 0])
  const land = page.mentions.actors.find(
    ({means}) => means?.country === country && (means.kind === "country" || country === "EUR")
  )
  return land && times * 2 >= all
    ? [{means: land.means!, basis: "inferred", evidence: [evidenceOf(page.document.article, land.span)]}]
    : []
}

/// Whether a noun tells of a deed: "the launch" of what was launched or fired, "the raid" of an assault.
function isOf(noun: string, {type, deed}: Draft): boolean {
  const word = noun.toLowerCase()
  const {lemma, light} = deed.clause.predicate
  if (word.slice(0, 4) === lemma.slice(0, 4)) return true
  if (/^(?:test|launch|explosion|blast|detonation|firing)$/.test(word))
    return (
      /^(?:test|launch|fire|explode|detonate)/.test(lemma) ||
      (light !== undefined && /^(?:test|launch)/.test(lemma)) ||
      deed.rule.name.startsWith("test-")
    )
  return (
    type === "ASSAULT" ||
    !/^(?:attack|assault|raid|strike|bombing|bombardment|shelling|killing|murder|invasion|violence)$/.test(word)
  )
}

const material: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "MOBILIZE", "SANCTION"])
