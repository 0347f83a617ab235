import {mix} from "./views.ts"

/// Features are told as a list of templates: each names the facts of a situation that it joins to one key.
export interface Templates {
  /// How many keys `keys` writes.
  readonly count: number
  /// Writes the keys of a situation whose facts stand in `facts`, in the order of their names, from place `from` on. Says how many.
  keys(facts: Int32Array, into: Int32Array, from?: number): number
}

/// `names` are the facts in their order. A template is the facts it joins, four at most; its number makes it different from others
/// with the same facts: `first`, or the last one's and one more, or what it says itself ("3 word shape").
export function templates(names: readonly string[], first: number, list: readonly string[]): Templates {
  let last = first - 1
  const specs = list.map(line => {
    const words = line.split(" ")
    last = /^\d+$/.test(words[0]!) ? Number(words.shift()) : last + 1
    const facts = words.map(name => {
      const at = names.indexOf(name)
      if (at < 0) throw new Error(`feature ${last}: unknown fact "${name}"; known: ${names.join(", ")}`)
      return at
    })
    if (facts.length === 0 || facts.length > 4) throw new Error(`feature ${last}: "${line}" joins not one to four facts`)
    return {salt: saltOf(last), facts}
  })
  const group = (size: number) => specs.filter(s => s.facts.length === size)
  const salts = Int32Array.from([1, 2, 3, 4].flatMap(group), s => s.salt)
  const facts = Int32Array.from([1, 2, 3, 4].flatMap(group).flatMap(s => s.facts))
  const [one, two, three, four] = [1, 2, 3, 4].map(size => group(size).length) as [number, number, number, number]
  return {
    count: specs.length,
    keys(of, into, from = 0) {
      let k = 0
      let f = 0
      for (; k < one; k++, f++) into[from + k] = salted(salts[k]!, of[facts[f]!]!)
      for (const end = k + two; k < end; k++, f += 2) {
        into[from + k] = salted(salts[k]!, mix(of[facts[f]!]!, of[facts[f + 1]!]!))
      }
      for (const end = k + three; k < end; k++, f += 3) {
        into[from + k] = salted(salts[k]!, mix(mix(of[facts[f]!]!, of[facts[f + 1]!]!), of[facts[f + 2]!]!))
      }
      for (const end = k + four; k < end; k++, f += 4) {
        const joined = mix(mix(mix(of[facts[f]!]!, of[facts[f + 1]!]!), of[facts[f + 2]!]!), of[facts[f + 3]!]!)
        into[from + k] = salted(salts[k]!, joined)
      }
      return k
    }
  }
}

/// The half of `mix` that a template's number decides.
function saltOf(template: number): number {
  const a = (template * 0x9e3779b1) | 0
  return Math.imul(a ^ (a >>> 15), 0x2c1b3c6d)
}

/// mix(template, value), with the template's half done.
function salted(salt: number, value: number): number {
  let h = salt ^ Math.imul(value, 0x297a2d39)
  h = Math.imul(h ^ (h >>> 12), 0x7feb352d)
  h ^= h >>> 15
  return h === 0 ? 1 : h
}
