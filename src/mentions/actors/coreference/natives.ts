import type {Party} from "../../../model/model.ts"
import {local, statesOf} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import type {Discourse} from "./discourse.ts"

/// The country of those whom no table holds and no word of the text places: "Opposition leader Jane Akello", "the miners' federation",
/// in an article about Uganda.

/// Gives parties that are named without a country the one the article is about, where it is about one: the country of its dateline, unless
/// the text speaks more of others, else the one that it speaks of most by far. `filed` is the country of the dateline.
export function natives(told: Discourse, filed: string | undefined): void {
  const strangers = told.phrases.filter(isHomeless)
  if (strangers.length === 0) return
  const home = homeOf(told, filed)
  if (home === undefined) return
  const placed = new Map<Party, Party>()
  const near = new Map<string, boolean>()
  for (const phrase of strangers) {
    const party = phrase.parties[0]!
    if (!near.has(party.id)) near.set(party.id, !besideOthers(told, phrase, home))
    if (near.get(party.id)) placed.set(party, {...party, country: home})
  }
  if (placed.size === 0) return
  const byId = new Map([...placed.values()].map(p => [p.id, p]))
  for (const phrase of told.phrases) {
    if (!phrase.parties.some(p => p.country === undefined && byId.has(p.id))) continue
    phrase.parties = phrase.parties.map(p => (p.country === undefined ? (byId.get(p.id) ?? p) : p))
    phrase.basis = "inferred"
    phrase.hasCountry = true
    phrase.why += `; of ${told.knows.country(home).name}, which the article is about`
  }
}

/// A name without a country whose words tell what sort of party it is, and a sort that is at home somewhere.
function isHomeless({name, parties, placed, form}: Phrase): boolean {
  const [party] = parties
  return (
    parties.length === 1 &&
    party !== undefined &&
    party.country === undefined &&
    party.id.startsWith("name:") &&
    !placed &&
    form !== "pronoun" &&
    name !== undefined &&
    party.sectors.some(s => native.has(s)) &&
    !everywhere.test(party.name)
  )
}

const native: ReadonlySet<string> = new Set([...local, "PTY", "LEG", "GOV", "MIL", "JUD"])
const everywhere =
  /\b(?:international|world|global|african?|arab|european?|asian?|americas?|nations|borders|transnational|amnesty|watch)\b/i

/// Which country an article is about.
function homeOf(told: Discourse, filed: string | undefined): string | undefined {
  const spoken = new Map<string, number>()
  const sentences = new Map<string, Set<number>>()
  let all = 0
  const speak = (code: string, sentence: number): void => {
    all++
    spoken.set(code, (spoken.get(code) ?? 0) + 1)
    const there = sentences.get(code)
    if (there) there.add(sentence)
    else sentences.set(code, new Set([sentence]))
  }
  for (const phrase of told.phrases)
    if (phrase.form !== "pronoun") for (const code of statesOf(phrase)) speak(code, phrase.sentence)
  for (const {country, sentence} of [...told.scenes.values()].flat()) speak(country, sentence)
  const share = (code: string): number => (all === 0 ? 1 : (spoken.get(code) ?? 0) / all)
  if (filed !== undefined && share(filed) >= 0.4) return filed
  let best: string | undefined
  for (const [code, n] of spoken) if (best === undefined || n > spoken.get(best)!) best = code
  return best !== undefined && share(best) >= 0.7 && sentences.get(best)!.size > 1 ? best : undefined
}

/// "Congo says that the Kivu Front …": named first where only another country is spoken of.
function besideOthers(told: Discourse, {sentence}: Phrase, home: string): boolean {
  const there = new Set(told.inSentence(sentence).flatMap(p => (p.placed ? [] : statesOf(p))))
  for (const {country} of told.scenes.get(sentence) ?? []) there.add(country)
  return there.size > 0 && !there.has(home)
}
