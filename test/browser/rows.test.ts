import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import fc from "fast-check"
import type {BrowserContext, Page} from "playwright-core"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {ledger} from "../../src/ledger/ledger.ts"
import {daysAfter, type Reading} from "../../src/model/model.ts"
import {openStore} from "../../src/store/store.ts"
import {writeReadings} from "../../src/store/writes.ts"
import {frameOf, type Place, placeOf, scrolled} from "../../web/scrolled.ts"
import {mention} from "../mentions.ts"
import {type Reader, reader} from "./chromium.ts"
import {type Served, served} from "./fixture.ts"

/// Answers of many rows, of which those in sight are drawn.

const count = 1500
const types = ["CONSULT", "AID", "ASSAULT"] as const

/// An event on every fifth day, from 2004 on.
const readings: Reading[] = Array.from({length: count}, (_, i) => {
  const day = daysAfter("2004-01-01", i * 5)
  const coded = mention({type: types[i % 3]!, actors: ["RUS"], recipients: ["PRK"], day, published: day, words: [`w${i}`]})
  const article = {id: coded.article, text: `met ${i}`, removed: [], published: day}
  return {
    article,
    document: {article, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [coded], uncoded: [], notes: []}
  }
})

let folder: string
let reading: Reader
let site: Served
const open: BrowserContext[] = []
const complaints: string[] = []

beforeAll(async () => {
  reading = await reader()
  folder = mkdtempSync(join(tmpdir(), "annals-rows-"))
  const store = await openStore(folder)
  for (let at = 0; at < count; at += 500) await writeReadings(store, ledger, readings.slice(at, at + 500))
  await store.close()
  site = await served(reading.page, "made", 0, folder)
})
afterEach(async () => {
  for (const context of open.splice(0)) await context.close()
  expect(complaints.splice(0)).toEqual([])
})
afterAll(async () => {
  await site?.close()
  await reading?.close()
  if (folder) rmSync(folder, {recursive: true, force: true})
})

