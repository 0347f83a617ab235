import {modesOf, sectors, statuses, types} from "../model/model.ts"
import type {Rule} from "./rule.ts"
import type {WordClasses} from "./words.ts"

/// Rules of a team's own, from the YAML files of a codebook folder: new ones, changes to shipped ones, and names of shipped
/// ones that are off; with word classes of the team's own for them to ask for. Whatever is wrong is said with file and line.

/// A file as it was read.
export interface CodebookFile {
  readonly path: string
  readonly text: string
  readonly yaml: unknown
}

export interface OwnCodebook {
  /// All rules that hold, in the order in which they are tried: new ones first, changed ones where they stood.
  readonly rules: readonly Rule[]
  readonly classes: WordClasses
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly off: readonly string[]
  /// Where a rule of the team's own stands: "codebook/ours.yaml:12".
  readonly where: ReadonlyMap<string, string>
}

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === "object" && x !== null && !Array.isArray(x)
const isText = (x: unknown): x is string => typeof x === "string" && x.trim() !== ""
const isTexts = (x: unknown): x is readonly string[] => Array.isArray(x) && x.length > 0 && x.every(isText)
const isWords = (x: unknown): boolean => isTexts(x) && x.every(w => w === w.toLowerCase())
const quoted = (x: unknown): string => JSON.stringify(x) ?? String(x)
const oneOf = (values: readonly string[]) => (x: unknown) => isText(x) && values.includes(x)
const link = oneOf([
  "content",
  "infinitive",
  "purpose",
  "condition",
  "time",
  "cause",
  "concession",
  "manner",
  "relative",
  "participle",
  "coordinate",
  "nominal",
  "subject"
])

interface Field {
  readonly fits: (x: unknown) => boolean
  readonly should: string
}
const words: Field = {fits: isWords, should: "a list of lower-case words"}
const texts: Field = {fits: isTexts, should: "a list of sentences"}
const role: Field = {
  fits: x => isText(x) || isTexts(x),
  should: 'a role ("subject", "object", "recipient", "complement object", a preposition) or a list of roles'
}
const only = (value: boolean): Field => ({fits: x => x === value, should: String(value)})
const flag: Field = {fits: x => typeof x === "boolean", should: "true or false"}

const fields: Readonly<Record<string, Field>> = {
  name: {fits: x => isText(x) && /^[a-z][a-z0-9-]*$/.test(x), should: "a name of small letters, digits and hyphens"},
  code: {fits: oneOf(types), should: `a PLOVER type: ${types.join(", ")}`},
  mode: {fits: isText, should: "a mode"},
  verbs: words,
  notVerbs: words,
  nouns: words,
  adjectives: words,
  actor: role,
  recipient: role,
  mutual: only(true),
  both: only(true),
  alone: only(true),
  when: {fits: isRecord, should: "tests under the roles that they are about"},
  complement: {fits: isRecord, should: "a test of what is agreed to, threatened, denied"},
  needs: words,
  modal: words,
  negated: flag,
  status: {fits: oneOf(statuses), should: `a status: ${statuses.join(", ")}`},
  ofItself: only(true),
  prior: {fits: x => typeof x === "number" && x > 0 && x < 1, should: "a number between 0 and 1"},
  examples: texts,
  not: texts
}

const testFields: Readonly<Record<string, Field>> = {
  is: words,
  isNot: words,
  actor: flag,
  self: only(true),
  state: flag,
  others: flag,
  body: flag,
  sector: {fits: x => isTexts(x) && x.every(oneOf(sectors)), should: `a list of sectors: ${sectors.join(", ")}`},
  absent: only(true),
  present: only(true)
}

const complementFields: Readonly<Record<string, Field>> = {
  types: {fits: x => isTexts(x) && x.every(oneOf(types)), should: `a list of PLOVER types: ${types.join(", ")}`},
  words,
  notWords: words,
  links: {fits: x => isTexts(x) && x.every(link), should: 'a list of links: "infinitive", "content", "nominal", …'},
  any: only(true),
  absent: only(true)
}

