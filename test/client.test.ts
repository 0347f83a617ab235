import {readFileSync} from "node:fs"
import {join} from "node:path"
import {expect, test} from "vitest"
import {clientOf} from "../src/api/client.ts"
import {openapi} from "../src/api/openapi.ts"
import {routes} from "../src/api/routes/list.ts"
import {client, every, Refused} from "../src/client.ts"

test("the client is as the document says (npm run client writes it)", () => {
  const bare = (source: string): string => source.replace(/[\s,;()|]+/g, "")
  const written = readFileSync(join(import.meta.dirname, "../src/client.ts"), "utf8")
  expect(bare(written) === bare(clientOf(openapi(routes, "")))).toBe(true)
})

/// A server that tells what it was asked, and answers so many pages.
const asked: string[] = []
const ledger = client("http://127.0.0.1:7117/", {
  token: "secret",
  async fetch(url, init) {
    asked.push(`${init!.method} ${url} ${new Headers(init!.headers).get("authorization")} ${init!.body ?? ""}`)
    if (String(url).includes("/actors/")) return new Response('{"status": 404, "detail": "nobody"}', {status: 404})
    const page = Number(new URL(String(url)).searchParams.get("cursor") ?? 0)
    return Response.json({events: [{id: `e${page}`}], next: page < 2 ? String(page + 1) : null})
  }
})

test("parts, query and body go where the API looks for them", async () => {
  await ledger.listEvents({type: "AID", confidence__gte: 0.5})
  await ledger.getEvent("a/b")
  await ledger.explain({text: "Rain fell."})
  expect(asked).toEqual([
    "GET http://127.0.0.1:7117/api/v1/events?type=AID&confidence__gte=0.5 Bearer secret ",
    "GET http://127.0.0.1:7117/api/v1/events/a%2Fb Bearer secret ",
    'POST http://127.0.0.1:7117/api/v1/explain Bearer secret {"text":"Rain fell."}'
  ])
})

test("pages are turned until the last; a refusal comes in the API's own words", async () => {
  const ids: string[] = []
  for await (const event of every(query => ledger.listEvents(query), "events", {type: "AID"})) ids.push(event.id)
  expect(ids).toEqual(["e0", "e1", "e2"])
  await expect(ledger.getActor("nobody")).rejects.toThrow(new Refused(404, "nobody"))
})
