import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {Readable} from "node:stream"
import {AxeBuilder} from "@axe-core/playwright"
import type {BrowserContext, Page} from "playwright-core"
import {afterAll, afterEach, beforeAll, describe, expect, test} from "vitest"
import {articlesFrom} from "../../src/articles/read.ts"
import {deskOn} from "../../src/cli/ledger/desk.ts"
import {openStore, type Store} from "../../src/store/store.ts"
import {type Reader, reader} from "./chromium.ts"
import {type Served, serving} from "./fixture.ts"

/// Codebook, actors, sources and runs in a real Chromium, over a small ledger that is really read.

const articles = [
  ["Herald", "2024-07-10", "Kenyan police arrested 12 protesters in Nairobi on Tuesday."],
  ["Star", "2024-07-12", "Kenyan police detained the Ugandan envoy in Mombasa on Thursday."],
  ["Star", "2024-07-14", "Turkana herders rustled cattle from Ugandan villagers on Saturday. Kenya thanked Uganda."],
  ["Courier", "2024-08-02", "Kenya accused Uganda of smuggling. Ada Ndovu met the Ugandan president on Friday."]
].map(([publisher, published, text]) =>
  JSON.stringify({url: `https://${publisher}.example/${published}`, publisher, published, text})
)

let reading: Reader
let folder: string
let store: Store
let desk: ReturnType<typeof deskOn>
let site: Served
const open: BrowserContext[] = []
const complaints: string[] = []
/// What is refused is told to the console by the browser itself.
let refused = false

beforeAll(async () => {
  reading = await reader()
  folder = mkdtempSync(join(tmpdir(), "annals-codebook-"))
  store = await openStore(folder)
  desk = deskOn(store, {token: "secret", jobs: 1})
  const inputs = []
  for await (const one of articlesFrom(["-"], {stdin: Readable.from([articles.join("\n")])})) inputs.push(one)
  await desk.keeper.begin("read")
  await desk.add(inputs)
  await desk.keeper.end()
  site = await serving(reading.page, desk)
})
afterEach(async () => {
  for (const context of open.splice(0)) await context.close()
  expect(complaints.splice(0).filter(c => !(refused && c.includes("status of 400")))).toEqual([])
  refused = false
})
afterAll(async () => {
  await site?.close()
  await desk?.close()
  await store?.close()
  await reading?.close()
  if (folder) rmSync(folder, {recursive: true, force: true})
})

async function visit(path: string, how: {scheme?: "light" | "dark"; width?: number} = {}): Promise<Page> {
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
  await settled(tab)
  return tab
}
const settled = (tab: Page): Promise<unknown> =>
  tab.waitForFunction(() => document.querySelector("main h1") && document.querySelector("main")?.ariaBusy === "false")
const looked = (tab: Page): Promise<unknown> => tab.waitForSelector(".imp-s .impact, .imp-s .speak b", {timeout: 60_000})
const pageYaml = (what: string): string | undefined => {
  const path = join(folder, what, "page.yaml")
  return existsSync(path) ? readFileSync(path, "utf8") : undefined
}

describe("the codebook", () => {
  test("types lead to their rules, a word to the rules that hang on it", async () => {
    const tab = await visit("/codebook")
    const n = Number(await tab.locator(".types tr", {hasText: "COERCE"}).locator("a.n").textContent())
    await tab.locator(".types tr", {hasText: "COERCE"}).locator("a.n").click()
    await tab.waitForURL(/type=COERCE/)
    expect(await tab.locator(".rules tbody tr").count()).toBe(n)
    await tab.goto(`${site.url}/codebook?search=apprehend`)
    await settled(tab)
    expect(await tab.locator(".rules tbody a").first().textContent()).toBe("arrest")
  })

  test("a rule is changed by keyboard: looked at, refused where it is wrong, saved, and read with", async () => {
    refused = true
    const tab = await visit("/codebook/rules/arrest")
    const text = tab.locator("textarea")
    await text.focus()
    const was = await text.inputValue()
    await text.fill(was.replace("code: COERCE", "code: COERSE"))
    await tab.keyboard.press("Control+Enter")
    await tab.waitForSelector(".imp-s [role=alert]")
    expect(await tab.locator(".imp-s .wrong").textContent()).toMatch(/^codebook\/page\.yaml:\d+: code should be a PLOVER type/)
    await text.fill(was.replace("code: COERCE", "code: ASSAULT").replace("mode: arrest", "mode: abduct"))
    await tab.keyboard.press("Control+Enter")
    await looked(tab)
    expect(await tab.locator(".impact b").allTextContents()).toEqual(["2", "0", "0", "2"])
    expect(await tab.locator(".imp tbody tr").count()).toBe(2)
    expect((await tab.locator(".imp tbody tr").first().textContent())!.replace(/\s+/g, " ")).toMatch(
      /COERCE, arrest.*ASSAULT, abduct/
    )
    expect(pageYaml("codebook")).toBeUndefined()
    await tab.getByRole("button", {name: "Save: 2 events change"}).press("Enter")
    await tab.waitForFunction(
      () => document.querySelector(".saved")?.textContent?.includes("Everything is read again"),
      undefined,
      {
        timeout: 120_000
      }
    )
    expect(pageYaml("codebook")).toBe("rules:\n  - name: arrest\n    code: ASSAULT\n    mode: abduct\n")
    await tab.getByRole("link", {name: "What it changed"}).click()
    await tab.waitForSelector(".runs")
    expect(await tab.locator(".runs tbody tr").first().textContent()).toContain("codebook")
  }, 300_000)

  test("a rule is switched off, looked at, and let go again", async () => {
    const tab = await visit("/codebook/rules/arrest")
    await tab.getByRole("button", {name: "Switch off"}).click()
    await looked(tab)
    expect(await tab.locator(".impact button").nth(2).textContent()).toMatch(/^−2/)
    await tab.getByRole("button", {name: "Discard"}).click()
    await tab.getByRole("button", {name: "Back to the shipped rule"}).waitFor()
    expect(await tab.locator(".imp-s .impact").count()).toBe(0)
  }, 120_000)
})

