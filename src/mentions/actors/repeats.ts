import type {Token} from "../../model/model.ts"
import {sameName} from "./names.ts"
import type {Phrase} from "./phrase.ts"

/// "Smith" after "John Smith", "the ABC" after "Alpha Beta Corps (ABC)".
export function repeatedNames(tokens: readonly Token[], phrases: readonly Phrase[]): void {
  const introduced: Phrase[] = []
  const acronyms = new Map<string, Phrase>()
  for (const phrase of phrases) {
    if (!phrase.name || !phrase.parties[0]) continue
    const unknown = phrase.parties[0].id.startsWith("name:")
    const short = tokens[phrase.last]!.text
    const known = unknown ? acronyms.get(short) : undefined
    if (known) {
      become(phrase, known, `${short} was defined as ${known.parties[0]!.name}`)
      continue
    }
    if (phrase.name.length === 1 || unknown) {
      const earlier = introduced.findLast(
        p => p.name!.length >= phrase.name!.length && p.nameKind !== "location" && sameName(phrase.name!, p.name!)
      )
      const other = earlier && (unknown || earlier.parties[0]!.id !== phrase.parties[0].id)
      if (
        earlier &&
        other &&
        (earlier.name!.length > 1 || earlier.parties[0]!.country !== undefined) &&
        earlier.parties[0]!.kind !== "organization"
      ) {
        become(phrase, earlier, `${phrase.name.join(" ")}: named before as ${earlier.parties[0]!.name}`)
        continue
      }
    }
    introduced.push(phrase)
    const open = tokens[phrase.last + 1]
    const letters = tokens[phrase.last + 2]
    if (
      open?.text === "(" &&
      letters &&
      /^\p{Lu}[\p{Lu}\p{N}-]{1,9}$/u.test(letters.text) &&
      tokens[phrase.last + 3]?.text === ")" &&
      phrase.name.length > 1
    ) {
      acronyms.set(letters.text, phrase)
    }
  }
}

function become(phrase: Phrase, other: Phrase, why: string): void {
  phrase.parties = [...other.parties]
  phrase.basis = "inferred"
  phrase.candidates = []
  phrase.why = why
  phrase.hasCountry = other.hasCountry
  phrase.gender ??= other.gender
}
