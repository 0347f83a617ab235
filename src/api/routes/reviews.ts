import * as z from "zod"
import {partiesNamed, placesNamed} from "../../store/questions/doubts.ts"
import type {CorrectionLine, Decided, ReviewCase, ReviewChoices, ReviewQueue} from "../contract.ts"
import {BadRequest, type Desk, type Reviewing} from "../desk.ts"
import {among, list} from "../list.ts"
import {forms, type Route, route, rowsOf} from "../route.ts"
import {named, text} from "../schemas/named.ts"
import {
  correctionLine,
  correctionState,
  counts,
  decision,
  queueNames,
  replayCheck,
  reviewCase,
  reviewChoices,
  reviewQueue,
  reviewState
} from "../schemas/reviews.ts"

const reviewing = (desk: Desk): Reviewing => {
  if (!desk.reviewing) throw new BadRequest("this ledger takes no corrections here", 404)
  return desk.reviewing
}

const who = text.describe("The name of a reviewer")

/// What people say of the ledger, what became of it, and what they are asked next.
export const reviews: readonly Route[] = [
  list<CorrectionLine>({
    path: "/corrections",
    name: "listCorrections",
    says: "Every correction and what became of it, the latest first",
    key: "corrections",
    row: correctionLine,
    fresh: true,
    most: 100_000,
    query: z.object({state: correctionState.optional(), who: who.optional()}),
    also: {counts},
    async page({desk, query}, page) {
      const all = [...(await reviewing(desk).lines())].reverse()
      const wanted = all.filter(
        l => (query.state === undefined || l.state === query.state) && (query.who === undefined || l.correction.who === query.who)
      )
      return {...among(wanted, page), also: {counts: await reviewing(desk).counts()}}
    },
    entry: ({correction, state, says, mention}) => ({
      id: `correction:${correction.id}`,
      title: `${correction.op} by ${correction.who}: ${state}`,
      day: correction.when.slice(0, 10),
      words: says,
      page: mention === undefined ? "/review" : `/event/${mention}`
    })
  }),

  route({
    method: "post",
    path: "/corrections",
    name: "addCorrections",
    says: "One decision of a person: its lines are written to corrections.jsonl and hold at once",
    body: decision,
    answer: named(
      "Decided",
      "The lines as written, and what became of them",
      z.strictObject({corrections: z.array(correctionLine)})
    ),
    status: 201,
    async reply({desk, body}) {
      return {corrections: await reviewing(desk).decide(body)} satisfies Decided
    }
  }),

  route({
    method: "get",
    path: "/reviews",
    name: "listReviews",
    says: "Cases to decide, what may change the most first, one in six of them drawn at random",
    fresh: true,
    query: z.object({
      queue: z.enum(queueNames).optional(),
      who: who.optional(),
      limit: z
        .string()
        .regex(/^[1-9]\d{0,2}$/, "limit is between 1 and 999")
        .optional()
    }),
    answer: named("Reviews", "Cases to decide", reviewQueue),
    forms,
    rows: rowsOf<ReviewQueue, ReviewCase>({
      of: ({cases}) => cases,
      row: reviewCase,
      entry: ({id, doubt, event, article, sentence}) => ({
        id: `case:${id}`,
        title: `in doubt: ${doubt.kind}${doubt.says === undefined ? "" : `, ${doubt.says}`}`,
        ...(article?.published && {day: article.published}),
        ...(sentence && {words: sentence.text}),
        page: event === undefined ? "/review" : `/event/${event}`
      })
    }),
    async reply({desk, query}) {
      const queue = query.queue ?? "doubtful"
      const cases = await reviewing(desk).cases(queue, query.who ?? "", Number(query.limit ?? 100))
      return {queue, cases} satisfies ReviewQueue
    }
  }),

  route({
    method: "get",
    path: "/reviews/state",
    name: "getReviewState",
    says: "How far the review is: what was decided, how right the coding is, what became of corrections",
    fresh: true,
    query: z.object({who: who.optional()}),
    answer: reviewState,
    reply: ({desk, query}) => reviewing(desk).state(query.who)
  }),

  route({
    method: "get",
    path: "/reviews/choices",
    name: "listReviewChoices",
    says: "Parties and places of the ledger whose name holds these letters",
    query: z.object({search: text.min(1).max(100)}),
    answer: named("ReviewChoices", "Parties and places by name", reviewChoices),
    async reply({desk, query}) {
      const [parties, places] = await Promise.all([
        partiesNamed(desk.store, query.search, 8),
        placesNamed(desk.store, query.search, 8)
      ])
      return {parties, places} satisfies ReviewChoices
    }
  }),

  route({
    method: "post",
    path: "/reviews/check",
    name: "checkCorrections",
    says: "Lines of a corrections file held against what is read now; nothing is written",
    body: z.strictObject({text: z.string().max(30_000_000), path: text.optional()}),
    answer: replayCheck,
    reply: ({desk, body}) => reviewing(desk).check(body.text, body.path ?? "corrections")
  })
]
