import type {Clause, EventType, Grounded, Party} from "../model/model.ts"
import type {Deed, RuleBook} from "./match.ts"
import type {Page} from "./page.ts"
import type {Rule} from "./rule.ts"

/// Deeds told of again by a noun alone, with a day but without a name: "the attack *of March 26*", "the nuclear test *of May 25*". They
/// are of those who did, or suffered, the like elsewhere in the text, or of whom the sentence punishes or blames for it. So is what was done
/// by and to nobody that is named: "an accord *concluded in 2017*". `partyless` gives the rule that would read a clause, were anybody named.
export function echoes(
  page: Page,
  book: RuleBook,
  deeds: readonly Deed[],
  isTold: (clause: Clause) => boolean,
  partyless: (clause: Clause) => Rule | undefined
): readonly Deed[] {
  const found: Deed[] = []
  // of what is like one another, the first, and the last so far
  const first = new Map<string, Deed>()
  const last = new Map<string, Deed>()
  const like = ({code, mode}: Deed["rule"]): string => `${code} ${mode ?? ""}`
  for (const deed of deeds) if (deed.actors.length > 0 && !first.has(like(deed.rule))) first.set(like(deed.rule), deed)
  const blamers = new Map(deeds.flatMap(d => (blaming.has(d.rule.code) ? [[d.clause.sentence, d] as const] : [])))
  const byClause = new Map(deeds.map(d => [d.clause.index, d]))
  for (const clause of page.document.clauses) {
    const own = byClause.get(clause.index)
    if (own && own.actors.length > 0) last.set(like(own.rule), own)
    const again = more(page, clause, own, deeds)
    if (again) {
      found.push(again)
      continue
    }
    const {kind, lemma, light} = clause.predicate
    const unnamed = kind === "verb" && !isTold(clause) && !clause.negated ? partyless(clause) : undefined
    if (unnamed && retold.has(unnamed.code) && Object.values(unnamed.when ?? {}).some(t => t.is)) {
      const {actors, recipients} = last.get(like(unnamed)) ?? first.get(like(unnamed)) ?? {actors: [], recipients: []}
      const says = [lemma, "those of the like told elsewhere"]
      if (actors.length > 0)
        found.push({clause, rule: unnamed, actors: actors.map(guessed), recipients: recipients.map(guessed), says})
      continue
    }
    if (kind !== "noun" || light !== undefined || isTold(clause) || clause.negated || !isDefinite(page, clause)) continue
    if (!page.timesOf(clause).some(t => t.means?.from !== undefined && fine.has(t.means.grain))) continue
    const rule = book.for("noun", lemma).find(r => echoed.has(r.code))
    if (!rule) continue
    const blamed = harsh.has(rule.code) ? (blamers.get(clause.sentence)?.recipients ?? []) : []
    const told = last.get(like(rule)) ?? first.get(like(rule))
    const sides = blamed.length > 0 ? {actors: blamed, recipients: []} : told
    if (!sides) continue
    found.push({
      clause,
      rule,
      actors: sides.actors.map(guessed),
      recipients: sides.recipients.map(guessed),
      says: [lemma, "those of the like told elsewhere"]
    })
  }
  return found
}

/// "fired two missiles. … *Three more missiles were fired* on Thursday": by whoever did so before.
function more(page: Page, clause: Clause, own: Deed | undefined, deeds: readonly Deed[]): Deed | undefined {
  const {tokens} = page.document
  const [object] = clause.objects
  if (own || !clause.passive || clause.subjects.length > 0 || clause.negated || !object) return undefined
  const said = tokens.slice(Math.max(0, object.head - 4), object.head)
  if (!said.some(t => t.start >= object.span.start && /^(?:more|another|further|second|third)$/i.test(t.text))) return undefined
  const {lemma} = tokens[object.head]!
  const before = deeds.findLast(
    d =>
      harsh.has(d.rule.code) &&
      d.actors.length > 0 &&
      d.clause.predicate.head < clause.predicate.head &&
      d.clause.objects.some(o => tokens[o.head]?.lemma === lemma)
  )
  if (!before) return undefined
  const {rule, actors} = before
  return {
    clause,
    rule,
    actors: actors.map(guessed),
    recipients: [],
    says: [clause.predicate.lemma, `more than in "${before.clause.predicate.lemma}"`]
  }
}

const fine: ReadonlySet<string> = new Set(["time", "day", "week", "month"])
const echoed: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "MOBILIZE", "CONSULT", "SUPPORT", "SANCTION", "COERCE"])
const retold: ReadonlySet<EventType> = new Set<EventType>([
  "SUPPORT",
  "CONCEDE",
  "ACCUSE",
  "SANCTION",
  "AGREE",
  "RETREAT",
  "PROTEST"
])
const harsh: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "MOBILIZE", "COERCE"])
const blaming: ReadonlySet<EventType> = new Set<EventType>(["SANCTION", "ACCUSE"])

const guessed = (party: Grounded<Party>): Grounded<Party> => ({...party, basis: "inferred"})

/// "the test", "that attack": spoken of as known.
function isDefinite(page: Page, {predicate, sentence}: Clause): boolean {
  const {tokens} = page.document
  for (let at = predicate.head - 1; at >= 0 && at > predicate.head - 5; at--) {
    const token = tokens[at]!
    if (token.sentence !== sentence) return false
    if (token.upos === "DET") return /^(?:the|that|this)$/i.test(token.text)
    if (!/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.upos)) return false
  }
  return false
}