/// Puts a team's files on top of the shipped rules and word classes. Throws at the first thing that is wrong.
export function ownCodebook(files: readonly CodebookFile[], shipped: readonly Rule[], classes: WordClasses): OwnCodebook {
  const ours = new Map<string, Set<string>>()
  const given: {rule: Readonly<Record<string, unknown>>; file: CodebookFile; line: (field?: string) => number}[] = []
  const off: string[] = []
  const names = new Map(shipped.map(r => [r.name, r]))
  const modes = new Map<string, readonly string[]>(types.map(t => [t, modesOf[t]]))
  for (const file of files) {
    const {path, text, yaml} = file
    const at = lines(text)
    const wrong = (line: number, says: string): Error => new Error(`${path}:${line}: ${says}`)
    if (yaml === undefined || yaml === null) continue
    if (!isRecord(yaml)) throw wrong(1, "should hold rules, off, classes or modes")
    for (const key of Object.keys(yaml))
      if (!["rules", "off", "classes", "modes"].includes(key))
        throw wrong(at(key), `unknown key ${quoted(key)}; known: rules, off, classes, modes`)
    if (yaml.classes !== undefined) {
      if (!isRecord(yaml.classes)) throw wrong(at("classes"), "classes should be lists of words under the name of each class")
      for (const [name, list] of Object.entries(yaml.classes)) {
        if (!isWords(list)) throw wrong(at(name), `class ${quoted(name)} should be a list of lower-case words`)
        const held = ours.get(name) ?? new Set()
        for (const word of list as readonly string[]) held.add(word)
        ours.set(name, held)
      }
    }
    if (yaml.modes !== undefined) {
      if (!isRecord(yaml.modes)) throw wrong(at("modes"), "modes should be lists of names under PLOVER types")
      for (const [type, list] of Object.entries(yaml.modes)) {
        if (!modes.has(type)) throw wrong(at(type), `unknown type ${quoted(type)}; known: ${types.join(", ")}`)
        if (!isTexts(list)) throw wrong(at(type), `the modes of ${type} should be a list of names`)
        modes.set(type, [...modes.get(type)!, ...list])
      }
    }
    if (yaml.off !== undefined) {
      if (!isTexts(yaml.off)) throw wrong(at("off"), "off should be a list of names of rules")
      for (const name of yaml.off) {
        if (!names.has(name)) throw wrong(at(name), `no rule ${quoted(name)} to switch off${nearest(name, names.keys())}`)
        off.push(name)
      }
    }
    if (yaml.rules === undefined) continue
    if (!Array.isArray(yaml.rules)) throw wrong(at("rules"), "rules should be a list")
    const starts = ruleLines(text)
    for (const [k, rule] of (yaml.rules as unknown[]).entries()) {
      const start = starts[k] ?? at("rules")
      if (!isRecord(rule)) throw wrong(start, "a rule should have fields: name, code, verbs, actor, examples …")
      given.push({rule, file, line: field => (field === undefined ? start : lineOf(text, field, start, starts[k + 1]))})
    }
  }
  const all: WordClasses = {
    has: (name, lemma) =>
      (ours.get(name)?.has(lemma) ?? false) ||
      (classes.names.includes(name) || !ours.has(name) ? classes.has(name, lemma) : false),
    names: [...classes.names, ...[...ours.keys()].filter(name => !classes.names.includes(name))]
  }
  const changes = new Map<string, Rule>()
  const added: Rule[] = []
  const where = new Map<string, string>()
  for (const {rule, file, line} of given) {
    const wrong = (field: string | undefined, says: string): Error => new Error(`${file.path}:${line(field)}: ${says}`)
    checked(rule, fields, "", wrong)
    const name = rule.name as string | undefined
    if (name === undefined) throw wrong(undefined, "a rule should have a name")
    if (where.has(name)) throw wrong("name", `${quoted(name)} stands at ${where.get(name)} already`)
    where.set(name, `${file.path}:${line("name")}`)
    if (isRecord(rule.when)) {
      for (const [of, test] of Object.entries(rule.when)) {
        if (!isRecord(test))
          throw wrong("when", `the test of ${quoted(of)} should have fields: ${Object.keys(testFields).join(", ")}`)
        checked(test, testFields, `when ${of}: `, wrong)
        for (const asked of [...((test.is ?? []) as string[]), ...((test.isNot ?? []) as string[])])
          if (!all.names.includes(asked))
            throw wrong("when", `no class ${quoted(asked)}${nearest(asked, all.names)}; add it under classes`)
      }
    }
    if (isRecord(rule.complement)) checked(rule.complement, complementFields, "complement: ", wrong)
    const before = names.get(name)
    const whole = {...before, ...rule} as unknown as Rule
    for (const field of ["code", "actor", "examples"] as const)
      if (whole[field] === undefined) throw wrong(undefined, `rule ${quoted(name)} has no ${field}`)
    if (!whole.verbs && !whole.nouns && !whole.adjectives)
      throw wrong(undefined, `rule ${quoted(name)} hangs on no word: give it verbs, nouns or adjectives`)
    if (whole.mode !== undefined && !modes.get(whole.code)!.includes(whole.mode))
      throw wrong(
        "mode",
        `unknown mode ${quoted(whole.mode)} of ${whole.code}; known: ${modes.get(whole.code)!.join(", ") || "none"}; add it under modes`
      )
    for (const example of whole.examples) {
      const braces = example.match(/\{[^{}]*\}/g) ?? []
      if (!braces.every(b => /^\{(actor|recipient) [^{}]+\}$/.test(b)) || /[{}]/.test(example.replace(/\{[^{}]*\}/g, "")))
        throw wrong("examples", `braces should be {actor words} or {recipient words}: ${quoted(example)}`)
    }
    if (before) changes.set(name, whole)
    else added.push(whole)
  }
  const gone = new Set(off)
  return {
    rules: [...added, ...shipped.filter(r => !gone.has(r.name)).map(r => changes.get(r.name) ?? r)],
    classes: all,
    added: added.map(r => r.name),
    changed: [...changes.keys()],
    off,
    where
  }
}

