import type {Clause, Status, Token} from "../model/model.ts"
import type {Page} from "./page.ts"
import type {Standing} from "./status.ts"

/// How sure a reader may be that a deed took place, as a number from -3 (certainly not) to 3 (certainly): a sum of weights
/// of plain features, so that a reason can be given. The weights were fitted on judgements of many people.

/// What speaks for and against a deed having happened, as named features. The standing of status.ts is the strongest of them.
export function signsOf(page: Page, token: Token, clause: Clause | undefined, standing: Standing | undefined): string[] {
  const {tokens, sentences, clauses} = page.document
  const signs: string[] = ["any"]
  const sentence = sentences[token.sentence]!
  const last = tokens[sentence.last - 1]
  const before = token.index > sentence.first ? tokens[token.index - 1]! : undefined
  const ends = last?.text ?? ""
  signs.push(`tag ${token.xpos}`, `word ${token.lemma.toLowerCase()}`, `after ${before?.text.toLowerCase() ?? "^"}`)
  signs.push(`after ${before?.text.toLowerCase() ?? "^"} ${token.xpos}`)
  if (ends === "?" || ends === "!") signs.push(`ends ${ends}`)
  if (token.index === sentence.first) signs.push(`first ${token.xpos}`)
  if (tokens.slice(sentence.first, token.index).some(t => t.text.toLowerCase() === "if")) signs.push("if before")
  if (!clause || !standing) {
    signs.push("no clause")
    return signs
  }
  const parent = clause.parent && clauses[clause.parent.clause]
  const {link, marker} = clause.parent ?? {}
  const form = [clause.tense ?? "bare", clause.perfect && "perfect", clause.progressive && "progressive"]
    .filter(Boolean)
    .join(" ")
  const voice = clause.negated ? "not " : ""
  signs.push(
    `status ${standing.status}`,
    `stance ${standing.stance}`,
    `form ${voice}${form}`,
    `form ${voice}${form} ${link ?? "main"}`,
    `kind ${clause.predicate.kind}`,
    `kind ${clause.predicate.kind} ${form}`,
    `status ${standing.status} ${form}`,
    `link ${link ?? "main"}`,
    `status ${standing.status} ${link ?? "main"}`
  )
  if (clause.modal) signs.push(`modal ${voice}${clause.modal}`)
  if (marker) signs.push(`marker ${marker}`, `marker ${marker} ${form}`)
  if (clause.passive) signs.push(`passive ${form}`)
  if (clause.question) signs.push("question")
  if (clause.predicate.light) signs.push(`light ${clause.predicate.light}`)
  for (const adverb of clause.adverbs) signs.push(`adverb ${adverb}`)
  const subject = clause.subjects[0] && tokens[clause.subjects[0].head]
  signs.push(`subject ${subject ? personOf(subject) : "none"}`, `subject ${subject ? personOf(subject) : "none"} ${form}`)
  const object = clause.objects[0] && tokens[clause.objects[0].head]
  if (object) {
    const article = tokens[object.index - 1]?.text.toLowerCase() ?? ""
    signs.push(
      `object ${object.xpos} ${/^(a|an|the|my|your|his|her|its|our|their|any|some|this|that|no)$/.test(article) ? article : "-"}`
    )
  }
  if (parent && link) {
    signs.push(
      `under ${parent.predicate.lemma} ${link}`,
      `under ${parent.negated ? "not " : ""}${parent.tense ?? "bare"} ${link}`
    )
    if (parent.modal) signs.push(`under modal ${parent.modal} ${link}`)
    if (parent.question) signs.push(`under question ${link}`)
    const above = parent.parent && clauses[parent.parent.clause]
    if (above) signs.push(`two above ${above.predicate.lemma} ${parent.parent!.link}`)
    const parentSubject = parent.subjects[0] && tokens[parent.subjects[0].head]
    if (parentSubject) signs.push(`under ${personOf(parentSubject)} ${link}`)
  }
  for (const child of page.children[clause.index] ?? []) {
    signs.push(`over ${child.parent!.link}${child.parent!.marker ? ` ${child.parent!.marker}` : ""}`)
  }
  for (const time of page.timesOf(clause)) signs.push(`time ${time.means?.grain ?? "unknown"}`, "time")
  return signs
}

function personOf(token: Token): string {
  const text = token.text.toLowerCase()
  if (/^(i|we|you|he|she|it|they|who|that|which|this|there|one|anyone|someone|people|everyone)$/.test(text)) return text
  return token.xpos
}

/// Weights of signs, and the curve that their sum is read on.
export interface HappenedWeights {
  readonly weights: ReadonlyMap<string, number>
  /// Ascending sums and the answers they stand for; between them, straight lines.
  readonly curve: readonly (readonly [sum: number, answer: number])[]
}

/// Opens data/weights/happened.bin: UTF-8 JSON of {curve, weights}.
export function happenedWeights(bytes: Uint8Array): HappenedWeights {
  const {curve, weights} = JSON.parse(new TextDecoder().decode(bytes)) as {
    curve: [number, number][]
    weights: Record<string, number>
  }
  return {curve, weights: new Map(Object.entries(weights))}
}

/// From -3 to 3, and the signs that weighed most.
export function happened(model: HappenedWeights, signs: readonly string[]): {value: number; because: readonly string[]} {
  let sum = 0
  const told: [string, number][] = []
  for (const sign of signs) {
    const weight = model.weights.get(sign)
    if (weight === undefined) continue
    sum += weight
    told.push([sign, weight])
  }
  told.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
  return {value: onCurve(model.curve, sum), because: told.slice(0, 3).map(([sign]) => sign)}
}

export function onCurve(curve: readonly (readonly [number, number])[], sum: number): number {
  const first = curve[0]
  const last = curve.at(-1)
  if (!first || !last) return Math.max(-3, Math.min(3, sum))
  if (sum <= first[0]) return first[1]
  for (let at = 1; at < curve.length; at++) {
    const [x1, y1] = curve[at]!
    const [x0, y0] = curve[at - 1]!
    if (sum <= x1) return x1 === x0 ? y1 : y0 + ((sum - x0) / (x1 - x0)) * (y1 - y0)
  }
  return last[1]
}

/// The status that a number comes to, where the clause's own standing does not say more.
export function statusBy(value: number, standing: Status): Status {
  if (value <= -1.5) return standing === "planned" || standing === "possible" ? standing : "did-not-happen"
  if (value < 0.5) return standing === "happened" || standing === "ongoing" ? "possible" : standing
  return standing
}
