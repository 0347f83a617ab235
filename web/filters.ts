import type {Filters, Quad, Status} from "../src/api/contract.ts"
import {binNameText} from "./bins.ts"
import {listed, words} from "./words.ts"

/// How a filter's value reads on its chip and in the lead sentence, given names for ids.
export function filterWords(key: keyof Filters, value: string, nameOf: (key: string, id: string) => string): string {
  const parts = value.split(",").filter(Boolean)
  if (key === "bin") return words.ledger.inBin(binNameText(value))
  if (key === "placed")
    return listed(
      parts.map(p => words.ledger.placed[p] ?? p),
      "or"
    )
  if (key === "dated") return words.ledger.dated[value] ?? value
  if (key === "search") return words.ledger.searched(value)
  if (key === "background") return words.ledger.backgrounds[value as "yes" | "no" | "all"] ?? value
  if (key === "status")
    return listed(
      parts.map(s => words.status[s as Status] ?? s),
      "or"
    )
  if (key === "quad")
    return listed(
      parts.map(q => words.quads[Number(q) as Quad] ?? q),
      "or"
    )
  const names = parts.map(id => nameOf(key, id))
  if (key === "pair" && names.length === 1) return words.ledger.chip.party + names[0]
  return (words.ledger.chip[key] ?? "") + listed(names, key === "pair" ? "and" : "or")
}
