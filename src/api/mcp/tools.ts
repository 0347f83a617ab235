import * as z from "zod"
import {headline} from "../../export/headline.ts"
import type {
  ArticleDetail,
  Changes,
  EventChange,
  EventDetail,
  EventList,
  Explanation,
  Health,
  HitList,
  Series
} from "../contract.ts"
import {evidenceId} from "../routes/reports.ts"
import {text} from "../schemas/named.ts"
import {claimRow, evidenceDetail} from "../schemas/reports.ts"
import {ceilings, ceilingsOf, type Fact, fact, factOf, source, sourceOf} from "./facts.ts"
import {found, standing} from "./quotes.ts"

/// Asks the API; a refusal is thrown with its own words.
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/// One thing an assistant can do. None of them writes.
export interface Tool {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  answer(ask: Ask, input: Record<string, unknown>): Promise<object>
}

const tool = <I extends z.ZodObject, O extends z.ZodObject>(made: {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly input: I
  readonly output: O
  answer(ask: Ask, input: z.output<I>): Promise<z.input<O>>
}): Tool => made as unknown as Tool

const filters = {
  actor: text.describe("Who acts: a country code (RUS), an actor's id, or part of a name").optional(),
  recipient: text.describe("To whom").optional(),
  party: text.describe("Either side").optional(),
  pair: text.describe("Two of them, whoever acts: RUS,PRK").optional(),
  type: text.describe("PLOVER types: AID,CONSULT").optional(),
  status: text.describe("happened, ongoing, planned, possible, did-not-happen; all of them if not given").optional(),
  place: text.describe("Part of a place's name, or a country code").optional(),
  since: text.describe("From this day on: 2024-06-19").optional(),
  until: text.describe("Before this day").optional(),
  background: z.enum(["yes", "no", "all"]).describe("What is told as history; no if not given").optional()
}

const limit = (most: number, usual: number) =>
  z.int().min(1).max(most).describe(`At most so many, up to ${most}; ${usual} if not given`).optional()
const cursor = text.describe("`next` of the answer before").optional()
const next = text.nullable().describe("The cursor of the next page; null at the last")

const queryOf = (values: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value))
  return query.toString()
}

const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
const health = (ask: Ask): Promise<Health> => json(ask("/api/v1/health"))
const detail = (ask: Ask, id: string): Promise<EventDetail> => json(ask(`/api/v1/events/${encodeURIComponent(id)}`))
const facts = (ask: Ask, ids: readonly string[]): Promise<Fact[]> =>
  Promise.all(ids.map(async id => factOf(await detail(ask, id))))

const shown = (count: number, of: number | undefined, what: string): string[] =>
  of !== undefined && count < of ? [`These are ${count} of ${of} ${what}; say so, or go on with next.`] : []

