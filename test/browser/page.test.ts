import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import {AxeBuilder} from "@axe-core/playwright"
import type {BrowserContext, Page} from "playwright-core"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {type Reader, reader} from "./chromium.ts"
import {type Served, served} from "./fixture.ts"

/// The page as a reader meets it, in a real Chromium.

let reading: Reader
let site: Served
const open: BrowserContext[] = []
/// What must never be: errors on the console, and requests to anybody else.
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

async function visit(path: string, how: {scheme?: "light" | "dark"; width?: number; base?: string} = {}): Promise<Page> {
  const base = how.base ?? site.url
  const context = await reading.browser.newContext({
    colorScheme: how.scheme ?? "light",
    viewport: {width: how.width ?? 1440, height: 900},
    reducedMotion: "reduce"
  })
  open.push(context)
  const page = await context.newPage()
  page.on("console", m => {
    if (m.type() === "error" || m.type() === "warning") complaints.push(`${path}: ${m.text()}`)
  })
  page.on("pageerror", e => complaints.push(`${path}: ${e.message}`))
  page.on("request", r => {
    if (!r.url().startsWith(`${base}/`)) complaints.push(`${path} asks ${r.url()}`)
  })
  await go(page, base + path)
  return page
}

async function go(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await settled(page)
}

/// Every question the page asked is answered and drawn.
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector("main h1") && document.querySelector("main")?.ariaBusy === "false")

const idOf = async (path: string): Promise<string> => {
  const answer = await (await fetch(`${site.url}/api/v1/${path}`)).json()
  return (answer.events ?? answer.articles)[0].id
}
const treaty = (): Promise<string> => idOf("events?search=comprehensive")
const soldiers = (): Promise<string> => idOf("events?search=vladivostok&status=happened")
const article = (): Promise<string> => idOf("articles?search=banners")

const rowsOf = (page: Page) => page.locator("table.led tbody tr")
const total = async (page: Page): Promise<number> => Number(await page.locator(".lead [data-total]").getAttribute("data-total"))
/// All rows the ledger has under the filters in force: what it says it has, and what it shows; an answer that is no longer than here is
/// drawn whole.
async function shown(page: Page): Promise<number> {
  await settled(page)
  await page.waitForFunction(() => !document.querySelector("table.led .yet"))
  const rows = await rowsOf(page).count()
  expect(await total(page)).toBe(rows)
  return rows
}

describe("the four views", () => {
  test("the ledger shows what happened, with counts, a histogram and a way on", async () => {
    const page = await visit("/")
    expect(await page.locator("h1").textContent()).toBe("The ledger")
    expect(await page.locator(".lead").textContent()).toMatch(/^111 events happened or go on\.$/)
    expect(await page.locator(".hist rect.f1").count()).toBeGreaterThan(5)
    expect(await page.locator("table.led").getAttribute("aria-rowcount")).toBe("112")
    expect(await shown(page)).toBe(111)
  })

  test("an event shows who, what, whom, when, where, by whom; where reports differ; and why", async () => {
    const page = await visit(`/event/${await soldiers()}`)
    expect(await page.locator("h1").textContent()).toBe("North Korea aids Russia")
    const text = await page.locator("main").textContent()
    for (const part of [
      "at least 3,000",
      "1,500",
      "8–13 Oct 2024",
      "White House",
      "National Intelligence Service",
      "Why these are one event"
    ])
      expect(text).toContain(part)
    expect(await page.locator(".words blockquote").count()).toBe(2)
  })

  test("an article shows what was coded, what was not and why, and what was taken out", async () => {
    const page = await visit(`/article/${await article()}`)
    expect(await page.locator(".sen").count()).toBe(9)
    expect(await page.locator(".sen.denied, .sen.planned, .sen.background").count()).toBe(3)
    expect(await page.locator("#s4 .mn").textContent()).toContain("an opinion: nobody does anything")
    expect(await page.locator(".debris s").allTextContents()).toEqual(["Read original", "Share", "[gallery ids=“2214”]"])
    expect(await page.locator("#s1 mark.e-what").textContent()).toBe("signed a comprehensive partnership treaty")
  })

  test("actors, one actor, and a pair over time", async () => {
    const page = await visit("/actors")
    await page.getByRole("link", {name: "Russia", exact: true}).first().click()
    await page.waitForSelector(".pairfig")
    expect(await page.locator("h1").textContent()).toBe("Russia")
    await page.locator("table.pairs").getByRole("link", {name: "North Korea"}).click()
    await page.waitForSelector("h1 .amp")
    expect(new URL(page.url()).pathname).toBe("/pair/RUS/PRK")
    await page.waitForSelector(".pairfig rect.f1")
    await page.getByRole("link", {name: "The same as a table"}).click()
    await page.waitForSelector(".twin table")
    expect(new URL(page.url()).search).toBe("?as=table")
  })
})

