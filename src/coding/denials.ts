import type {Clause, Grounded, Party, Phrase} from "../model/model.ts"
import type {Cast} from "./cast.ts"
import type {RuleBook} from "./match.ts"
import type {Page} from "./page.ts"
import type {Draft} from "./parts.ts"
import {charges, denials, dismissals, falsehoods} from "./status-words.ts"

/// What somebody says he did not do, where the deed was told before: "Kyiv says that soldiers of Belarus fired across the border. Minsk
/// *denied it*", "Minsk *denied having fired first*."

/// A denial: the clause that tells of it, and the deed that is said not to have happened.
export interface Denial {
  readonly clause: Clause
  readonly denier: readonly Grounded<Party>[]
  readonly deed: Draft
}

/// How many sentences back the deed may have been told.
const reach = 3

/// Finds denials without words of their own for the deed, or with words that alone would tell of none. `speakerOf` gives whoever is
/// quoted with a clause.
export function deniedIn(
  page: Page,
  cast: Cast,
  book: RuleBook,
  drafts: ReadonlyMap<number, Draft>,
  speakerOf: (clause: Clause) => readonly Grounded<Party>[]
): readonly Denial[] {
  const told = [...drafts.values()].filter(d => (deniable.has(d.type) && d.status !== "did-not-happen") || isCharge(d))
  const found: Denial[] = []
  for (const clause of page.document.clauses) {
    if (clause.negated && !says.has(clause.predicate.lemma)) continue
    if (clause.modal !== undefined || clause.question) continue
    const worded = deniedInWords(page, cast, book, told, drafts, clause)
    if (worded) {
      found.push(worded)
      continue
    }
    const kind = denialIn(page, clause)
    if (!kind) continue
    const above = clause.parent && page.document.clauses[clause.parent.clause]
    const spoken = kind === "spoken" && above ? [...speakerOf(clause), ...above.subjects.flatMap(cast.of)] : []
    const denier = kind === "spoken" ? spoken : clause.subjects.flatMap(cast.of)
    if (denier.length === 0) continue
    const deed = toldBefore(told, clause, denier)
    if (deed) found.push({clause, denier: denier.slice(0, 1), deed})
  }
  return found
}

/// "denied *having fired first*", "denied any part in *the ambush*": a deed of the kind that was told before, or that the noun by itself
/// tells of, where the words are not coded as they stand.
function deniedInWords(
  page: Page,
  cast: Cast,
  book: RuleBook,
  told: readonly Draft[],
  drafts: ReadonlyMap<number, Draft>,
  clause: Clause
): Denial | undefined {
  const {predicate, parent} = clause
  if (predicate.kind !== "verb" || !denials.has(predicate.lemma) || drafts.has(clause.index)) return undefined
  const words = within(page, clause, 3)
  if (words.length === 0 || words.some(w => drafts.has(w.index))) return undefined
  const above = clause.subjects.length === 0 && parent ? page.document.clauses[parent.clause] : undefined
  const denier = (above ?? clause).subjects.flatMap(cast.of).slice(0, 1)
  if (denier.length === 0) return undefined
  for (const word of words) {
    // "denied that *Moscow* had attacked": he speaks for another.
    const doers = word.passive ? [] : word.subjects.flatMap(cast.of)
    if (doers.length > 0 && !doers.some(d => isOf(d, denier))) continue
    const rules = book.for(word.predicate.kind, word.predicate.lemma)
    const isLike = ({type, deed}: Draft): boolean => rules.some(r => r.code === type && (type === "ASSAULT" || r === deed.rule))
    const before = told.filter(d => d.deed.clause.predicate.head < predicate.head && deniable.has(d.type) && isLike(d))
    const deed =
      before.findLast(d => d.actors.some(a => isOf(a, denier))) ??
      before.findLast(d => d.actors.length === 0 && !d.recipients.some(r => isOf(r, denier)))
    if (deed) return {clause, denier, deed}
    const rule = word.predicate.kind === "noun" ? rules.find(r => bodily.has(r.code)) : undefined
    if (!rule) continue
    const says = [word.predicate.lemma]
    const standing = {status: "did-not-happen", stance: "denies", voucher: clause, because: says} as const
    const own = {clause: word, rule, actors: denier, recipients: [], says}
    return {
      clause,
      denier,
      deed: {deed: own, type: rule.code, standing, status: "did-not-happen", actors: denier, recipients: [], tolls: [], says}
    }
  }
  return undefined
}

/// The clauses that a clause governs, so many steps down.
const within = (page: Page, {index}: Clause, steps: number): readonly Clause[] =>
  steps === 0
    ? []
    : (page.children[index] ?? [])
        .filter(c => /^(?:content|infinitive|nominal|participle)$/.test(c.parent?.link ?? ""))
        .flatMap(c => [c, ...within(page, c, steps - 1)])

const isOf = ({means}: Grounded<Party>, others: readonly Grounded<Party>[]): boolean =>
  others.some(o => o.means.id === means.id || (o.means.country !== undefined && o.means.country === means.country))

