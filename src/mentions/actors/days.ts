import type {Document, TimeMention, Token} from "../../model/model.ts"

/// Of which day each word tells: the past time that its clause gives ("In 2003 the president …"), else the day of publication. Offices are
/// looked up on that day. Of a month or a year its middle is taken.
export function daysTold(
  document: Document,
  times: readonly TimeMention[],
  published: string | undefined
): (token: number) => string | undefined {
  if (published === undefined || times.length === 0) return () => published
  const {tokens} = document
  const told = new Map<number, string>()
  for (const {means, head, span} of times) {
    const token = tokens[head]
    if (!token || !means?.from || !means.until || means.from >= published || !pointed.has(means.grain)) continue
    if (!/^(?:obl|advmod|nmod:tmod)/.test(token.relation)) continue
    let first = head
    while (first > 0 && tokens[first - 1]!.start >= span.start) first--
    const before = tokens[first - 1]
    const led = before?.sentence === token.sentence ? before.text.toLowerCase() : ""
    if (/^(?:since|until|till|by|before|after|from|to|between|than)$/.test(led)) continue
    const clause = clauseOf(tokens, head)
    if (!told.has(clause)) told.set(clause, means.grain === "day" ? means.from : middle(means.from, means.until))
  }
  if (told.size === 0) return () => published
  return token => told.get(clauseOf(tokens, token)) ?? published
}

const pointed: ReadonlySet<string> = new Set(["day", "week", "month", "season", "quarter", "year"])

function middle(from: string, until: string): string {
  const days = (Date.parse(from) + Date.parse(until)) / 2
  return Number.isFinite(days) ? new Date(days).toISOString().slice(0, 10) : from
}

/// The token that heads the clause around another. What one begins or wants to do is of the same time as the beginning and wanting.
function clauseOf(tokens: readonly Token[], token: number): number {
  let t = token
  for (let steps = 0; steps < 40; steps++) {
    const {relation, head, upos} = tokens[t]!
    if (head < 0) return t
    if (/^(?:ccomp|advcl|acl|csubj|parataxis)/.test(relation) || (relation === "conj" && upos === "VERB")) return t
    t = head
  }
  return t
}
