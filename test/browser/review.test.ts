import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {AxeBuilder} from "@axe-core/playwright"
import type {BrowserContext, Page} from "playwright-core"
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from "vitest"
import type {EventList} from "../../src/api/contract.ts"
import {type Reader, reader} from "./chromium.ts"
import {type Served, served} from "./fixture.ts"

/// The review as somebody does it all day: by keys alone, with nothing lost.

let reading: Reader
/// As it is before anybody reviewed.
let untouched: string
let ledger: string
let site: Served
const open: BrowserContext[] = []
const complaints: string[] = []

beforeAll(async () => {
  reading = await reader()
  untouched = mkdtempSync(join(tmpdir(), "annals-review-"))
  await (await served(reading.page, "made", 0, untouched)).close()
})
beforeEach(async () => {
  ledger = mkdtempSync(join(tmpdir(), "annals-review-"))
  cpSync(untouched, ledger, {recursive: true})
  site = await served(reading.page, "made", 0, ledger)
})
afterEach(async () => {
  for (const context of open.splice(0)) await context.close()
  await site.close()
  rmSync(ledger, {recursive: true, force: true})
  expect(complaints.splice(0)).toEqual([])
})
afterAll(async () => {
  await reading?.close()
  if (untouched) rmSync(untouched, {recursive: true, force: true})
})

