import type {Article, Event, EventMention} from "../model/model.ts"
import {type BlockKeys, blockKeys, keyNamed} from "./blocks.ts"
import {componentsOf} from "./components.ts"
import {type BookOf, creditsOf, isRevised, signature} from "./copies.ts"
import {type Gist, gistOf} from "./gist.ts"
import {type Judgements, unjudged} from "./judgements.ts"
import {mergeMentions} from "./merge.ts"
import {type DeedsOf, noDeeds} from "./same-deeds.ts"
import {likelihood, nearAt} from "./same-event.ts"

/// The ledger stage as the store uses it. A store keeps mentions in components: sets closed under `near`. When new mentions
/// come, those they are near are looked up by keys, their components joined, and only these merged again. Since a component is
/// decided by its mentions alone, any order of reading ends in the same events.
export interface Ledger {
  /// What is compared of a mention; plain data, to be kept beside it.
  gist(mention: EventMention): Gist
  keys(gist: Gist): BlockKeys
  /// May the two be one event, or stand in doubt? Symmetric.
  near(a: Gist, b: Gist): boolean
  /// All components of some mentions at once, as lists of places in `gists`.
  components(gists: readonly Gist[]): readonly (readonly number[])[]
  /// The events of one component.
  merge(mentions: readonly EventMention[], bookOf: BookOf): readonly Event[]
  signature(text: string): readonly number[]
  /// The agencies an article credits; kept beside its signature and handed to `merge`.
  credits(article: Pick<Article, "text" | "removed">): readonly string[]
  /// Whether an article says of itself that it corrects or updates an earlier one.
  isRevised(article: Pick<Article, "text" | "removed">): boolean
}

/// The ledger as these judgements, and these words for one deed, have it. Mentions judged the same meet under a key of their own and stand in one component.
export function ledgerJudgedBy(judged: Judgements, deedsOf: DeedsOf = noDeeds): Ledger {
  const keys = (gist: Gist): BlockKeys => {
    const {filed, sought} = blockKeys(gist)
    const group = judged.groupOf(gist.id)
    if (group === undefined) return {filed, sought}
    const own = keyNamed(group)
    return {filed: [...filed, own], sought: [...sought, own]}
  }
  const near = (a: Gist, b: Gist): boolean => {
    const group = judged.groupOf(a.id)
    if (group !== undefined && group === judged.groupOf(b.id)) return true
    return (likelihood(a, b) ?? -Infinity) >= nearAt(a, b)
  }
  return {
    gist: mention => gistOf(mention, deedsOf),
    keys,
    near,
    components: gists => componentsOf(gists, keys, near),
    merge: (mentions, bookOf) => mergeMentions(mentions, bookOf, judged, deedsOf),
    signature,
    credits: creditsOf,
    isRevised
  }
}

export const ledger: Ledger = ledgerJudgedBy(unjudged)
