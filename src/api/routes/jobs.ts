import {streamSSE} from "hono/streaming"
import * as z from "zod"
import type {Job} from "../contract.ts"
import {BadRequest, missing} from "../desk.ts"
import type {Jobs} from "../jobs.ts"
import {among, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {job} from "../schemas/jobs.ts"
import {text} from "../schemas/named.ts"
import {keeperOf} from "./runs.ts"

/// What is to be read comes as the files' own contents, never as paths: no request reaches the file system.
const files = z
  .array(
    z.strictObject({
      name: text.max(500).describe("Told when it cannot be read; nothing is opened by it"),
      text: text.describe("Its contents, where they are text").optional(),
      base64: z.base64().describe("Its contents, where they are not").optional()
    })
  )
  .min(1)
  .max(10_000)

/// Work that takes a while, begun here or by a command, and how far it is.
export const jobs: readonly Route[] = [
  list<Job>({
    path: "/jobs",
    name: "listJobs",
    says: "Reading under way and done since this server began, the latest first",
    key: "jobs",
    row: job,
    fresh: true,
    page: async ({desk}, page) => among(desk.jobs.all(), page),
    entry: row => ({
      id: `job:${row.id}`,
      title: `${row.what}: ${row.state}`,
      day: row.began,
      words: `${row.articles} articles`,
      page: "/runs"
    })
  }),

  route({
    method: "post",
    path: "/jobs",
    name: "startJob",
    says: "Begins to read files, or to read all articles again with today's rules; it waits for what is under way",
    body: z.discriminatedUnion("what", [
      z.strictObject({what: z.literal("recode")}),
      z.strictObject({what: z.literal("read"), files})
    ]),
    answer: job,
    status: 202,
    async reply({desk, body}) {
      keeperOf(desk)
      if (body.what === "recode") return desk.jobs.start(body)
      const {inputs} = desk
      if (!inputs) throw new BadRequest("this ledger is open for reading only", 403)
      async function* each() {
        for (const {name, text, base64} of (body as {files: z.output<typeof files>}).files)
          yield* inputs!(name, text === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(text))
      }
      return desk.jobs.start({what: "read", inputs: each()})
    }
  }),

  route({
    method: "get",
    path: "/jobs/{id}",
    name: "getJob",
    says: "How far a job is",
    answer: job,
    fresh: true,
    reply: async ({desk, part}) => known(desk.jobs, part("id"))
  }),

  route({
    method: "get",
    path: "/jobs/{id}/events",
    name: "watchJob",
    says: "A job as it goes on: server-sent events named progress, the last of them named end, each with the job as data",
    media: {"text/event-stream": "progress … end"},
    fresh: true,
    async reply({c, desk: {jobs}, part}) {
      const {id} = known(jobs, part("id"))
      return streamSSE(c, async out => {
        let stop = (): void => {}
        const over = new Promise<void>(done => {
          const unwatch = jobs.watch(id, told)
          const beat = setInterval(() => out.write(": still here\n\n"), 15_000)
          stop = () => {
            clearInterval(beat)
            unwatch()
            done()
          }
          out.onAbort(stop)
        })
        function told(now: Job): void {
          const isOver = now.ended !== undefined
          const sent = out.writeSSE({event: isOver ? "end" : "progress", data: JSON.stringify(now)})
          if (isOver) sent.then(stop, stop)
        }
        told(known(jobs, id))
        await over
      })
    }
  }),

  route({
    method: "delete",
    path: "/jobs/{id}",
    name: "stopJob",
    says: "Breaks a job off after the batch in hand; what was stored stays",
    answer: job,
    async reply({desk, part}) {
      known(desk.jobs, part("id"))
      return desk.jobs.stop(part("id"))!
    }
  })
]

function known(jobs: Jobs, id: string): Job {
  const job = jobs.one(id)
  if (!job) throw missing(`no job ${id} since this server began`)
  return job
}
