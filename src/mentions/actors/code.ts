import type {ActorMention, Party} from "../../model/model.ts"

/// The PLOVER code of a party: its country (or IGO, UNO, NGO …), then its sectors: "PRK GOV", "ISM REB". Empty where neither is known.
export function codeOf(party: Pick<Party, "country" | "sectors">): string {
  return [...(party.country ? [party.country] : []), ...party.sectors].join(" ")
}

/// Everybody that the word at a token stands for: those of the mention whose head it is, else of the shortest mention around it.
export function partiesAt(
  mentions: readonly ActorMention[],
  token: {readonly index: number; readonly start: number; readonly end: number}
): readonly Party[] {
  let around: ActorMention | undefined
  for (const mention of mentions) {
    if (mention.head === token.index) return partiesOf(mention)
    if (mention.span.start <= token.start && token.end <= mention.span.end) {
      if (!around || mention.span.end - mention.span.start < around.span.end - around.span.start) around = mention
    }
  }
  return around ? partiesOf(around) : []
}

/// All that a mention stands for.
export const partiesOf = (mention: ActorMention): readonly Party[] => mention.all ?? (mention.means ? [mention.means] : [])