/// Every tool, in the order an assistant is told of them.
export const tools: readonly Tool[] = [
  tool({
    name: "search_events",
    title: "Search events",
    says: "Events of the ledger by words and filters, the latest first: who did what to whom, when and where, each with the sentence it rests on",
    input: z.object({
      words: text.max(500).describe("All of these have to stand in names, places or quotes").optional(),
      ...filters,
      limit: limit(50, 10),
      cursor
    }),
    output: z.object({facts: z.array(fact), total: z.int(), next, ceilings}),
    async answer(ask, {words, limit = 10, cursor, ...asked}) {
      const page = {...asked, limit, cursor, total: 1}
      const {ids, total, next} =
        words === undefined
          ? await json<EventList>(ask(`/api/v1/events?${queryOf(page)}`)).then(l => ({...l, ids: l.events.map(e => e.id)}))
          : await json<HitList>(ask(`/api/v1/search?${queryOf({...page, q: words})}`)).then(l => ({
              ...l,
              ids: l.hits.map(h => h.id)
            }))
      const [known, rows] = await Promise.all([health(ask), facts(ask, ids)])
      return {facts: rows, total: total ?? rows.length, next, ceilings: ceilingsOf(known, ...shown(rows.length, total, "events"))}
    }
  }),

  tool({
    name: "get_event",
    title: "One event",
    says: "One event in full: every report with its words and source, what each field rests on, where reports contradict one another",
    input: z.object({id: text.describe("An event's id, or that of a report of it")}),
    output: z.object({
      fact,
      fields: z.array(z.object({field: text, value: text, ...source})),
      reports: z.array(z.object({report: text, by: text, stance: text, status: text, ...source})),
      contradictions: z.array(text),
      ceilings
    }),
    async answer(ask, {id}) {
      const [known, found] = await Promise.all([health(ask), detail(ask, id)])
      const {event, articles, sentences} = found
      return {
        fact: factOf(found),
        fields: event.mentions.flatMap(m => fieldsOf(m, articles)),
        reports: event.mentions.map(m => ({
          report: m.id,
          by: m.claim.by.kind === "actor" ? m.claim.by.party.name : (m.claim.by.name ?? m.publisher ?? "the outlet"),
          stance: m.claim.stance,
          status: m.claim.status,
          ...sourceOf(m, articles, sentences)
        })),
        contradictions: (event.account?.conflicts ?? []).map(
          c => `${c.what ?? c.field}: ${c.values.map(v => `${v.value} (${v.lines} lines at most)`).join(" against ")}`
        ),
        ceilings: ceilingsOf(
          known,
          "Reports that copy one another are counted once where their texts show it; “independent” is an upper bound."
        )
      }
    }
  }),

  tool({
    name: "list_claims",
    title: "Who says so",
    says: "Claims: who says what became of events, in whose words. A denial is a claim too",
    input: z.object({event: text.describe("Of one event").optional(), ...filters, limit: limit(100, 20), cursor}),
    output: z.object({claims: z.array(claimRow), next, ceilings}),
    async answer(ask, {limit = 20, ...asked}) {
      const [known, {claims, next}] = await Promise.all([
        health(ask),
        json<{claims: z.output<typeof claimRow>[]; next: string | null}>(ask(`/api/v1/claims?${queryOf({...asked, limit})}`))
      ])
      return {
        claims,
        next,
        ceilings: ceilingsOf(
          known,
          "Who is quoted is coded from the sentence alone; whether they said so, and whether it is so, is not checked."
        )
      }
    }
  }),

  tool({
    name: "get_evidence",
    title: "The very words",
    says: "The words that an id of evidence names, cut anew from the article, with the sentence they stand in",
    input: z.object({id: text.describe("ARTICLE:START-END")}),
    output: z.object({evidence: evidenceDetail, ceilings}),
    async answer(ask, {id}) {
      const [known, evidence] = await Promise.all([
        health(ask),
        json<z.output<typeof evidenceDetail>>(ask(`/api/v1/evidence/${encodeURIComponent(id)}`))
      ])
      return {evidence, ceilings: ceilingsOf(known)}
    }
  }),

  tool({
    name: "series",
    title: "Events over time",
    says: "How many events a day, week, month, quarter or year, by quad class, under filters",
    input: z.object({by: z.enum(["day", "week", "month", "quarter", "year"]).optional(), ...filters}),
    output: z.object({
      by: text,
      bins: z.array(
        z.object({
          from: text,
          until: text,
          events: z.int(),
          verbalCooperation: z.int(),
          materialCooperation: z.int(),
          verbalConflict: z.int(),
          materialConflict: z.int()
        })
      ),
      undated: z.int(),
      examples: z.array(fact).describe("The latest events counted here"),
      ceilings
    }),
    async answer(ask, {by = "month", ...asked}) {
      const [known, {bins, undated}, latest] = await Promise.all([
        health(ask),
        json<Series>(ask(`/api/v1/series?${queryOf({...asked, by, limit: 400})}`)),
        json<EventList>(ask(`/api/v1/events?${queryOf({...asked, limit: 3})}`))
      ])
      const vague = bins.reduce((sum, bin) => sum + bin.vague, 0)
      return {
        by,
        bins: bins.map(
          ({from, until, events, quads: [verbalCooperation, materialCooperation, verbalConflict, materialConflict]}) => ({
            from,
            until,
            events,
            verbalCooperation,
            materialCooperation,
            verbalConflict,
            materialConflict
          })
        ),
        undated,
        examples: await facts(
          ask,
          latest.events.map(e => e.id)
        ),
        ceilings: ceilingsOf(
          known,
          "Counts are of events that these articles report: more articles, more events. They are no measure of what happened.",
          ...(undated > 0 || vague >= 1
            ? [`Not in the bins: ${undated} without a date, about ${Math.round(vague)} told more vaguely than a ${by}.`]
            : []),
          ...(bins.length === 400 ? ["Only the first 400 bins; narrow it with since and until."] : [])
        )
      }
    }
  }),

  tool({
    name: "changes_since",
    title: "What changed",
    says: "What became of events since a day or a run: added, changed, merged, split, removed, and by what cause",
    input: z.object({since: text.describe("A day (2024-06-19) or the number of a run"), limit: limit(100, 20)}),
    output: z.object({
      total: z.int(),
      changes: z.array(
        z.object({
          event: text,
          kind: text,
          causes: z.array(text),
          before: text.optional(),
          after: text.optional(),
          fact: fact.optional()
        })
      ),
      ceilings
    }),
    async answer(ask, {since, limit = 20}) {
      const [known, {changes}] = await Promise.all([health(ask), json<Changes>(ask(`/api/v1/changes?${queryOf({since})}`))])
      const page = changes.slice(0, limit)
      return {
        total: changes.length,
        changes: await Promise.all(
          page.map(async ({event, kind, causes, before, after, other}) => {
            const home = kind === "merged" ? other : kind === "removed" ? undefined : event
            return {
              event,
              kind,
              causes: [...causes],
              ...(before && {before: short(before)}),
              ...(after && {after: short(after)}),
              ...(home !== undefined && {fact: factOf(await detail(ask, home))})
            }
          })
        ),
        ceilings: ceilingsOf(
          known,
          ...shown(page.length, changes.length, "changes"),
          "A change is one of the ledger (new articles, rules or corrections), not of the world."
        )
      }
    }
  }),

  tool({
    name: "explain",
    title: "How a text is coded",
    says: "One text through every step: what is coded from it and by which rule, and why the rest is not. Nothing is stored",
    input: z.object({text: text.max(20_000), date: text.describe("The day it was published: 2024-05-02").optional()}),
    output: z.object({
      codings: z.array(
        z.object({
          says: text,
          status: text,
          background: z.boolean(),
          confidence: z.number(),
          rule: text,
          why: z.array(text),
          quote: text,
          start: z.int(),
          end: z.int()
        })
      ),
      notCoded: z.array(z.object({sentence: text, reason: text})),
      ceilings
    }),
    async answer(ask, {text, date}) {
      const asked = {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify({text, date})}
      const {events, sentences, uncoded} = await json<Explanation>(ask("/api/v1/explain", asked))
      return {
        codings: events.map(m => ({
          says: headline({
            ...m,
            modes: m.mode ? [m.mode] : [],
            actors: m.actors.map(a => a.means),
            recipients: m.recipients.map(r => r.means),
            status: m.claim.status
          } as never),
          status: m.claim.status,
          background: m.background,
          confidence: m.confidence,
          rule: m.why.rule,
          why: [...m.why.says],
          quote: m.predicate.quote,
          start: m.predicate.span.start,
          end: m.predicate.span.end
        })),
        notCoded: uncoded.map(u => ({
          sentence: text.slice(sentences[u.sentence]?.start ?? 0, sentences[u.sentence]?.end ?? 0),
          reason: u.reason
        })),
        ceilings: ["This text is no article of the ledger: it has no source, and nothing of it was checked or stored."]
      }
    }
  }),

  tool({
    name: "verify_quote",
    title: "Is this quoted rightly?",
    says: "Whether words stand in an article of the ledger: exactly, or but for spaces and marks; where, and what stands there instead",
    input: z.object({quote: text.min(3).max(2000), article: text.describe("The id of the article it should be in").optional()}),
    output: z.object({
      verdict: z.enum(["exact", "but for spaces and marks", "not found"]),
      places: z.array(z.object({article: text, ...source, sentence: text})),
      nearest: z.array(z.object({article: text, ...source})).describe("Sentences that hold the same words in another way"),
      ceilings
    }),
    async answer(ask, {quote, article}) {
      const known = await health(ask)
      const ids = article === undefined ? await holding(ask, quote) : [article]
      const read = await Promise.all(ids.map(id => json<ArticleDetail>(ask(`/api/v1/articles/${encodeURIComponent(id)}`))))
      const hits = read.flatMap(one => standing(one, quote))
      const exact = hits.filter(h => h.exact)
      const places = exact.length > 0 ? exact : hits
      return {
        verdict:
          exact.length > 0
            ? ("exact" as const)
            : hits.length > 0
              ? ("but for spaces and marks" as const)
              : ("not found" as const),
        places: places.slice(0, 20).map(({exact: _, ...place}) => place),
        nearest: places.length > 0 ? [] : read.slice(0, 5).flatMap(one => found(one, quote)),
        ceilings: ceilingsOf(
          known,
          ...(places.length === 0
            ? [
                "Not found here does not mean never said: only the articles of this ledger were looked at, of those that hold all its words the latest 20."
              ]
            : [])
        )
      }
    }
  }),

  tool({
    name: "propose_correction",
    title: "Propose a correction",
    says: "A correction to be shown to a person. Nothing is written: only a person can make it, on the page or by sending it themselves",
    input: z.object({
      report: text.describe("The id of the report (mention) that is wrongly coded"),
      op: z.enum(["reject", "set", "fix-place", "fix-date", "fix-status", "note"]),
      role: z
        .enum(["what", "type", "mode", "contexts", "who", "whom", "when", "where", "how-many", "status", "background"])
        .optional(),
      after: z.unknown().describe("What it should be").optional(),
      why: text.describe("Why, in words of the article")
    }),
    output: z.object({accepted: z.literal(false), proposal: z.record(text, z.unknown()), says: text, page: text, ...source}),
    async answer(ask, {report, op, role, after, why}) {
      const {event, articles, sentences} = await detail(ask, report)
      const mention = event.mentions.find(m => m.id === report)
      if (!mention)
        throw new Error(
          `${report} is an event or an older id; name one of its reports: ${event.mentions.map(m => m.id).join(", ")}`
        )
      const said = {op, mention: report, ...(role && {role}), ...(after !== undefined && {after})}
      return {
        accepted: false as const,
        proposal: {who: "(the person who accepts it)", why, corrections: [said]},
        says: "A proposal and no more. A person reads the words, and makes the correction on the event's page or by POST /api/v1/corrections with their own name.",
        page: `/event/${event.id}`,
        ...sourceOf(mention, articles, sentences)
      }
    }
  })
]