/// What is denied, where anything is: by whoever does it, or by whoever is quoted.
function denialIn(page: Page, clause: Clause): "done" | "spoken" | undefined {
  const {predicate, objects, subjects} = clause
  const {lemma} = predicate
  const {tokens} = page.document
  const word = (p: Phrase): string => tokens[p.head]?.lemma.toLowerCase() ?? ""
  const isPointed = (p: Phrase): boolean => pointing.has(word(p)) || pointing.has(tokens[p.head]?.text.toLowerCase() ?? "")
  const isOfCharge = (p: Phrase): boolean => charges.has(word(p)) || word(p) === "news"
  const inside = () => page.tokensIn(clause.span.start, clause.span.end)
  const has = (words: ReadonlySet<string>): boolean => inside().some(t => words.has(t.lemma.toLowerCase()))
  // "rejected a claim *that it had …*", "denies *laying mines*": the deed has words of its own there.
  const brushed = /^(?:brush|wave|sweep|push)$/.test(lemma)
    ? clause.obliques.some(o => /^(?:aside|away|off)$/.test(o.preposition) && isOfCharge(o.phrase))
    : false
  if (brushed) return "done"
  const own =
    page.children[clause.index]?.some(
      c => /^(?:content|infinitive)$/.test(c.parent?.link ?? "") && c.predicate.kind === "verb"
    ) || objects.some(o => /^(?:that|of)$/i.test(tokens[o.head + 1]?.text ?? ""))
  if (predicate.kind === "verb" && (denials.has(lemma) || dismissals.has(lemma) || waving.has(lemma))) {
    if (own || objects.length === 0) return undefined
    const isDenied = objects.some(
      o =>
        isOfCharge(o) ||
        (denials.has(lemma) && (isPointed(o) || involvement.has(word(o)))) ||
        (dismissals.has(lemma) && isPointed(o))
    )
    const relative = denials.has(lemma) && isRelative(page, clause)
    return isDenied || relative ? "done" : undefined
  }
  if (naming.has(lemma) && !own) return objects.some(o => isOfCharge(o) || isPointed(o)) && has(falsehoods) ? "done" : undefined
  // "had nothing to do with it", "had no part in it"
  if (lemma === "have") {
    const [thing] = objects
    if (!thing) return undefined
    if (word(thing) === "nothing") return inside().some(t => t.lemma === "do") ? "done" : undefined
    const none = page.tokensIn(thing.span.start, thing.span.end)[0]?.text.toLowerCase() === "no"
    return none && involvement.has(word(thing)) ? "done" : undefined
  }
  // "said that was not true", "said the report was false"
  const named = subjects.some(s => isOfCharge(s) || isPointed(s))
  const above = clause.parent && page.document.clauses[clause.parent.clause]
  if (!named || (above && naming.has(above.predicate.lemma))) return undefined
  if (clause.negated) return /^(?:true|correct|so|accurate)$/.test(lemma) ? "spoken" : undefined
  return falsehoods.has(lemma) ? "spoken" : undefined
}

/// "…, *which* Baku denied"
const isRelative = (page: Page, {parent, predicate, sentence}: Clause): boolean =>
  parent?.link === "relative" &&
  page.document.tokens
    .slice(Math.max(0, predicate.head - 6), predicate.head)
    .some((t, at, all) => t.sentence === sentence && /^which$/i.test(t.text) && all[at - 1]?.text === ",")

/// The deed that was told last and that the denier did, took part in, or might have done, where nobody was named who did.
function toldBefore(told: readonly Draft[], clause: Clause, denier: readonly Grounded<Party>[]): Draft | undefined {
  const near = told.filter(
    d =>
      d.deed.clause.predicate.head < clause.predicate.head &&
      d.deed.clause !== clause &&
      clause.sentence - d.deed.clause.sentence <= reach
  )
  const isDenier = (party: Grounded<Party>): boolean => isOf(party, denier)
  const done = near.filter(d =>
    isCharge(d) ? d.recipients.some(isDenier) : d.actors.some(isDenier) || (mutual.has(d.type) && d.recipients.some(isDenier))
  )
  // "Kyiv blamed Minsk for the raid. Minsk denied it": whatever else Minsk had done before.
  const last = done.at(-1) ?? near.at(-1)
  if (!last || isCharge(last)) return undefined
  return done.length > 0 || (last.actors.length === 0 && !last.recipients.some(isDenier)) ? last : undefined
}

const isCharge = ({type}: Draft): boolean => type === "ACCUSE"
const deniable: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE", "AID", "CONSULT", "COOPERATE", "SANCTION"])
const bodily: ReadonlySet<string> = new Set(["ASSAULT", "COERCE"])
const mutual: ReadonlySet<string> = new Set(["CONSULT", "COOPERATE"])
const pointing: ReadonlySet<string> = new Set(["it", "this", "that"])
const waving: ReadonlySet<string> = new Set([
  "brush aside",
  "wave away",
  "brush off",
  "shrug off",
  "rubbish",
  "laugh off",
  "repudiate"
])
const naming: ReadonlySet<string> = new Set("call brand label describe term dub".split(" "))
const involvement: ReadonlySet<string> = new Set(
  "involvement responsibility role part complicity hand connection link knowledge participation guilt share blame".split(" ")
)
const says: ReadonlySet<string> = new Set("true correct so accurate have".split(" "))
