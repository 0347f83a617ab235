import {Hono} from "hono"
import {describe, expect, test} from "vitest"
import {guard, headers} from "./guard.ts"

const server = (host: string): Hono => {
  const app = new Hono()
  app.use(...guard({host, token: "secret"}))
  app.all("*", async c => c.text(`in: ${(await c.req.text()).length}`))
  return app
}
const at = (app: Hono, given: Record<string, string>, init: RequestInit & {path?: string} = {}) =>
  app.request(init.path ?? "/api/v1/events", {...init, headers: {host: "127.0.0.1:7117", ...given, ...(init.headers as object)}})

describe("on this machine only", () => {
  const app = server("127.0.0.1")
  const status = async (given: Record<string, string>, init?: RequestInit): Promise<number> => (await at(app, given, init)).status

  test.each([
    ["127.0.0.1:7117", 200],
    ["localhost:7117", 200],
    ["[::1]:7117", 200],
    // a name elsewhere that was turned to this machine
    ["news.example:7117", 403],
    ["127.0.0.1.news.example", 403],
    ["192.168.0.7:7117", 403],
    ["", 403]
  ])("a request for the host %s is answered %d", async (host, expected) => {
    expect(await status({host})).toBe(expected)
  })

  test("a page of another site is turned away, whatever it asks", async () => {
    for (const method of ["GET", "POST", "DELETE"]) {
      expect(await status({origin: "https://news.example"}, {method})).toBe(403)
      expect(await status({origin: "http://127.0.0.1:9999"}, {method})).toBe(403)
      expect(await status({origin: "null"}, {method})).toBe(403)
      expect(await status({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, {method})).toBe(403)
      expect(await status({"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"}, {method})).toBe(403)
    }
    // a form of another site
    const form = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    expect(await status(form, {method: "POST"})).toBe(403)
  })

  test("its own pages, links to them and programs come in", async () => {
    expect(await status({origin: "http://127.0.0.1:7117", "sec-fetch-site": "same-origin"}, {method: "POST"})).toBe(200)
    expect(await status({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"})).toBe(200)
    expect(await status({"sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"})).toBe(200)
    expect(await status({})).toBe(200)
  })

  test("a body has a limit", async () => {
    const body = "a".repeat(33_000_000)
    expect(await status({}, {method: "POST", body})).toBe(413)
    expect(await status({"content-length": "999999999"}, {method: "POST", body: "a"})).toBe(413)
    expect(await status({authorization: "Bearer secret"}, {method: "POST", body})).toBe(200)
  })
})

describe("where others can reach it", () => {
  const app = server("0.0.0.0")
  const host = "192.168.0.7:7117"

  test("everybody is asked for the token", async () => {
    expect((await at(app, {host})).status).toBe(401)
    expect((await at(app, {host, authorization: "Bearer wrong"})).status).toBe(401)
    expect((await at(app, {host, cookie: "annals=wrong"})).status).toBe(401)
    expect((await at(app, {host, authorization: "Bearer secret"})).status).toBe(200)
    expect((await at(app, {host: "news.example"})).status).toBe(403)
  })

  test("an address with the token in it opens the page, and leaves a cookie that only this server is sent", async () => {
    const first = await at(app, {host}, {path: "/ledger?token=secret"})
    expect([first.status, first.headers.get("location")]).toEqual([303, "/ledger"])
    const cookie = first.headers.get("set-cookie")!
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    expect((await at(app, {host, cookie: cookie.split(";")[0]!})).status).toBe(200)
    expect((await at(app, {host}, {path: "/ledger?token=wrong"})).status).toBe(401)
  })
})

test("no script or style may stand in a page", () => {
  const policy = headers["content-security-policy"]!
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})
