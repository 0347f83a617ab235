import type {BrowserContext, Page} from "playwright-core"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {type Reader, reader} from "./chromium.ts"
import {type Served, served} from "./fixture.ts"

/// The briefing, the map and the timeline in a real Chromium.

let reading: Reader
let site: Served
const open: BrowserContext[] = []
const complaints: string[] = []

beforeAll(async () => {
  reading = await reader()
  site = await served(reading.page)
})
afterEach(async () => {
  for (const context of open.splice(0)) await context.close()
  expect(complaints.splice(0)).toEqual([])
})
afterAll(async () => {
  await site?.close()
  await reading?.close()
})

const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector("main h1") && document.querySelector("main")?.ariaBusy === "false")

async function visit(path: string, context?: BrowserContext): Promise<Page> {
  const made = context ?? (await reading.browser.newContext({viewport: {width: 1440, height: 900}, reducedMotion: "reduce"}))
  if (!context) open.push(made)
  const page = await made.newPage()
  page.on("console", m => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${path}: ${m.text()}`)
  })
  page.on("pageerror", e => complaints.push(`${path}: ${e.message}`))
  page.on("request", r => {
    if (!r.url().startsWith(`${site.url}/`)) complaints.push(`${path} asks ${r.url()}`)
  })
  await page.goto(site.url + path)
  await settled(page)
  return page
}

/// How many rows a number's link opens, in the ledger or in the briefing itself.
async function rowsAt(page: Page, href: string): Promise<number> {
  await page.goto(site.url + href)
  await settled(page)
  if (href.startsWith("/ledger")) return Number(await page.locator(".lead [data-total]").getAttribute("data-total"))
  const more = page.locator(".tail button")
  for (let n = 0; (await more.count()) > 0 && n < 100; n++) {
    const before = await page.locator(".whole :is(tbody tr, .alm li, .lines li)").count()
    await more.click()
    await page.waitForFunction(b => document.querySelectorAll(".whole :is(tbody tr, .alm li, .lines li)").length > b, before)
  }
  return page.locator(".whole :is(.alm li, .lines li, .contra, section > table > tbody > tr)").count()
}

describe("the briefing", () => {
  test("says what is new since the run before, and keeps that in its address", async () => {
    const page = await visit("/briefing")
    expect(new URL(page.url()).search).toBe("?since=1")
    expect(await page.locator("h1").textContent()).toBe("Saturday, 2 November 2024")
    expect((await page.locator(".lead").textContent())!.replace(/\s+/g, " ").trim()).toBe(
      "Since run 1 on 1 November 2024: 2 articles read, 1 event new, 0 grown, 1 corrected, 1 contradicted, 0 withdrawn."
    )
    const values = await page.locator(".contra .vals .big").allTextContents()
    expect(values).toEqual(["1,500", "at least 3,000"])
    expect(await page.locator(".contra .vals").textContent()).toContain("National Intelligence Service")
    expect(await page.locator(".lines").textContent()).toContain("at least 3,000 troops")
  })

  test("every number opens exactly that many rows", async () => {
    const page = await visit("/briefing?since=0")
    const links = await page
      .locator(":is(.lead, dl.health, .dyads > li > div) a.n")
      .evaluateAll(all => all.map(a => ({n: a.textContent!, href: a.getAttribute("href")!})))
    expect(links.length).toBeGreaterThanOrEqual(7)
    for (const {n, href} of links) {
      const number = Number(n.replace(/\D/g, ""))
      // eight thousand days are told by their total alone
      if (number > 1000) {
        await page.goto(site.url + href)
        await settled(page)
        expect(await page.locator(".tail").textContent(), href).toContain(`of ${n}`)
      } else expect(await rowsAt(page, href), href).toBe(number)
    }
  })

  test("who comes again is told what came since, and that nothing did", async () => {
    const first = await visit("/briefing")
    const again = await visit("/briefing", first.context())
    expect(new URL(again.url()).search).toBe("?since=2")
    expect(await again.locator(".since [aria-current]").textContent()).toBe("last visit")
    expect(await again.locator(".speak").first().textContent()).toContain("Nothing new.")
  })

  test("an empty ledger says how to fill it", async () => {
    const empty = await served(reading.page, "empty")
    try {
      const page = await visit("/ledger")
      for (const path of ["/briefing", "/map"]) {
        await page.goto(empty.url + path)
        await settled(page)
        expect(await page.locator(".speak").first().textContent()).toContain("No articles yet.")
      }
    } finally {
      await empty.close()
      // these pages ask another address than the one this test watches
      complaints.splice(0)
    }
  })
})

describe("a pair", () => {
  test("the mean has a band and breaks where nothing happened; offices share its axis; the network is drawn within the page's policy", async () => {
    const page = await visit("/pair/RUS/PRK")
    await page.waitForSelector(".network[data-drawn]")
    expect(await page.locator(".network canvas").count()).toBeGreaterThan(0)
    expect(await page.locator("path.band").count()).toBeGreaterThan(0)
    expect(await page.locator("path.mean").count()).toBeGreaterThan(1)
    const spells = page.locator("svg[aria-label^='Offices held'] a")
    expect(await spells.count()).toBe(3)
    expect(await spells.nth(1).getAttribute("aria-label")).toBe("Dmitry Medvedev, president, 7 May 2008 to 6 May 2012")
    await page.emulateMedia({colorScheme: "dark"})
    await page.waitForSelector(".network[data-drawn='dark']")
    await page.goto(`${site.url}/pair/RUS/PRK?as=table`)
    await settled(page)
    expect(await page.locator(".twin.offices tbody tr").count()).toBe(3)
  })
})

describe("map and timeline", () => {
  test("each place as exactly as it was told, and how many are not on the map", async () => {
    const page = await visit("/map?frame=world")
    await page.waitForSelector(".world .land")
    expect(await page.locator(".world circle.place").count()).toBe(6)
    expect(await page.locator(".world .ctry").textContent()).toContain("North Korea")
    expect(await page.locator(".world .ctry").evaluate(e => e.parentElement!.querySelector("circle"))).toBeNull()
    const links = await page
      .locator(":is(.lead, .prec) a.n, .world a")
      .evaluateAll(all => all.map(a => ({n: a.getAttribute("aria-label") ?? a.textContent!, href: a.getAttribute("href")!})))
    for (const {n, href} of links) {
      if (href.startsWith("#")) continue
      expect(await rowsAt(page, href), `${n} ${href}`).toBe(Number(/([\d,]+)(?: events?| on the map)?$/.exec(n)![1]))
    }
  })

  test("what lies beyond the frame is named at its edge; closer and wider are addresses", async () => {
    const page = await visit("/map?frame=127,39,24")
    await page.waitForSelector(".world .land")
    expect(await page.locator(".world .edge").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^↖ Moscow 30$/), expect.stringMatching(/^New York 15 [↑↗]$/)])
    )
    await page.getByRole("link", {name: "Closer"}).click()
    await page.waitForFunction(() => location.search === "?frame=127,39,15")
    await page.locator(".globe").focus()
    await page.keyboard.press("ArrowRight")
    await page.waitForFunction(() => location.search !== "?frame=127,39,15")
    expect(Number(new URL(page.url()).searchParams.get("frame")!.split(",")[0])).toBeGreaterThan(129)
  })

  test("the time chosen on the lanes narrows the map, by keyboard and by pointer", async () => {
    const page = await visit("/map")
    await page.waitForSelector(".lanes")
    const handle = page.getByRole("slider", {name: "Beginning of the time chosen"})
    await handle.focus()
    await page.keyboard.press("Shift+ArrowRight")
    await page.waitForFunction(() => location.search.startsWith("?since=2001-"))
    await page.keyboard.press("Home")
    await page.waitForFunction(() => location.search === "")
    await page.locator(".lanes").scrollIntoViewIfNeeded()
    const box = (await page.locator(".lanes").boundingBox())!
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height - 34)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height - 34, {steps: 4})
    await page.mouse.up()
    await page.waitForFunction(() => location.search.includes("since=") && location.search.includes("until="))
    await settled(page)
    const n = await page.locator(".lead a.n").first().textContent()
    const address = page.url()
    const fresh = await visit(new URL(address).pathname + new URL(address).search)
    expect(await fresh.locator(".lead a.n").first().textContent()).toBe(n)
    expect(Number(n)).toBeLessThan(60)
    expect(await rowsAt(fresh, (await fresh.locator(".lead a.n").first().getAttribute("href"))!)).toBe(Number(n))
  })

  test("a vague date is a span in its own words, and each lane is one stop of the tab key", async () => {
    const page = await visit("/map?since=2024-01-01&until=2025-01-01&close=yes")
    await page.waitForSelector(".lanes rect[fill^='url(#hq']")
    expect(await page.locator(".lanes a[data-mark][tabindex='0']").count()).toBe(
      await page.locator(".lanes g[role=group]").count()
    )
    expect(await page.locator(".lanes").textContent()).toContain("in October")
    const table = await visit("/map?as=table")
    expect(await table.locator(".twin").count()).toBe(2)
    expect(await table.locator(".twin").last().textContent()).toContain("in that month")
  })

  test("g b and g m lead there", async () => {
    const page = await visit("/ledger")
    await page.keyboard.press("g")
    await page.keyboard.press("m")
    await page.waitForFunction(() => location.pathname === "/map")
    await page.keyboard.press("g")
    await page.keyboard.press("b")
    await page.waitForFunction(() => location.pathname === "/briefing")
  })
})