const short = (e: NonNullable<EventChange["after"]>): string =>
  `${e.actors.join(", ") || "somebody"}${e.recipients.length > 0 ? ` → ${e.recipients.join(", ")}` : ""}: ${e.type} (${e.status})${e.from ? ` ${e.from}` : ""}${e.place ? ` ${e.place}` : ""}`

function fieldsOf(m: EventDetail["event"]["mentions"][0], articles: EventDetail["articles"]) {
  const article = articles.find(a => a.id === m.article)
  const where = {
    ...(article?.publisher !== undefined && {publisher: article.publisher}),
    ...(article?.published !== undefined && {published: article.published}),
    ...(article?.url !== undefined && {url: article.url})
  }
  const fields: [string, string, readonly {article: string; span: {start: number; end: number}; quote: string}[]][] = [
    ["what", m.mode ? `${m.type} (${m.mode})` : m.type, [m.predicate]],
    ...m.actors.map(a => ["who", a.means.name, a.evidence] as [string, string, typeof a.evidence]),
    ...m.recipients.map(r => ["to whom", r.means.name, r.evidence] as [string, string, typeof r.evidence]),
    ...(m.time
      ? [
          ["when", `${m.time.means.from ?? "?"} (${m.time.means.grain}, ${m.time.basis})`, m.time.evidence] as [
            string,
            string,
            typeof m.time.evidence
          ]
        ]
      : []),
    ...(m.place ? [["where", m.place.means.name, m.place.evidence] as [string, string, typeof m.place.evidence]] : []),
    ...m.tolls.map(t => [t.what, `${t.low ?? "?"} to ${t.high ?? "?"}`, [t.evidence]] as [string, string, [typeof t.evidence]])
  ]
  return fields.flatMap(([field, value, evidence]) =>
    evidence.map(words => ({field, value, evidence: evidenceId(words), quote: words.quote, ...where}))
  )
}

/// Articles that hold all words of a quote.
async function holding(ask: Ask, quote: string): Promise<string[]> {
  const {hits} = await json<HitList>(
    ask(
      `/api/v1/search?${queryOf({q: quote.slice(0, 480).replace(/\S*$/, w => (quote.length > 480 ? "" : w)), in: "articles", limit: 20})}`
    )
  )
  return hits.map(h => h.id)
}