describe("every number opens exactly that many rows", () => {
  test("facets of the ledger", async () => {
    const page = await visit("/ledger")
    const facets = page.locator(".fac li")
    for (const name of ["THREATEN", "did not happen", "Beijing", "Meridian Post"]) {
      await go(page, `${site.url}/ledger?status=all`)
      const facet = facets.filter({hasText: name}).first()
      const n = Number(await facet.locator("b").textContent())
      if (name === "did not happen") await go(page, `${site.url}/ledger?status=did-not-happen`)
      else await facet.locator("input").check()
      expect(await shown(page), name).toBe(n)
    }
  })

  test("numbers of actors and pairs", async () => {
    const page = await visit("/actors")
    for (const table of ["table.actors", "table.pairs"]) {
      const links = page.locator(`${table} a.n`)
      for (const i of [0, 2, 5]) {
        await go(page, `${site.url}/actors`)
        const n = Number(await links.nth(i).textContent())
        await links.nth(i).click()
        await page.waitForSelector("table.led")
        expect(await shown(page), `${table} ${i}`).toBe(n)
      }
    }
  })

  test("bars of the pair, each by its own class and time, and the sums above them", async () => {
    const page = await visit("/pair/RUS/PRK")
    const sum = Number(await page.locator(".lead a.n").first().textContent())
    const bars = page.locator(".pairfig svg a[href*=bin]")
    const says = await bars.evaluateAll(as => as.map(a => [a.getAttribute("aria-label"), a.getAttribute("href")] as const))
    expect(says.length).toBeGreaterThan(10)
    for (const [label, href] of says.slice(-3)) {
      await go(page, site.url + href)
      expect(await shown(page), label!).toBe(Number(/^\d+/.exec(label!)![0]))
    }
    await go(page, `${site.url}/pair/RUS/PRK`)
    await page.locator(".lead a.n").first().click()
    await page.waitForSelector("table.led")
    expect(await shown(page)).toBe(sum)
  })

  test("the events of an article", async () => {
    const page = await visit(`/article/${await article()}`)
    const link = page.locator(".lead a.n").first()
    const n = Number(/^\d+/.exec((await link.textContent())!)![0])
    await link.click()
    await page.waitForSelector("table.led")
    expect(await shown(page)).toBe(n)
  })
})

describe("every state is an address", () => {
  test("a filtered ledger is restored in a fresh browser", async () => {
    const page = await visit("/ledger")
    await page.locator(".fac li").filter({hasText: "MOBILIZE"}).locator("input").check()
    await page.waitForFunction(() => location.search.includes("type=MOBILIZE"))
    await settled(page)
    await page.keyboard.press("]")
    await page.keyboard.press("Shift+ArrowLeft")
    await page.waitForFunction(() => location.search.includes("until="))
    await settled(page)
    const n = await shown(page)
    expect(n).toBeGreaterThan(0)
    expect(n).toBeLessThan(17)
    const address = page.url().slice(site.url.length)
    const again = await visit(address)
    expect(await shown(again)).toBe(n)
    expect(await again.locator(".chips a").count()).toBe(3)
    expect(await again.locator(".fac li").filter({hasText: "MOBILIZE"}).locator("input").isChecked()).toBe(true)
    const text = (p: Page): Promise<string | null> => p.locator("table.led tbody").textContent()
    expect(await text(again)).toBe(await text(page))
  })

  test("search, sort, back and forth", async () => {
    const page = await visit("/ledger")
    await page.keyboard.press("/")
    await page.keyboard.type("treaty")
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => location.search === "?search=treaty")
    expect(await shown(page)).toBe(1)
    await rowsOf(page).locator("td.wh a").click()
    await page.waitForSelector(".fields")
    expect(await page.locator(".crumb a").first().textContent()).toBe("Ledger, row 1 of 1")
    await page.goBack()
    await page.waitForSelector("table.led")
    expect(await shown(page)).toBe(1)
    await page.goBack()
    await page.waitForFunction(() => document.querySelectorAll("table.led tbody tr").length === 111)
    await page.getByRole("columnheader", {name: "Sure"}).getByRole("link").click()
    await page.waitForFunction(() => location.search === "?sort=-confidence")
    await settled(page)
    const sure = await page.locator("td.su").allTextContents()
    expect(sure).toEqual([...sure].sort((a, b) => Number(b) - Number(a)))
  })

  test("a lit role and a chosen year", async () => {
    const page = await visit(`/event/${await treaty()}?lit=where`)
    expect(await page.locator("button[data-lights=where]").getAttribute("aria-pressed")).toBe("true")
    const pair = await visit("/pair/RUS/PRK?at=2023-01-01&acts=RUS")
    expect(await pair.locator(".cols.pr h2").first().textContent()).toBe("2023")
    expect(await pair.locator(".since [aria-current]").first().textContent()).toBe("Russia")
  })
})

