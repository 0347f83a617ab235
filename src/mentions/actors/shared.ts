import type {Token} from "../../model/model.ts"
import type {Item} from "./items.ts"
import type {ActorLexicon, Meaning} from "./lexicon.ts"
import {entriesOf} from "./nametable.ts"
import {piecesOf} from "./pieces.ts"

/// "*North* and South Korea", "*East* and West German police": the first of two names that share their last word is that of another state.
/// Such words become items of their own, marked as `shared`; whatever else they were taken for is dropped.
export function withShared(items: readonly Item[], tokens: readonly Token[], lexicon: ActorLexicon): readonly Item[] {
  const found = items.flatMap(item => before(item, tokens, lexicon))
  if (found.length === 0) return items
  const taken = new Set(found.map(item => item.first))
  return [...items.filter(item => item.first !== item.last || !taken.has(item.first)), ...found]
}

function before(item: Item, tokens: readonly Token[], lexicon: ActorLexicon): Item[] {
  if (item.pieces.length < 2 || !item.means.some(m => m.is === "country")) return []
  const joint = tokens[item.first - 1]
  const word = tokens[item.first - 2]
  if (!joint || !word || word.sentence !== tokens[item.first]!.sentence) return []
  if (!/^(?:and|or|&)$/.test(joint.text) || !/^\p{Lu}/u.test(word.text)) return []
  const [piece, ...more] = piecesOf(word.text)
  if (piece === undefined || more.length > 0) return []
  const rest = item.pieces.slice(1).join(" ")
  const whole = countries(lexicon, `${piece} ${rest}`)
  // "North and South Sudan": the one is called just Sudan.
  const means = whole.length > 0 || !direction.test(piece) ? whole : countries(lexicon, rest)
  const own = item.means.flatMap(m => (m.is === "country" ? [m.country.key] : []))
  if (means.length === 0 || means.some(m => m.is === "country" && own.includes(m.country.key))) return []
  return [{first: word.index, last: word.index, means, pieces: [piece], shared: true}]
}

const direction = /^(?:north|south|east|west)(?:ern)?$/

const countries = (lexicon: ActorLexicon, name: string): readonly Meaning[] =>
  (entriesOf(lexicon.names, name) ?? []).flatMap(({means}) =>
    means.is === "country" && means.form !== "nickname" ? [means] : []
  )
