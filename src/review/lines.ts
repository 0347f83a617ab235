import {
  type Correction,
  type CorrectionOp,
  type CorrectionRole,
  contexts,
  correctionOps,
  correctionRoles,
  modesOf,
  sectors,
  statuses,
  type Target,
  types
} from "../model/model.ts"

/// The lines of a corrections.jsonl: read strictly, written in one order of keys, so that git merges them line by line.

/// A line as it is written.
export function lineOf({id, who, when, why, target, op, before, after}: Correction): string {
  const aim =
    typeof target === "string"
      ? target
      : {
          article: target.article,
          quote: target.quote,
          prefix: target.prefix,
          suffix: target.suffix,
          role: target.role,
          ...(target.type && {type: target.type})
        }
  return JSON.stringify({
    id,
    who,
    when,
    ...(why !== undefined && {why}),
    target: aim,
    op,
    ...(before !== undefined && {before}),
    ...(after !== undefined && {after})
  })
}

/// The corrections among the lines of a file, in their order. Judgements on ids of events ("same", "not-same", "unsure" with "target"
/// and "other") are left to others. Throws with file and line at what cannot be read: to go on without it would undo what it says.
export function correctionsFrom(text: string, path: string): Correction[] {
  const seen = new Map<string, string>()
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return []
    const at = `${path}:${i + 1}`
    if (/^(<{7}|={7}|>{7})/.test(line))
      throw new Error(`${at}: git left this here; keep the lines of both sides and take this one out`)
    const value = parsed(line, at)
    if (isJudgement(value)) return []
    const correction = checked(value, at)
    const written = lineOf(correction)
    const before = seen.get(correction.id)
    if (before === written) return []
    if (before !== undefined) throw new Error(`${at}: another line has the id ${correction.id}; give this one an id of its own`)
    seen.set(correction.id, written)
    return [correction]
  })
}

/// "not-same" is an op of both: on two ids it is a judgement, aimed at words it is a correction.
const isJudgement = (value: Record<string, unknown>): boolean =>
  value.op === "same" || value.op === "unsure" || (value.op === "not-same" && typeof value.target === "string")

function parsed(line: string, at: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    value = undefined
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`${at}: should be one JSON object, {id, who, when, why, target, op, before, after}`)
  return value as Record<string, unknown>
}

/// A correction, checked; `at` says where it stands. Throws with what is wrong and what would be right.
export function checked(value: Record<string, unknown>, at: string): Correction {
  const {op, target} = value
  if (!correctionOps.includes(op as CorrectionOp))
    throw new Error(`${at}: "op" is ${show(op)}; it should be one of ${correctionOps.join(", ")}`)
  for (const field of ["id", "who", "when"]) {
    if (typeof value[field] !== "string" || value[field] === "")
      throw new Error(`${at}: "${field}" is ${show(value[field])}; it should be a text`)
  }
  if (value.why !== undefined && typeof value.why !== "string")
    throw new Error(`${at}: "why" is ${show(value.why)}; it should be a text, or left out`)
  if (op === "undo") {
    if (typeof target !== "string" || target === "")
      throw new Error(`${at}: "target" is ${show(target)}; an undo is aimed at the id of another line`)
    return value as unknown as Correction
  }
  aim(target, `${at}: "target"`)
  const wrong = complaint(op as CorrectionOp, (target as Target).role, value.before, value.after)
  if (wrong) throw new Error(`${at}: ${wrong}`)
  return value as unknown as Correction
}

const show = (value: unknown): string => JSON.stringify(value) ?? "missing"

function aim(target: unknown, at: string): void {
  if (typeof target !== "object" || target === null)
    throw new Error(`${at} is ${show(target)}; it should be {article, quote, prefix, suffix, role}`)
  const of = target as Record<string, unknown>
  for (const field of ["article", "quote", "prefix", "suffix"]) {
    if (typeof of[field] !== "string") throw new Error(`${at}.${field} is ${show(of[field])}; it should be a text`)
  }
  if (of.article === "") throw new Error(`${at}.article is empty; it should be the id of an article`)
  if (of.quote === "") throw new Error(`${at}.quote is empty; it should be the words that are meant`)
  if (!correctionRoles.includes(of.role as CorrectionRole))
    throw new Error(`${at}.role is ${show(of.role)}; it should be one of ${correctionRoles.join(", ")}`)
  if (of.type !== undefined && !(types as readonly unknown[]).includes(of.type))
    throw new Error(`${at}.type is ${show(of.type)}; it should be one of ${types.join(", ")}`)
}

