import type {Token} from "../../model/model.ts"
import type {Item} from "./items.ts"

/// How a capital or a seat acts in its sentence; undefined where it is only a place.
export function metonymRole(tokens: readonly Token[], item: Item): string | undefined {
  let top = item.last
  for (let t = item.first; t <= item.last; t++) if (tokens[t]!.head < item.first || tokens[t]!.head > item.last) top = t
  const token = tokens[top]!
  const {relation} = token
  // The word of place right before it counts, whatever the tree says.
  let before = item.first - 1
  while (before >= 0 && /^(?:the|both|downtown|central)$/i.test(tokens[before]!.text)) before--
  const word = before >= 0 && tokens[before]!.sentence === token.sentence ? tokens[before]!.text.toLowerCase() : ""
  if (
    /^(?:in|at|near|outside|inside|around|into|through|across|toward|towards|throughout|via|over|above|within|off|onto|beyond|north|south|east|west)$/.test(
      word
    )
  )
    return undefined
  const after = tokens[item.last + 1]
  if (after && /^['’]s?$/.test(after.text)) return "possessor"
  if (
    after?.text === "," &&
    tokens[item.last + 2] &&
    /^\p{Lu}/u.test(tokens[item.last + 2]!.text) &&
    tokens[item.last + 3]?.text === ","
  )
    return undefined
  if (/^nsubj/.test(relation)) return "subject"
  if (/^conj/.test(relation)) {
    const governor = tokens[token.head]
    if (
      governor &&
      /^(?:nsubj|obj|iobj|obl|nmod)/.test(governor.relation) &&
      !/^(?:city|town|village|suburb|cities|towns)$/.test(governor.text.toLowerCase())
    ) {
      const first = tokens
        .slice(Math.max(governor.index - 3, 0), governor.index)
        .find(t => t.head === governor.index && t.relation === "case")
      return first && /^(?:in|at|near|from|to|for|around|into)$/i.test(first.text) ? undefined : "joined to an actor"
    }
    return undefined
  }
  if (
    word === "by" ||
    word === "with" ||
    word === "between" ||
    word === "against" ||
    (word === "on" && governorIs(tokens, token, speaks))
  )
    return `"${word}"`
  if (/^i?obj$/.test(relation)) {
    const verb = tokens[token.head]
    return verb &&
      /^(?:visit|leave|reach|enter|tour|hit|strike|bomb|shell|attack|rock|bombard|capture|seize|retake|take|besiege|surround|approach|evacuate|flee|quit|shake|pound|encircle|control|storm)$/.test(
        verb.lemma
      )
      ? undefined
      : "object"
  }
  if (word === "to" || word === "from" || word === "of" || word === "and" || word === "for") {
    if (governorIs(tokens, token, speaks)) return `"${word}" after ${tokens[token.head]!.lemma}`
    return undefined
  }
  if (relation === "root" || relation === "appos" || relation === "parataxis" || relation === "vocative") return undefined
  if (word === "" && before < 0) return "first word"
  return undefined
}

const speaks =
  /^(?:send|sell|deliver|supply|give|offer|write|complain|apologi[sz]e|pledge|promise|provide|extend|grant|report|reply|respond|appeal|signal|message|letter|call|demand|request|response|warning|offer|support|aid|pressure|order|approval|reaction|statement|criticism|permission|promise|assurance|protest|accuse|demand|hear|draw|receive|win|seek|get|loyal|close|hostile|ally|enemy|friend|address|hand|relay|convey|present|note|ultimatum|concession|proposal|answer|impose|put|call)$/

function governorIs(tokens: readonly Token[], token: Token, which: RegExp): boolean {
  const governor = tokens[token.head]
  return governor !== undefined && which.test(governor.lemma.toLowerCase())
}