describe("actors, sources, runs", () => {
  test("a name nobody knows is written down with an office", async () => {
    const tab = await visit("/codebook/actors")
    await tab.getByRole("link", {name: "Add Ada Ndovu to those known"}).click()
    await tab.waitForSelector("textarea")
    await tab.locator("textarea").fill("name: Ada Ndovu\ncountry: KEN\n")
    await tab.getByLabel("Title").fill("foreign minister")
    await tab.getByLabel("First day", {exact: true}).fill("2024-01")
    await tab.getByLabel("First day", {exact: true}).press("Enter")
    expect(await tab.locator("textarea").inputValue()).toBe(
      "name: Ada Ndovu\ncountry: KEN\nroles:\n  - {title: foreign minister, from: 2024-01}\n"
    )
    await tab.getByRole("button", {name: "See what would change"}).click()
    await looked(tab)
    expect(await tab.locator(".imp tbody").textContent()).toContain("Ada Ndovu (KEN)")
  }, 120_000)

  test("a source is ignored after it is told what would go, and counted again", async () => {
    const tab = await visit("/codebook/sources")
    const row = tab.locator(".sources tbody tr", {hasText: "Courier"}).first()
    const n = Number(await row.locator("a.n").textContent())
    await tab.getByRole("button", {name: "Ignore … Courier"}).press("Enter")
    expect(await tab.locator(".ask").textContent()).toContain("that nobody else tells would vanish")
    await tab.locator(".ask input").fill("a tabloid")
    await tab.keyboard.press("Enter")
    await tab.getByRole("button", {name: "Count it again: Courier"}).waitFor()
    expect(await row.locator("a.n").count()).toBe(0)
    await tab.getByRole("button", {name: "Count it again: Courier"}).click()
    await tab.getByRole("button", {name: "Ignore … Courier"}).waitFor()
    expect(Number(await row.locator("a.n").textContent())).toBe(n)
    await row.locator("a.n").click()
    await tab.waitForSelector("[data-total]")
    expect(Number(await tab.locator("[data-total]").getAttribute("data-total"))).toBe(n)
  })

  test("every number of a run opens just so many changes", async () => {
    const tab = await visit("/codebook/runs")
    const links = await tab
      .locator(".runs a.n")
      .evaluateAll(all => all.map(a => ({n: a.textContent!, href: a.getAttribute("href")!})))
    expect(links.length).toBeGreaterThan(0)
    for (const {n, href} of links) {
      await tab.goto(site.url + href)
      await settled(tab)
      expect(await tab.locator(".diffs-t tbody tr").count(), href).toBe(Number(n.replace(/\D/g, "")))
    }
  })

  test("a view of the ledger is given a name, another, and none", async () => {
    const tab = await visit("/ledger?type=ACCUSE")
    await tab.getByRole("button", {name: "Save this view"}).click()
    await tab.keyboard.type("accusations")
    await tab.keyboard.press("Enter")
    await tab.waitForSelector('.saved-views a[aria-current="true"]')
    await tab.goto(`${site.url}/ledger`)
    await settled(tab)
    await tab.getByRole("link", {name: "accusations"}).click()
    await tab.waitForURL(/type=ACCUSE/)
    await tab.getByRole("button", {name: "Rename"}).click()
    await tab.keyboard.type("who blames whom")
    await tab.keyboard.press("Enter")
    await tab.getByRole("link", {name: "who blames whom"}).waitFor()
    expect(await tab.locator(".saved-views a").count()).toBe(1)
    await tab.getByRole("button", {name: "Delete"}).click()
    await tab.getByRole("button", {name: "Save this view"}).waitFor()
    expect(await tab.locator(".saved-views a").count()).toBe(0)
  })
})

const paths = [
  "/codebook",
  "/codebook?type=COERCE",
  "/codebook/rules/arrest",
  "/codebook/rules/new?type=AID",
  "/codebook/actors?search=ndovu",
  "/codebook/actors/emmanuel-macron",
  "/codebook/sources",
  "/codebook/runs?a=0&b=1"
]

test.each(["light", "dark"] as const)(
  "axe finds nothing: %s",
  async scheme => {
    for (const path of paths) {
      const tab = await visit(path, {scheme})
      const {violations} = await new AxeBuilder({page: tab}).analyze()
      expect(violations.map(v => `${path} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
      await open.pop()!.close()
    }
  },
  120_000
)

test("nothing runs out of a narrow screen", async () => {
  for (const path of paths) {
    const tab = await visit(path, {width: 390})
    expect(await tab.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390)
    await open.pop()!.close()
  }
})
