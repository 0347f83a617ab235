import type {Document, Party} from "../../model/model.ts"
import type {Phrase} from "./finder.ts"
import {sameName} from "./finder.ts"

/// What stands for somebody named elsewhere: repeated family names, "the premier", pronouns. Fills in and adds phrases, in place.
export function coreference(
  document: Document,
  phrases: Phrase[],
  day: string | undefined,
  inOffice: (title: string, answers: readonly string[], codes: readonly string[]) => {party: Party; why: string} | undefined,
  nameOf: (code: string) => string
): void {
  repeatedNames(phrases)
  missingCountries(document, phrases, day, inOffice, nameOf)
  void document
}

/// "Smith" after "John Smith": whoever was introduced with that name.
function repeatedNames(phrases: readonly Phrase[]): void {
  const introduced: Phrase[] = []
  for (const phrase of phrases) {
    if (!phrase.name || !phrase.parties[0]) continue
    const unknown = phrase.parties[0].id.startsWith("name:")
    if (phrase.name.length === 1 || unknown) {
      const earlier = introduced.findLast(
        p => p !== phrase && p.name!.length >= phrase.name!.length && sameName(phrase.name!, p.name!)
      )
      if (
        earlier &&
        (unknown || earlier.parties[0]!.id !== phrase.parties[0].id) &&
        earlier.parties[0]!.kind !== "organization"
      ) {
        phrase.parties = [...earlier.parties]
        phrase.basis = "inferred"
        phrase.candidates = []
        phrase.why = `${phrase.name.join(" ")}: named before as ${earlier.parties[0]!.name}`
        phrase.hasCountry = earlier.hasCountry
        phrase.gender ??= earlier.gender
        continue
      }
    }
    introduced.push(phrase)
  }
}

/// "The army" in a text about Syria is Syria's; "the premier" is whoever was it there.
function missingCountries(
  document: Document,
  phrases: readonly Phrase[],
  day: string | undefined,
  inOffice: (title: string, answers: readonly string[], codes: readonly string[]) => {party: Party; why: string} | undefined,
  nameOf: (code: string) => string
): void {
  void document
  void day
  const total = new Map<string, number>()
  for (const phrase of phrases) for (const code of codesOf(phrase)) total.set(code, (total.get(code) ?? 0) + 1)
  const recent = new Map<string, number>()
  for (const [index, phrase] of phrases.entries()) {
    if (
      phrase.generic &&
      !phrase.hasCountry &&
      phrase.parties.length === 1 &&
      phrase.parties[0]!.country === undefined &&
      !phrase.parties[0]!.id.startsWith("own:")
    ) {
      let best: string | undefined
      let score = 0
      const consider = (code: string, value: number) => {
        if (value > score) {
          best = code
          score = value
        }
      }
      for (const [code, n] of total) {
        const last = recent.get(code)
        const near = last === undefined ? 0 : 2 / (1 + (phrase.sentence - last))
        consider(code, n * 0.5 + near)
      }
      void index
      if (best !== undefined) {
        const generic = phrase.generic
        const held =
          generic.kind === "office" && !phrase.plural && phrase.definite
            ? inOffice(generic.id, generic.answers, [best])
            : undefined
        if (held) {
          phrase.parties = [held.party]
          phrase.why = `${phrase.why}: ${held.why}, the country spoken of`
        } else {
          phrase.parties = [
            {
              ...phrase.parties[0]!,
              id: `${best}${phrase.parties[0]!.id}`,
              name: `${nameOf(best)}: ${phrase.parties[0]!.name}`,
              country: best
            }
          ]
          phrase.why = `${phrase.why} of ${nameOf(best)}, the country spoken of`
        }
        phrase.basis = "inferred"
      }
    }
    for (const code of codesOf(phrase)) recent.set(code, phrase.sentence)
  }
}

const stateless = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
function codesOf(phrase: Phrase): string[] {
  if (phrase.basis === "inferred" && phrase.form !== "metonym" && phrase.form !== "name") return []
  return [...new Set(phrase.parties.flatMap(p => (p.country && !stateless.has(p.country) ? [p.country] : [])))]
}
