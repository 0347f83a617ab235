import type {Article, Event, EventMention} from "../model/model.ts"
import {type BlockKeys, blockKeys} from "./blocks.ts"
import {creditsOf, signature} from "./copies.ts"
import {type Judgements, unjudged} from "./judgements.ts"
import {type CreditsOf, mergeMentions, type SignatureOf} from "./merge.ts"
import {sameEvent, undecidedAt} from "./same-event.ts"

/// The ledger stage as the store uses it. A store keeps mentions in components: sets closed under `near`. When new mentions
/// come, those they are near are looked up by keys, their components joined, and only these merged again. Since a component is
/// decided by its mentions alone, any order of reading ends in the same events.
export interface Ledger {
  keys(mention: EventMention): BlockKeys
  /// May the two be one event, or stand in doubt? Symmetric.
  near(a: EventMention, b: EventMention): boolean
  /// The events of one component.
  merge(mentions: readonly EventMention[], signatureOf: SignatureOf, creditsOf?: CreditsOf): readonly Event[]
  signature(text: string): readonly number[]
  /// The agencies an article credits; kept beside its signature and handed to `merge`.
  credits(article: Pick<Article, "text" | "removed">): readonly string[]
}

/// The ledger as these judgements have it. Mentions judged the same meet under a key of their own and stand in one component.
export function ledgerJudgedBy(judged: Judgements): Ledger {
  return {
    keys(mention) {
      const keys = blockKeys(mention)
      const group = judged.groupOf(mention.id)
      if (group === undefined) return keys
      const own = `judged ${group}`
      return {filed: [...keys.filed, own], sought: [...keys.sought, own]}
    },
    near(a, b) {
      const group = judged.groupOf(a.id)
      if (group !== undefined && group === judged.groupOf(b.id)) return true
      return (sameEvent(a, b)?.score ?? -Infinity) >= undecidedAt
    },
    merge: (mentions, signatureOf, credits) => mergeMentions(mentions, signatureOf, judged, credits),
    signature,
    credits: creditsOf
  }
}

export const ledger: Ledger = ledgerJudgedBy(unjudged)
