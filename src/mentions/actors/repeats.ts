import type {Token} from "../../model/model.ts"
import type {Phrase} from "./phrase.ts"
import {skeleton} from "./pieces.ts"

/// "Smith" after "John Smith", "the ABC" after "Alpha Beta Corps (ABC)".
export function repeatedNames(tokens: readonly Token[], phrases: readonly Phrase[]): void {
  // By each bone of their names, in text order: what a shorter name may repeat.
  const introduced = new Map<string, {readonly phrase: Phrase; readonly bones: ReadonlySet<string>}[]>()
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
      const own = phrase.name.map(skeleton)
      const earlier = introduced
        .get(own[0] ?? "")
        ?.findLast(
          ({phrase: {name}, bones}) => own.length > 0 && name!.length >= own.length && own.every(b => bones.has(b))
        )?.phrase
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
    if (phrase.nameKind !== "location") {
      const bones = new Set(phrase.name.map(skeleton))
      for (const bone of bones) {
        const there = introduced.get(bone)
        if (there) there.push({phrase, bones})
        else introduced.set(bone, [{phrase, bones}])
      }
    }
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