const roleOfFix: Readonly<Partial<Record<CorrectionOp, CorrectionRole>>> = {
  "fix-place": "where",
  "fix-date": "when",
  "fix-status": "status"
}

/// What is wrong with what a line says, and what would be right.
function complaint(op: CorrectionOp, role: CorrectionRole, before: unknown, after: unknown): string | undefined {
  const fix = roleOfFix[op]
  if (fix && role !== fix) return `"target.role" is "${role}"; of ${op} it is "${fix}"`
  switch (op) {
    case "set":
      if (role === "what") return `"target.role" is "what"; a set names the field: ${correctionRoles.slice(1).join(", ")}`
      return valueComplaint(role, after, "after") ?? (before === undefined ? undefined : valueComplaint(role, before, "before"))
    case "fix-place":
    case "fix-date":
    case "fix-status":
      return valueComplaint(role, after, "after") ?? (before === undefined ? undefined : valueComplaint(role, before, "before"))
    case "accept":
    case "reject":
      return before === undefined ? undefined : codedComplaint(before)
    case "add": {
      if (!isObject(after) || !isType(after.type)) return `"after.type" should be one of ${types.join(", ")}`
      for (const [field, value] of Object.entries(after)) {
        if (!correctionRoles.includes(field as CorrectionRole) || field === "what")
          return `"after.${field}" is no field; fields are ${correctionRoles.slice(1).join(", ")}`
        const wrong = valueComplaint(field as CorrectionRole, value, `after.${field}`)
        if (wrong) return wrong
      }
      return undefined
    }
    case "merge":
    case "not-same":
      return targetComplaint(after, "after")
    case "split": {
      if (!Array.isArray(before) || before.length === 0) return `"before" should be the list of targets it stood with`
      return first(before, (b, i) => targetComplaint(b, `before[${i}]`))
    }
    case "alias":
      return partyComplaint(before, "before") ?? partyComplaint(after, "after")
    case "ignore-source":
      return isObject(after) && isText(after.publisher) ? undefined : '"after" should be {"publisher": "the name of the outlet"}'
    default:
      return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === "string" && value !== ""
const isType = (value: unknown): boolean => (types as readonly unknown[]).includes(value)

function first<T>(items: readonly T[], of: (item: T, i: number) => string | undefined): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = of(item, i)
    if (found !== undefined) return found
  }
  return undefined
}

function targetComplaint(value: unknown, name: string): string | undefined {
  try {
    aim(value, `"${name}"`)
  } catch (error) {
    return (error as Error).message
  }
  return undefined
}

function partyComplaint(value: unknown, name: string): string | undefined {
  if (!isObject(value) || !isText(value.id) || !isText(value.name))
    return `"${name}" should be an actor: {id, name, country?, sectors?}`
  if (!Array.isArray(value.sectors)) return `"${name}.sectors" should be a list; an empty one if none is known`
  const stray = value.sectors.find(s => !(sectors as readonly unknown[]).includes(s))
  return stray === undefined ? undefined : `"${name}.sectors" has ${show(stray)}; known are ${sectors.join(", ")}`
}

const day = /^\d{4}-\d{2}-\d{2}$/
const grains = ["day", "week", "month", "season", "quarter", "year", "decade", "century", "time", "duration", "set"]
const placeGrains = ["exact", "city", "region", "country", "sea", "continent"]
const tolls = ["killed", "wounded", "arrested", "abducted", "displaced", "missing", "troops", "weapons", "people", "money"]

