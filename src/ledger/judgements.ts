/// What people have judged: lines of the ledger's corrections.jsonl that say which mentions are of one event and which are not.

/// One line. `target` and `other` are ids of mentions; an event's id, being that of its earliest mention, is one too.
export interface Verdict {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why?: string
  readonly op: "same" | "not-same" | "unsure"
  readonly target: string
  readonly other: string
}

const ops: readonly string[] = ["same", "not-same", "unsure"]

/// The verdicts among the lines of a corrections file, in their order. Lines with other ops, and those that are aimed at words of
/// articles, are left to others.
export function verdictsFrom(text: string, path: string): Verdict[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return []
    const at = `${path}:${i + 1}`
    const value = parsed(line, at)
    if (typeof value.op !== "string") throw new Error(`${at}: "op" should say what is corrected, for instance "same"`)
    if (!ops.includes(value.op) || (typeof value.target === "object" && value.target !== null)) return []
    for (const field of ["id", "who", "when", "target", "other"]) {
      const given = value[field]
      if (typeof given !== "string" || given === "")
        throw new Error(`${at}: "${field}" is ${JSON.stringify(given) ?? "missing"}; it should be a text`)
    }
    if (value.why !== undefined && typeof value.why !== "string")
      throw new Error(`${at}: "why" is ${JSON.stringify(value.why)}; it should be a text, or left out`)
    const verdict = value as unknown as Verdict
    if (verdict.target === verdict.other)
      throw new Error(`${at}: "target" and "other" are both ${verdict.target}; a judgement is on two`)
    return [verdict]
  })
}

function parsed(line: string, at: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    value = undefined
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`${at}: should be one JSON object, {id, who, when, why, op, target, other}`)
  return value as Record<string, unknown>
}

/// Verdicts as merging asks for them.
export interface Judgements {
  /// The name of the group of mentions judged the same that an id belongs to; undefined when nobody judged it.
  groupOf(id: string): string | undefined
  /// The first verdict that joined this id to its group.
  joinedBy(id: string): Verdict | undefined
  /// The verdict that keeps two apart, "not-same" or "unsure", be it on them or on others of their groups.
  apart(a: string, b: string): Verdict | undefined
  /// Every id that a standing verdict names: what is to be merged anew when verdicts change.
  readonly named: ReadonlySet<string>
  /// What contradicts what, and which of the two was followed.
  readonly warnings: readonly string[]
}

/// On one pair the latest line holds. Where "same" after "same" would bring together what is judged apart, the line that would
/// close the ring is left out and a warning says so: keeping apart loses nothing.
export function judgements(verdicts: readonly Verdict[]): Judgements {
  const standing = new Map<string, Verdict>()
  for (const verdict of verdicts) {
    const key = pairOf(verdict.target, verdict.other)
    standing.delete(key)
    standing.set(key, verdict)
  }
  const held = [...standing.values()]
  const apart = held.filter(v => v.op !== "same")
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    while (parent.has(at)) at = parent.get(at)!
    return at
  }
  const joined = new Map<string, Verdict>()
  const warnings: string[] = []
  for (const verdict of held.filter(v => v.op === "same")) {
    const [x, y] = [root(verdict.target), root(verdict.other)]
    if (x !== y) {
      const against = apart.find(v => pairOf(root(v.target), root(v.other)) === pairOf(x, y))
      if (against) {
        warnings.push(
          `correction ${verdict.id} (${verdict.who}, ${verdict.when}) says that ${verdict.target} and ${verdict.other} are the same; with ` +
            `other corrections that would join ${against.target} and ${against.other}, which ${against.id} (${against.who}, ${against.when}) ` +
            `judges "${against.op}": left apart. Withdraw one of them by a new line for its pair.`
        )
        continue
      }
      if (x < y) parent.set(y, x)
      else parent.set(x, y)
    }
    for (const id of [verdict.target, verdict.other]) if (!joined.has(id)) joined.set(id, verdict)
  }
  const kept = new Map<string, Verdict>()
  for (const verdict of apart) kept.set(pairOf(root(verdict.target), root(verdict.other)), verdict)
  return {
    groupOf: id => (joined.has(id) ? root(id) : undefined),
    joinedBy: id => joined.get(id),
    apart: (a, b) => (kept.size === 0 ? undefined : kept.get(pairOf(root(a), root(b)))),
    named: new Set(held.flatMap(v => [v.target, v.other])),
    warnings
  }
}

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/// Nobody has judged anything.
export const unjudged: Judgements = judgements([])
