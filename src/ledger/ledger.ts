import type {Article, Event, EventMention} from "../model/model.ts"
import {type BlockKeys, blockKeys, keyNamed} from "./blocks.ts"
import {type BookOf, creditsOf, isRevised, signature} from "./copies.ts"
import {type Gist, gistOf} from "./gist.ts"
import {type Judgements, unjudged} from "./judgements.ts"
import {eventOfGroup, mergeMentions} from "./merge.ts"
import {byAge, type Group, isSwayed, type Placed, placer, stageLinks, sways} from "./placing.ts"
import {type DeedsOf, noDeeds} from "./same-deeds.ts"

/// The ledger stage as the store uses it. A store keeps where each mention stands. When mentions come, those they meet are looked up
/// by keys, and only what comes is placed, and what that sways. Since each mention looks only at those before it, this ends where
/// placing all of them at once does, whatever the order of reading.
export interface Ledger {
  /// What is compared of a mention; plain data, to be kept beside it.
  gist(mention: EventMention): Gist
  keys(gist: Gist): BlockKeys
  /// Below zero if `a` is looked at before `b`.
  byAge(a: Gist, b: Gist): number
  /// What is of one lot is never of one event with what is of another, nor hangs on it.
  lotOf(gist: Gist): string
  /// Puts mentions into events; asked again with more, what it makes judges only what that may change.
  placer(): (items: readonly Placed[]) => ReturnType<ReturnType<typeof placer>>
  /// May anybody be put otherwise because a group is these parts and not those?
  sways(were: Group["parts"], are: Group["parts"]): boolean
  /// Whether a mention is a plan or a denial, which hangs on a deed.
  hangs(gist: Gist): boolean
  /// Would a mention be put otherwise if a group were these parts and not those?
  isSwayed(gist: Gist, were: Group["parts"], are: Group["parts"]): boolean
  /// The links of some plans and denials, by the ids of their groups.
  links(groups: readonly Group[], of: (group: Group) => boolean): ReadonlyMap<string, Event["links"][0]>
  event(
    group: Group,
    mentionOf: (id: string) => EventMention,
    link: Event["links"][0] | undefined,
    bookOf: BookOf,
    before?: Event
  ): Event
  /// The events of all mentions there are.
  merge(mentions: readonly EventMention[], bookOf: BookOf): readonly Event[]
  signature(text: string): readonly number[]
  /// The agencies an article credits; kept beside its signature and handed to `merge`.
  credits(article: Pick<Article, "text" | "removed">): readonly string[]
  /// Whether an article says of itself that it corrects or updates an earlier one.
  isRevised(article: Pick<Article, "text" | "removed">): boolean
}

/// The ledger as these judgements, and these words for one deed, have it. Mentions judged the same meet under a key of their own.
export function ledgerJudgedBy(judged: Judgements, deedsOf: DeedsOf = noDeeds): Ledger {
  const made = new WeakMap<Gist, BlockKeys>()
  const keys = (gist: Gist): BlockKeys => {
    const known = made.get(gist)
    if (known) return known
    const {filed, sought} = blockKeys(gist)
    const group = judged.groupOf(gist.id)
    const own = group === undefined ? [] : [keyNamed(group)]
    const found = {filed: [...filed, ...own], sought: [...sought, ...own]}
    made.set(gist, found)
    return found
  }
  // judgements of people may keep apart or bring together whatever suits
  const isNamed = ({id}: Gist): boolean => judged.named.has(id)
  return {
    gist: mention => gistOf(mention, deedsOf),
    keys,
    byAge,
    // what is of one type meets nothing of another, unless somebody judged them the same
    lotOf: ({type}) => (judged.named.size > 0 ? "" : (type ?? "")),
    placer: () => placer(keys, judged),
    sways: (were, are) => judged.named.size > 0 || sways(were, are),
    hangs: gist => gist.stage !== "deed",
    isSwayed: (gist, were, are) =>
      isNamed(gist) || [...were, ...are].some(part => part.some(isNamed)) || isSwayed(gist, were, are),
    links: (groups, of) => stageLinks(groups, keys, judged, of),
    event: eventOfGroup,
    merge: (mentions, bookOf) => mergeMentions(mentions, bookOf, judged, deedsOf),
    signature,
    credits: creditsOf,
    isRevised
  }
}

export const ledger: Ledger = ledgerJudgedBy(unjudged)
