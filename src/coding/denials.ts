import type {Clause, Grounded, Party, Phrase} from "../model/model.ts"
import type {Cast} from "./cast.ts"
import type {Page} from "./page.ts"
import type {Draft} from "./parts.ts"
import {charges, denials, dismissals, falsehoods} from "./status-words.ts"

/// What somebody says he did not do, where the deed was told before: "Kyiv says that soldiers of Belarus fired across the border. Minsk
/// *denied it*."

/// A denial: the clause that tells of it, and the deed that is said not to have happened.
export interface Denial {
  readonly clause: Clause
  readonly denier: readonly Grounded<Party>[]
  readonly deed: Draft
}

/// How many sentences back the deed may have been told.
const reach = 3

/// Finds denials without words of their own for the deed. `speakerOf` gives whoever is quoted with a clause.
export function deniedIn(
  page: Page,
  cast: Cast,
  drafts: ReadonlyMap<number, Draft>,
  speakerOf: (clause: Clause) => readonly Grounded<Party>[]
): readonly Denial[] {
  const told = [...drafts.values()].filter(d => (deniable.has(d.type) && d.status !== "did-not-happen") || isCharge(d))
  if (told.length === 0) return []
  const found: Denial[] = []
  for (const clause of page.document.clauses) {
    if (clause.negated && !says.has(clause.predicate.lemma)) continue
    if (clause.modal !== undefined || clause.question) continue
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

/// What is denied, where anything is: by whoever does it, or by whoever is quoted.
function denialIn(page: Page, clause: Clause): "done" | "spoken" | undefined {
  const {predicate, objects, subjects} = clause
  const {lemma} = predicate
  const {tokens} = page.document
  const word = (p: Phrase): string => tokens[p.head]?.lemma.toLowerCase() ?? ""
  const isPointed = (p: Phrase): boolean => pointing.has(word(p)) || pointing.has(tokens[p.head]?.text.toLowerCase() ?? "")
  const isOfCharge = (p: Phrase): boolean => charges.has(word(p)) || word(p) === "news"
  const within = () => page.tokensIn(clause.span.start, clause.span.end)
  const has = (words: ReadonlySet<string>): boolean => within().some(t => words.has(t.lemma.toLowerCase()))
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
    if (word(thing) === "nothing") return within().some(t => t.lemma === "do") ? "done" : undefined
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
  const isDenier = ({means}: Grounded<Party>): boolean =>
    denier.some(d => d.means.id === means.id || (d.means.country !== undefined && d.means.country === means.country))
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