function checked(
  given: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Field>>,
  prefix: string,
  wrong: (field: string | undefined, says: string) => Error
): void {
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined
    if (!field)
      throw wrong(
        name,
        `${prefix}unknown field ${quoted(name)}${nearest(name, Object.keys(known))}; known: ${Object.keys(known).join(", ")}`
      )
    if (!field.fits(value)) throw wrong(name, `${prefix}${name} should be ${field.should}, not ${quoted(value)}`)
  }
}

/// The first line that holds a word as a key or an item; 1 where there is none.
const lines = (text: string) => (word: string) => lineOf(text, word, 1, undefined)

function lineOf(text: string, word: string, from: number, until: number | undefined): number {
  const all = text.split("\n")
  for (let at = from - 1; at < Math.min(all.length, (until ?? all.length + 1) - 1); at++) {
    const found = all[at]!.indexOf(word)
    if (found >= 0 && !all[at]!.slice(0, found).includes("#")) return at + 1
  }
  return from
}

/// The lines on which the items of `rules:` begin.
function ruleLines(text: string): readonly number[] {
  const all = text.split("\n")
  const begin = all.findIndex(l => /^rules:/.test(l))
  const found: number[] = []
  let indent: number | undefined
  for (let at = begin + 1; begin >= 0 && at < all.length; at++) {
    const line = all[at]!
    if (/^[^\s#-]/.test(line)) break
    const dash = /^(\s*)-\s/.exec(line)
    if (!dash) continue
    indent ??= dash[1]!.length
    if (dash[1]!.length === indent) found.push(at + 1)
  }
  return found
}

/// "; did you mean …?" where something known is spelled nearly so.
function nearest(word: string, known: Iterable<string>): string {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const other of known) {
    const far = distance(word, other, least)
    if (far < least) {
      least = far
      best = other
    }
  }
  return best === undefined ? "" : `; did you mean ${quoted(best)}?`
}

function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let row = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/// An example as plain text, with the sides that its braces mark.
export function example(text: string): {
  readonly text: string
  readonly sides: readonly {readonly side: "actor" | "recipient"; readonly start: number; readonly end: number}[]
} {
  const sides: {side: "actor" | "recipient"; start: number; end: number}[] = []
  let plain = ""
  for (const part of text.split(/(\{(?:actor|recipient) [^}]*\})/)) {
    const brace = /^\{(actor|recipient) ([^}]*)\}$/.exec(part)
    if (brace) sides.push({side: brace[1] as "actor" | "recipient", start: plain.length, end: plain.length + brace[2]!.length})
    plain += brace ? brace[2] : part
  }
  return {text: plain, sides}
}