describe("fields light their words", () => {
  const washed = (page: Page) =>
    page
      .locator(".words mark")
      .evaluateAll(ms => ms.filter(m => getComputedStyle(m).backgroundImage !== "none").map(m => m.textContent))

  test("by pointing, by focus, and to stay", async () => {
    const page = await visit(`/event/${await treaty()}`)
    expect(await washed(page)).toEqual([])
    await page.locator(".fld", {hasText: "Where"}).hover()
    expect(await washed(page)).toEqual(["in Pyongyang", "in the northern capital"])
    await page.mouse.move(0, 0)
    expect(await washed(page)).toEqual([])
    await page.locator("button[data-lights=what]").focus()
    expect(await washed(page)).toEqual(["signed a comprehensive partnership treaty", "signed the treaty"])
    await page.keyboard.press("Enter")
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    expect(await washed(page)).toHaveLength(2)
    expect(new URL(page.url()).search).toBe("?lit=what")
    await page.keyboard.press("Escape")
    expect(await washed(page)).toEqual([])
    await page.keyboard.press("5")
    expect(await washed(page)).toEqual(["on Wednesday", "on 19 June"])
  })

  test("and the words light their field", async () => {
    const page = await visit(`/event/${await soldiers()}`)
    await page.locator(".words mark.e-much").first().hover()
    expect(await page.locator(".fld.on dt").textContent()).toBe("How many")
  })
})

describe("by keyboard alone", () => {
  test("through the rows, into an event, to its neighbour, and elsewhere", async () => {
    const page = await visit("/ledger")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("ArrowDown")
    expect(await page.locator('tr[aria-selected="true"]').getAttribute("aria-rowindex")).toBe("4")
    expect(await page.locator("table.led a[tabindex='0']").count()).toBe(3)
    await page.keyboard.press("Enter")
    await page.waitForSelector(".fields")
    expect(await page.locator(".crumb a").first().textContent()).toBe("Ledger, row 3 of 111")
    const title = await page.locator(".crumb .c3").textContent()
    await page.keyboard.press("j")
    await page.waitForFunction(was => document.querySelector(".crumb .c3")?.textContent !== was, title)
    await page.keyboard.press("g")
    await page.keyboard.press("a")
    await page.waitForSelector("table.actors")
    await page.keyboard.press("?")
    expect(await page.locator("dialog h2").textContent()).toBe("Keys")
    await page.locator("dialog input").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("g")
    await page.keyboard.press("l")
    expect(new URL(page.url()).pathname).toBe("/actors")
  })

  test("the handles of the histogram are sliders that say where they are", async () => {
    const page = await visit("/ledger")
    const handle = page.getByRole("slider", {name: "Beginning of the time shown"})
    await handle.focus()
    await page.keyboard.down("ArrowRight")
    expect(new URL(page.url()).search, "nothing is asked before the key is let go").toBe("")
    await page.keyboard.up("ArrowRight")
    await page.waitForFunction(() => location.search.startsWith("?since="))
    expect(await handle.getAttribute("aria-valuetext")).toMatch(/^Q\d 200\d$/)
    await page.keyboard.press("Home")
    await page.waitForFunction(() => location.search === "")
  })

  test("brushing with a pointer", async () => {
    const page = await visit("/ledger")
    const box = (await page.locator(".hist .plot").boundingBox())!
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.75, box.y + 30, {steps: 4})
    await page.mouse.up()
    await page.waitForFunction(() => location.search.includes("since=") && location.search.includes("until="))
    const n = await shown(page)
    expect(n).toBeGreaterThan(5)
    expect(n).toBeLessThan(60)
  })
})