async function visit(path = "/review", how: {scheme?: "light" | "dark"; width?: number} = {}): Promise<Page> {
  const context = await reading.browser.newContext({
    colorScheme: how.scheme ?? "light",
    viewport: {width: how.width ?? 1440, height: 900},
    reducedMotion: "reduce"
  })
  open.push(context)
  const tab = await context.newPage()
  tab.on("console", m => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${path}: ${m.text()}`)
  })
  tab.on("pageerror", e => complaints.push(`${path}: ${e.message}`))
  tab.on("request", r => {
    if (!r.url().startsWith(`${site.url}/`)) complaints.push(`${path} asks ${r.url()}`)
  })
  await tab.goto(site.url + path)
  await tab.waitForFunction(() => document.querySelector(".rv") && document.querySelector("main")?.ariaBusy === "false")
  return tab
}

const hears = (tab: Page, says: RegExp): Promise<unknown> =>
  tab.waitForFunction(
    ([source]) => new RegExp(source!).test(document.querySelector('[role="status"][aria-live]')?.textContent ?? ""),
    [says.source]
  )
const caseNow = (tab: Page): Promise<string> => tab.locator(".case").getAttribute("aria-label") as Promise<string>
const allEvents = async (): Promise<EventList> =>
  (await (
    await fetch(
      `${site.url}/api/v1/events?background=all&status=happened,ongoing,planned,possible,did-not-happen&limit=1000&total=1`
    )
  ).json()) as EventList
const lines = (): string[] => readFileSync(join(ledger, "corrections.jsonl"), "utf8").trim().split("\n")

describe("the review", () => {
  test("accept, reject, choose, skip, undo by keys; the next case has the focus, and it is said aloud", async () => {
    const tab = await visit()
    await tab.keyboard.press("a")
    await hears(tab, /^accepted, 1 of \d+$/)
    expect(await tab.evaluate(() => document.activeElement?.getAttribute("data-field"))).toBe("who")
    await tab.keyboard.press("x")
    await hears(tab, /^no event here, 2 of/)
    await tab.keyboard.press("3")
    await tab.keyboard.press("a")
    await hears(tab, /^changed, 3 of/)
    expect(lines().map(l => JSON.parse(l).op)).toEqual(["accept", "reject", "fix-status", "accept"])
    const before = await caseNow(tab)
    await tab.keyboard.press(" ")
    await hears(tab, /^skipped, 3 of/)
    expect(await caseNow(tab)).not.toBe(before)
    await tab.keyboard.press("k")
    expect(await caseNow(tab)).toBe(before)
    await tab.keyboard.press("Backspace")
    await hears(tab, /^taken back: /)
    expect(lines()).toHaveLength(6)
    expect(await tab.locator(".done li").count()).toBe(2)
    await tab.keyboard.press("j")
    await tab.keyboard.press("u")
    await tab.waitForURL(/\/article\/[0-9a-f]+#s\d+$/)
  })

  test("an edit by keyboard: a place by name, saved with enter, told in the event", async () => {
    const tab = await visit()
    const id = await tab.evaluate(async () => (await (await fetch("/api/v1/reviews?limit=100")).json()).cases[0].id as string)
    await tab.keyboard.press("e")
    await tab.waitForFunction(
      () => document.activeElement?.closest('[data-field="who"]') && document.activeElement.tagName !== "TR"
    )
    await tab.locator('[data-field="where"] input').focus()
    await tab.keyboard.press("ControlOrMeta+a")
    await tab.keyboard.type("Moscow")
    await tab.waitForFunction(() => document.querySelector("#known-places option") !== null)
    await tab.keyboard.press("Tab")
    await tab.locator(".why-in:not(.who) input").fill("the dateline")
    await tab.locator(".why-in:not(.who) input").press("Enter")
    await hears(tab, /^changed, 1 of/)
    const {event} = await (await fetch(`${site.url}/api/v1/events/${id}`)).json()
    const mention = event.mentions.find((m: {id: string}) => m.id === id)
    expect(mention.place.means).toMatchObject({id: "g524901", name: "Moscow"})
    expect(mention.corrected).toMatchObject([{op: "fix-place", after: "Moscow", why: "the dateline"}, {op: "accept"}])
  })

  test("a hundred decisions by keyboard alone; any of them undone after a restart", async () => {
    const before = await allEvents()
    let tab = await visit()
    const keys = ["a", "a", "x", "a", "3a"]
    const began = Date.now()
    let done = 0
    for (; done < 100; done++) {
      if ((await tab.locator(".case.over").count()) > 0) break
      for (const key of keys[done % keys.length]!) await tab.keyboard.press(key)
      await hears(tab, new RegExp(`, ${done + 1} of `))
    }
    expect(done).toBeGreaterThan(60)
    expect((Date.now() - began) / done).toBeLessThan(3000)
    await tab.context().close()
    open.length = 0
    await site.close()
    site = await served(reading.page, "made", 0, ledger)
    tab = await visit()
    // as fast as they can be pressed: each waits for its turn
    for (let left = done; left > 0; left--) await tab.keyboard.press("Backspace")
    await expect.poll(() => tab.locator(".done li").count(), {timeout: 120_000}).toBe(0)
    expect(await allEvents()).toEqual(before)
  }, 400_000)

  test("a page elsewhere cannot write", async () => {
    const answer = await fetch(`${site.url}/api/v1/corrections`, {
      method: "POST",
      headers: {"content-type": "text/plain"},
      body: JSON.stringify({who: "x", corrections: [{op: "accept", mention: "x"}]})
    })
    expect(answer.status).toBe(415)
  })

  test.each(["light", "dark"] as const)("axe finds nothing: %s", async scheme => {
    for (const path of ["/review", "/review?queue=double", "/review?queue=orphans"]) {
      const tab = await visit(path, {scheme})
      const {violations} = await new AxeBuilder({page: tab}).analyze()
      expect(violations.map(v => `${path} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
    }
    const tab = await visit("/review", {scheme})
    await tab.keyboard.press("e")
    const {violations} = await new AxeBuilder({page: tab}).analyze()
    expect(violations.map(v => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
  })

  test("nothing runs out of a narrow screen", async () => {
    const tab = await visit("/review", {width: 390})
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    if (process.env.ANNALS_PICTURES) {
      for (const [name, how] of Object.entries({
        light: {scheme: "light", width: 1440},
        dark: {scheme: "dark", width: 1440},
        narrow: {scheme: "light", width: 390}
      } as const)) {
        const shot = await visit("/review", how)
        await shot.keyboard.press("3")
        await shot.screenshot({path: join(process.env.ANNALS_PICTURES, `review-${name}.png`), fullPage: name === "narrow"})
      }
    }
  })
})
