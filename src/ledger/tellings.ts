import {type Gist, gistOf, type Telling} from "./gist.ts"
import {unjudged} from "./judgements.ts"
import {place} from "./placing.ts"
import type {DeedsOf} from "./same-deeds.ts"

/// Groups of ids: which of some tellings are of one event, judged as the ledger judges. Some may be of no known type; those it has no keys
/// to look up by, so each is compared with all: for hundreds of tellings, not for a ledger.
export function tellingGroups(tellings: readonly Telling[], deedsOf: DeedsOf): string[][] {
  const gists = new Map<string, Gist>(tellings.map(t => [t.id, gistOf(t, deedsOf)]))
  const items = [...gists.values()].map(gist => ({gist}))
  const everywhere = {filed: [0], sought: [0]}
  return place(items, () => everywhere, unjudged).groups.map(group => group.members.map(m => m.gist.id))
}