describe("for every reader", () => {
  const views: Readonly<Record<string, () => Promise<string>>> = {
    ledger: async () => "/ledger?type=AID,AGREE&since=2010-01-01",
    event: async () => `/event/${await soldiers()}?lit=what`,
    article: async () => `/article/${await article()}?lit=who`,
    actors: async () => "/actors",
    actor: async () => "/actor/RUS",
    pair: async () => "/pair/RUS/PRK",
    "pair as a table": async () => "/pair/RUS/PRK?as=table",
    briefing: async () => "/briefing?since=1",
    "a list of the briefing": async () => "/briefing?since=0&list=new",
    map: async () => "/map?frame=world",
    "map as a table": async () => "/map?as=table"
  }

  test.each(Object.keys(views))(
    "%s: axe finds nothing serious in light or dark, and nothing scrolls sideways on a narrow screen",
    async name => {
      const page = await visit(await views[name]!())
      const serious = async (look: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> => {
        const {violations} = await look(new AxeBuilder({page}).setLegacyMode(true)).analyze()
        return violations
          .filter(v => v.impact === "serious" || v.impact === "critical")
          .map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(" | ")}`)
      }
      expect(
        await serious(axe => axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])),
        "light"
      ).toEqual([])
      await page.emulateMedia({colorScheme: "dark"})
      // Of what axe looks at, only colours know of themes.
      expect(await serious(axe => axe.withRules(["color-contrast", "link-in-text-block"])), "dark").toEqual([])
      await page.setViewportSize({width: 390, height: 844})
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      if (name === "ledger") {
        expect(await page.locator(".fac details").first().isVisible()).toBe(false)
        await page.getByRole("button", {name: "Filters"}).click()
        expect(await page.locator(".fac details").first().isVisible()).toBe(true)
      }
    },
    120_000
  )

  test("the theme follows the system until it is switched, and the choice is kept before the first paint", async () => {
    const page = await visit("/ledger", {scheme: "dark"})
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await ground()).toBe("rgb(22, 24, 27)")
    await page.getByRole("button", {name: /switch to the light theme/}).click()
    expect(await ground()).toBe("rgb(251, 251, 248)")
    await page.reload({waitUntil: "domcontentloaded"})
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("light")
  })

  test("empty, unknown and unanswered states speak", async () => {
    const none = await visit("/ledger?type=AID&actor=JPN")
    await none.waitForSelector(".speak a")
    expect(await none.locator(".speak").textContent()).toMatch(
      /^No event fits all 2 filters\. Without “of type AID|^No event fits all 2 filters\. Without “done by/
    )
    expect(await none.locator(".chips").textContent(), "a code that no row names gets its name").toContain("done by Japan")
    const empty = await served(reading.page, "empty")
    try {
      const page = await visit("/ledger", {base: empty.url})
      expect(await page.locator(".speak").textContent()).toContain("No articles yet.")
    } finally {
      await empty.close()
    }
    const lost = await visit("/nowhere/at/all")
    expect(await lost.locator("h1").textContent()).toBe("There is no such page.")
    const gone = await visit("/event/0000000000000000")
    expect(await gone.locator(".speak").textContent()).toContain("no event or mention 0000000000000000")
    // The browser itself notes an answer of 404.
    expect(complaints.splice(0).every(c => c.includes("404"))).toBe(true)
  })

  test("an article's text is drawn as text, whatever stands in it", async () => {
    const page = await visit(`/article/${await article()}`)
    expect(await page.locator(".reader").evaluate(e => e.querySelectorAll("script, img, iframe, [onclick]").length)).toBe(0)
  })
})

test("the first screen needs less than 120 kB of script, gzipped", () => {
  const assets = join(reading.page, "assets")
  // what the page names, and what that imports at once; views with libraries of their own are asked for when they are opened
  const first = new Set(
    [...readFileSync(join(reading.page, "index.html"), "utf8").matchAll(/assets\/([\w.-]+\.js)/g)].map(m => m[1]!)
  )
  for (const script of first)
    for (const m of readFileSync(join(assets, script), "utf8").matchAll(
      /(?:^|[;}\n])import(?:[^"'();]*from)?["']\.\/([\w.-]+\.js)/g
    ))
      first.add(m[1]!)
  const size = [...first].reduce((sum, f) => sum + gzipSync(readFileSync(join(assets, f))).length, 0)
  expect(size).toBeGreaterThan(20_000)
  expect(size).toBeLessThan(120_000)
  expect(readdirSync(assets).filter(f => f.endsWith(".js") && !first.has(f)).length, "views that come later").toBeGreaterThan(1)
  const html = readFileSync(join(reading.page, "index.html"), "utf8")
  expect(html).not.toMatch(/<script>|https?:\/\/|style=/)
})
