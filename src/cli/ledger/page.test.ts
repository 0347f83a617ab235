import {Hono} from "hono"
import {expect, test} from "vitest"
import {page} from "./page.ts"

const app = new Hono()
app.use(page())

test.each([
  "/../package.json",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/%2e%2e/package.json",
  "/assets/../../../package.json",
  "/....//package.json",
  "/..\\..\\package.json",
  "//etc/passwd",
  "/package.json%00.html"
])("%s is a name that no file of the page has, and reaches none", async path => {
  const answer = await app.fetch(new Request(`http://127.0.0.1${path}`))
  expect(await answer.text()).not.toMatch(/"license"|root:/)
  // the page itself, where it is built; a word on how to build it, where it is not
  expect([200, 503]).toContain(answer.status)
  expect(answer.headers.get("content-type")).toMatch(/^text\//)
})

test("who only asks about a page is answered as who asks for it, without its text", async () => {
  const [head, whole] = await Promise.all(
    ["HEAD", "GET"].map(method => app.fetch(new Request("http://127.0.0.1/ledger", {method})))
  )
  expect(head!.status).toBe(whole!.status)
  expect(await head!.text()).toBe("")
})
