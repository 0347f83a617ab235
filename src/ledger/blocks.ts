import type {EventMention, Party} from "../model/model.ts"

/// Under which keys a mention is filed, and under which it looks for others of its event. Only those that meet are compared.
/// Law: if b meets a, then a meets b, so that it never matters which of them was read first.
export interface BlockKeys {
  readonly filed: readonly string[]
  readonly sought: readonly string[]
}

/// A key is type, one party and a stretch of time. Days and weeks are filed in stretches of 16 days (with three days to
/// either side, because an article's own day may stand for a deed of the days before); coarse times by year; and those without a time apart.
/// The fine seek the coarse and the undated, and these seek the fine, so a busy pair's days do not meet each other's.
export function blockKeys(mention: EventMention): BlockKeys {
  const who = [...new Set([...mention.actors, ...mention.recipients].map(g => partyKey(g.means)))].sort()
  const {filed, sought} = timeKeys(mention)
  const under = (times: readonly string[]): string[] =>
    who.flatMap(party => times.map(time => `${mention.type}|${party}|${time}`))
  return {filed: under(filed), sought: under(sought)}
}

const partyKey = (party: Party): string => party.country ?? party.id

function timeKeys(mention: EventMention): BlockKeys {
  const time = mention.time?.means
  if (!time?.from || !time.until) return {filed: ["undated"], sought: ["undated", "dated"]}
  const first = Math.floor(Date.parse(`${time.from}T00:00:00Z`) / 86_400_000) - 3
  const last = Math.floor(Date.parse(`${time.until}T00:00:00Z`) / 86_400_000) + 2
  const years: string[] = []
  const [from, until] = [Number(time.from.slice(0, 4)), Number(time.until.slice(0, 4))]
  for (let year = from; year <= until && years.length < 30; year++) years.push(String(year))
  if (last - first > 68) {
    const coarse = years.map(y => `coarse ${y}`)
    return {filed: [...coarse, "dated"], sought: [...coarse, ...years.map(y => `fine ${y}`), "undated"]}
  }
  const slots: string[] = []
  for (let slot = Math.floor(first / 16); slot <= Math.floor(last / 16); slot++) slots.push(`slot ${slot}`)
  return {
    filed: [...slots, ...years.map(y => `fine ${y}`), "dated"],
    sought: [...slots, ...years.map(y => `coarse ${y}`), "undated"]
  }
}