async function visit(path: string, width = 1440): Promise<Page> {
  const context = await reading.browser.newContext({viewport: {width, height: 900}, reducedMotion: "reduce"})
  open.push(context)
  const page = await context.newPage()
  page.on("console", m => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${path}: ${m.text()}`)
  })
  page.on("pageerror", e => complaints.push(`${path}: ${e.message}`))
  await page.goto(site.url + path)
  await drawn(page)
  return page
}

/// All rows in sight are there: a scroll is told to the page with the next frame, and only then are the new rows asked for.
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  await page.waitForFunction(
    () =>
      document.querySelector("main")?.ariaBusy === "false" &&
      document.querySelector("table.led tbody tr") &&
      !document.querySelector("table.led .yet")
  )
}

/// The numbers of the rows that are drawn, those of them that are in sight, and the day of the first of these.
const seen = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>("table.led tbody tr")]
    const number = (tr: HTMLElement): number => Number(tr.getAttribute("aria-rowindex")) - 1
    const head = document.querySelector("table.led thead th")!.getBoundingClientRect().bottom
    const inSight = rows.filter(tr => {
      const {top, bottom} = tr.getBoundingClientRect()
      return top >= Math.max(0, head) - 1 && bottom <= innerHeight
    })
    return {drawn: rows.map(number), inSight: inSight.map(number), day: inSight[0]?.querySelector(".d")?.textContent ?? ""}
  })

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const box = at?.getBoundingClientRect()
    return {
      row: Number(at?.closest("tr")?.getAttribute("aria-rowindex") ?? 1) - 1,
      tag: at?.tagName,
      inSight: box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    }
  })

describe("many rows", () => {
  test("each has its number, and few are drawn; scrolled to any of them it is there", async () => {
    const page = await visit("/ledger")
    const table = page.getByRole("grid", {name: "Events"})
    expect(await table.getAttribute("aria-rowcount")).toBe(String(count + 1))
    expect((await seen(page)).drawn.length).toBeLessThan(80)
    for (const share of [0.5, 0.9, 0.2]) {
      await page.evaluate(s => scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * s), share)
      await drawn(page)
      const {inSight, day} = await seen(page)
      expect(inSight[0]! / count).toBeGreaterThan(share - 0.05)
      expect(inSight[0]! / count).toBeLessThan(share + 0.05)
      expect(inSight).toEqual(inSight.map((_, i) => inSight[0]! + i))
      // the latest first: the row's number tells its day
      const told = daysAfter("2004-01-01", (count - inSight[0]!) * 5)
      expect(day).toContain(String(Number(told.slice(8))))
    }
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await drawn(page)
    expect((await seen(page)).inSight.at(-1)).toBe(count)
  })

  test("its place is in the address, and a fresh browser begins there", async () => {
    const page = await visit("/ledger")
    await page.evaluate(() => scrollTo(0, 20_000))
    await page.waitForFunction(() => location.search.includes("row="))
    await drawn(page)
    const {inSight} = await seen(page)
    const address = page.url().slice(site.url.length)
    expect(address).toBe(`/ledger?row=${inSight[0]}`)
    const again = await visit(address)
    await again.waitForFunction(() => scrollY > 1000)
    await drawn(again)
    expect((await seen(again)).inSight[0]).toBe(inSight[0])
  })

  test("an event opened from far down leads back there", async () => {
    const page = await visit("/ledger?row=900")
    await page.waitForFunction(() => scrollY > 1000)
    await drawn(page)
    await page.locator('tr[aria-rowindex="906"] td.wh a').click()
    await page.waitForSelector(".fields")
    expect(await page.locator(".crumb a").first().textContent()).toBe(`Ledger, row 905 of ${"1,500"}`)
    await page.goBack()
    await drawn(page)
    await page.waitForFunction(() => scrollY > 1000)
    const {inSight} = await seen(page)
    expect(inSight).toContain(905)
  })

  test("by keyboard: end, page, home; what has the focus is in sight, and scrolled away from it, the arrows go on from it", async () => {
    const page = await visit("/ledger")
    await page.keyboard.press("j")
    await page.keyboard.press("End")
    await page.waitForFunction(n => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === String(n + 1), count)
    expect(await focused(page)).toEqual({row: count, tag: "A", inSight: true})
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("PageUp")
    await page.waitForFunction(n => Number(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")) < n - 10, count)
    const {row, inSight} = await focused(page)
    expect(row).toBeLessThan(count - 10)
    expect(inSight).toBe(true)
    await page.evaluate(() => scrollTo(0, 0))
    await page.waitForFunction(() => document.activeElement?.tagName === "TABLE")
    await page.keyboard.press("ArrowDown")
    await page.waitForFunction(n => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === String(n + 2), row)
    expect((await focused(page)).inSight).toBe(true)
    expect(await page.locator("table.led a[tabindex='0']").count()).toBe(3)
    await page.keyboard.press("Home")
    await page.waitForFunction(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") === "2")
  })

  test("another answer begins at its top; the brush keeps to all rows", async () => {
    const page = await visit("/ledger?row=700")
    await page.waitForFunction(() => scrollY > 1000)
    await page.locator(".fac li").filter({hasText: "ASSAULT"}).locator("input").check()
    await page.waitForFunction(() => document.querySelector("table.led")?.getAttribute("aria-rowcount") === "501")
    await drawn(page)
    expect((await seen(page)).inSight[0]).toBe(1)
    await page.evaluate(() => scrollTo(0, 0))
    const box = (await page.locator(".hist .plot").boundingBox())!
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.75, box.y + 30, {steps: 4})
    await page.mouse.up()
    await page.waitForFunction(() => location.search.includes("since=") && location.search.includes("until="))
    await drawn(page)
    await page.waitForFunction(() => Number(document.querySelector("[data-total]")?.getAttribute("data-total")) < 400)
    const total = Number(await page.locator("[data-total]").getAttribute("data-total"))
    expect(total).toBeGreaterThan(50)
    expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(total + 1))
  })

  test("narrow: entries of one height, nothing runs out of the screen", async () => {
    const page = await visit("/ledger?row=500", 390)
    await page.waitForFunction(() => scrollY > 1000)
    await drawn(page)
    expect((await seen(page)).inSight[0]).toBe(500)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

describe("a list taller than a browser draws", () => {
  const frames = fc
    .record({rows: fc.integer({min: 1, max: 3_000_000}), seen: fc.integer({min: 200, max: 2000})})
    .map(({rows, seen}) => frameOf(rows * 32, seen))

  test("its ends are the ends of its frame, and one never leaves it", () => {
    fc.assert(
      fc.property(frames, fc.array(fc.double({min: 0, max: 1, noNaN: true}), {maxLength: 20}), (frame, shares) => {
        const end = Math.max(0, frame.frame - frame.seen)
        let place: Place = {frame: 0, list: 0}
        for (const share of shares) {
          place = scrolled(frame, place, share * end)
          expect(place.list).toBeGreaterThanOrEqual(0)
          expect(place.list).toBeLessThanOrEqual(Math.max(0, frame.list - frame.seen) + 0.001)
        }
        expect(scrolled(frame, place, 0).list).toBe(0)
        if (end > 0) expect(scrolled(frame, place, end).list).toBeCloseTo(frame.list - frame.seen, 3)
      })
    )
  })

  test("a turn of the wheel moves the rows as far as the hand moved; at rest the frame follows", () => {
    const frame = frameOf(1_000_000 * 32, 900)
    let place = placeOf(frame, 16_000_000)
    for (let turn = 0; turn < 50; turn++) place = scrolled(frame, place, place.frame + 100)
    expect(place.list).toBe(16_005_000)
    expect(placeOf(frame, place.list).list).toBe(16_005_000)
    expect(scrolled(frame, place, frame.frame / 4).list / frame.list).toBeCloseTo(0.25, 2)
  })
})
