import * as z from "zod"
import {actorById} from "../../store/questions/counts.ts"
import {codedBy} from "../../store/questions/holding.ts"
import {sourceCount, sourceLines} from "../../store/questions/sources.ts"
import type {
  CodebookAnswer,
  OwnFile,
  OwnKind,
  OwnSaved,
  Preview,
  RegistryDetail,
  RegistryRow,
  RuleDetail,
  SourceRow
} from "../contract.ts"
import {BadRequest, type Brought, type Desk, missing} from "../desk.ts"
import {among, counted, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import * as schemas from "../schemas/brought.ts"
import {job} from "../schemas/jobs.ts"
import {text} from "../schemas/named.ts"
import {keeperOf} from "./runs.ts"

const brought = (desk: Desk): Brought => {
  if (!desk.brought) throw new BadRequest("this ledger does not tell here with what it is read", 404)
  return desk.brought
}

const search = text.max(100).describe("Part of a name")

/// A file's text; its name is fixed, and never part of a request.
const given = z
  .string()
  .max(500_000)
  .describe("The whole file as it would be, YAML as in docs/codebook-own.md and docs/actors.md")

const kindOf = (name: string): OwnKind => {
  if (name === "codebook" || name === "actors") return name
  throw missing(`nothing of the kind ${JSON.stringify(name)}; there are codebook and actors`)
}

/// With what articles are read: the codebook, who is known, the sources; and what a team brings to them, tried before it is saved.
export const broughtAlong: readonly Route[] = [
  route({
    method: "get",
    path: "/codebook",
    name: "getCodebook",
    says: "What every code means and every rule that codes it, a team's own among them",
    answer: schemas.codebook,
    fresh: true,
    reply: async ({desk}) => brought(desk).codebook() satisfies CodebookAnswer
  }),

  route({
    method: "get",
    path: "/rules/{name}",
    name: "getRule",
    says: "One rule as YAML, how much it codes and the latest events of it",
    answer: schemas.ruleDetail,
    fresh: true,
    async reply({desk, part}) {
      const found = brought(desk).rule(part("name"))
      if (!found) throw missing(`no rule ${JSON.stringify(part("name"))}; /codebook lists them`)
      const {reports, events, latest} = await codedBy(desk.store, found.rule.name, 8)
      return {...found, reports, events, latest} satisfies RuleDetail
    }
  }),

  list<RegistryRow>({
    path: "/registry",
    name: "listKnown",
    says: "Who is known, whether or not in any event: those whose name begins with the words looked for come first",
    key: "actors",
    row: schemas.registryRow,
    fresh: true,
    query: z.object({search: search.optional()}),
    page: async ({desk, query}, page) => among(brought(desk).registry(query.search as string | undefined), page),
    total: async ({desk, query}) => brought(desk).registry(query.search as string | undefined).length,
    entry: row => ({
      id: `known:${row.id}`,
      title: row.name,
      words: `${row.kind}, ${row.offices} offices`,
      page: `/codebook/actors/${encodeURIComponent(row.id)}`
    })
  }),

  route({
    method: "get",
    path: "/registry/{id}",
    name: "getKnown",
    says: "Somebody who is known, with every office and how many events there are",
    answer: schemas.registryDetail,
    fresh: true,
    async reply({desk, part}) {
      const found = brought(desk).known(part("id"))
      if (!found) throw missing(`nobody ${JSON.stringify(part("id"))} is known; /registry lists who is`)
      const there = await actorById(desk.store, found.actor.id)
      return {...found, events: there?.actor.events ?? 0} satisfies RegistryDetail
    }
  }),

  list<SourceRow>({
    path: "/sources",
    name: "listSources",
    says: "Outlets of the pile, most articles first: what there is of each, and what nobody else tells",
    key: "sources",
    row: schemas.sourceRow,
    fresh: true,
    query: z.object({search: search.optional()}),
    async page({desk, query}, page) {
      const rows = await sourceLines(desk.store, query.search as string | undefined, page.limit + 1, page.offset)
      const ignored = await ignoredIn(desk)
      return counted(
        rows.map(row => {
          const by = row.publisher === undefined ? undefined : ignored.get(row.publisher)
          return {...row, ...(by && {ignored: by})}
        }),
        page
      )
    },
    total: ({desk, query}) => sourceCount(desk.store, query.search as string | undefined),
    entry: row => ({
      id: `source:${row.publisher ?? ""}`,
      title: row.publisher ?? "no outlet named",
      words: `${row.articles} articles, ${row.events} events`,
      page: "/codebook/sources"
    })
  }),

  route({
    method: "get",
    path: "/own/{what}",
    name: "getOwn",
    says: "The file of a team's own rules (codebook) or actors (actors) that is written over the wire",
    answer: schemas.ownFile,
    fresh: true,
    reply: async ({desk, part}) => brought(desk).file(kindOf(part("what"))) satisfies OwnFile
  }),

  route({
    method: "post",
    path: "/own/{what}",
    name: "saveOwn",
    says: "Checks and writes that file, and begins to read everything again with it",
    body: z.strictObject({text: given, was: text.describe("The hash of the file as it was when it was changed")}),
    answer: schemas.ownSaved,
    status: 202,
    async reply({desk, body, part}) {
      const own = brought(desk)
      keeperOf(desk)
      const file = await own.save(kindOf(part("what")), body.text, body.was)
      return {file, job: desk.jobs.start({what: "recode"})} satisfies OwnSaved
    }
  }),

  route({
    method: "post",
    path: "/previews",
    name: "startPreview",
    says: "Begins to look which events would change if the file held this text; /jobs/ID/events tells how far it is. Nothing is stored",
    body: z.strictObject({what: schemas.ownKind, text: given}),
    answer: job,
    status: 202,
    async reply({desk, body}) {
      const own = brought(desk)
      keeperOf(desk)
      return desk.jobs.start({what: "preview", trial: own.preview(body.what, body.text)})
    }
  }),

  route({
    method: "get",
    path: "/previews/{id}",
    name: "getPreview",
    says: "What a preview has found so far, by the id of its job",
    answer: schemas.preview,
    fresh: true,
    async reply({desk, part}) {
      const [trial, job] = [desk.jobs.trial(part("id")), desk.jobs.one(part("id"))]
      if (!trial || !job) throw missing(`no preview ${part("id")} since this server began`)
      return {...trial.found(), state: job.state} satisfies Preview
    }
  })
]

/// Outlets that a standing correction ignores.
async function ignoredIn({reviewing}: Desk): Promise<ReadonlyMap<string, NonNullable<SourceRow["ignored"]>>> {
  const lines = (await reviewing?.lines()) ?? []
  return new Map(
    lines
      .filter(l => l.correction.op === "ignore-source" && l.state !== "undone")
      .map(({correction: {id, who, when, after}}) => [(after as {publisher: string}).publisher, {id, who, when}] as const)
  )
}
