import {rules} from "./rules.ts"
import type {Rule} from "./setting.ts"
import {type Kind, kinds} from "./words.ts"

/// A rule's pattern in the names of kinds as a regular expression over their letters.
export interface Compiled {
  readonly rule: Rule
  readonly regex: RegExp
}

const compiled: readonly (Compiled & {readonly opens: ReadonlySet<string>})[] = rules.map(rule => {
  const source = rule.pattern
    .replace(/\(amount\)/g, "(day|digits|number|vague of?|a vague of?|a|a? number)")
    .replace(/\bthe year\b/g, "t u")
    .replace(/[a-z]{2,}/g, name => {
      const letter = kinds[name as Kind]
      if (letter === undefined) throw new Error(`rule "${rule.name}": no kind "${name}"; known: ${Object.keys(kinds).join(", ")}`)
      return letter === "-" || letter === "(" ? `\\${letter}` : letter
    })
    .replaceAll(" ", "")
  return {rule, regex: new RegExp(source, "y"), opens: openings(source)}
})

/// The rules that can begin with a piece of a kind, in their order.
export const rulesFrom: ReadonlyMap<string, readonly Compiled[]> = new Map(
  Object.values(kinds).map(letter => [letter, compiled.filter(({opens}) => opens.has(letter))])
)

interface Opening {
  readonly first: readonly string[]
  /// Whether it may match nothing, so that what follows can open too.
  readonly empty: boolean
}

/// The letters with which a match can begin; patterns know groups, "|", "?" and "*".
function openings(source: string): ReadonlySet<string> {
  let at = 0
  const choice = (): Opening => {
    const ways = [sequence()]
    while (source[at] === "|") {
      at++
      ways.push(sequence())
    }
    return {first: ways.flatMap(way => way.first), empty: ways.some(way => way.empty)}
  }
  const sequence = (): Opening => {
    const first: string[] = []
    let empty = true
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const next = item()
      if (empty) first.push(...next.first)
      empty &&= next.empty
    }
    return {first, empty}
  }
  const item = (): Opening => {
    let found: Opening
    if (source[at] === "(") {
      at++
      found = choice()
    } else {
      if (source[at] === "\\") at++
      found = {first: [source[at]!], empty: false}
    }
    at++
    if (source[at] === "?" || source[at] === "*") {
      at++
      return {...found, empty: true}
    }
    return found
  }
  return new Set(choice().first)
}