function valueComplaint(role: CorrectionRole, value: unknown, name: string): string | undefined {
  const among = (known: readonly unknown[]): string | undefined =>
    known.includes(value) ? undefined : `"${name}" is ${show(value)}; it should be one of ${known.join(", ")}`
  switch (role) {
    case "type":
      return among(types)
    case "mode":
      return value === null ? undefined : among([...new Set(Object.values(modesOf).flat())])
    case "status":
      return among(statuses)
    case "background":
      return among([true, false])
    case "contexts":
      if (!Array.isArray(value)) return `"${name}" should be a list of contexts`
      return first(value, c =>
        (contexts as readonly unknown[]).includes(c) ? undefined : `"${name}" has ${show(c)}; known are ${contexts.join(", ")}`
      )
    case "who":
    case "whom":
      if (!Array.isArray(value)) return `"${name}" should be a list of actors`
      return first(value, (p, i) => partyComplaint(p, `${name}[${i}]`))
    case "when":
      if (value === null) return undefined
      if (!isObject(value) || !grains.includes(value.grain as string))
        return `"${name}" should be {"from": "2024-06-19", "until": "2024-06-20", "grain": "day"}, "until" being the first day after`
      return first(["from", "until"], end =>
        value[end] === undefined || day.test(String(value[end]))
          ? undefined
          : `"${name}.${end}" is ${show(value[end])}; days look like 2024-06-19`
      )
    case "where":
      if (value === null) return undefined
      if (!isObject(value) || !isText(value.id) || !isText(value.name))
        return `"${name}" should be a place: {id, name, grain, country?}`
      return placeGrains.includes(value.grain as string)
        ? undefined
        : `"${name}.grain" is ${show(value.grain)}; it should be one of ${placeGrains.join(", ")}`
    case "how-many":
      if (!Array.isArray(value)) return `"${name}" should be a list like [{"what": "killed", "low": 5, "high": 5}]`
      return first(value, (t, i) => {
        if (!isObject(t) || !tolls.includes(t.what as string)) return `"${name}[${i}].what" should be one of ${tolls.join(", ")}`
        return first(["low", "high"], end =>
          t[end] === undefined || (typeof t[end] === "number" && Number.isFinite(t[end]))
            ? undefined
            : `"${name}[${i}].${end}" is ${show(t[end])}; it should be a number`
        )
      })
    default:
      return undefined
  }
}

function codedComplaint(value: unknown): string | undefined {
  if (!isObject(value) || !isType(value.type))
    return `"before" should be the coding that was seen: {type, mode, who, whom, when, where, status, background}`
  const lists = first(["who", "whom"], f =>
    Array.isArray(value[f]) && (value[f] as unknown[]).every(v => typeof v === "string")
      ? undefined
      : `"before.${f}" should be a list of ids`
  )
  const texts = first(["mode", "when", "where"], f =>
    value[f] === null || typeof value[f] === "string" ? undefined : `"before.${f}" should be a text or null`
  )
  const rest = (statuses as readonly unknown[]).includes(value.status)
    ? undefined
    : `"before.status" should be one of ${statuses.join(", ")}`
  return (
    lists ?? texts ?? rest ?? (typeof value.background === "boolean" ? undefined : '"before.background" should be true or false')
  )
}

/// Which corrections stand: those that no standing undo below them takes back. An undo of an undo brings back what that took away.
export interface Standing {
  readonly corrections: readonly Correction[]
  /// Ids of lines that an undo took back.
  readonly undone: ReadonlySet<string>
  /// Undos of lines that are not above them.
  readonly lost: readonly Correction[]
}

export function standing(lines: readonly Correction[]): Standing {
  const places = new Map(lines.map((line, i) => [line.id, i]))
  const undone = new Set<string>()
  const lost: Correction[] = []
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!
    if (line.op !== "undo" || undone.has(line.id)) continue
    const at = places.get(line.target as string)
    if (at === undefined || at >= i) lost.push(line)
    else undone.add(line.target as string)
  }
  return {corrections: lines.filter(l => l.op !== "undo" && !undone.has(l.id)), undone, lost: lost.reverse()}
}
