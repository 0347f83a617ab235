// Takes the pictures of the page for README and docs: the sample pile, served as a user would. Run: npm run pictures
import {spawn} from "node:child_process"
import {mkdirSync, mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {chromium as browser} from "playwright-core"
import {chromium} from "./chromium.mjs"
import {ready, root} from "./ready.mjs"

ready()
const folder = mkdtempSync(join(tmpdir(), "annals-pictures-"))
const pictures = join(root, "docs", "pictures")
mkdirSync(pictures, {recursive: true})
const server = spawn(process.execPath, [join(root, "dist", "main.js"), "demo", "--port", "0", "--no-open", "--ledger", folder], {
  stdio: ["ignore", "pipe", "inherit"]
})
const address = await new Promise(found =>
  server.stdout.setEncoding("utf8").on("data", text => found(text.trim().split("\n").at(-1)))
)
const window = await browser.launch({
  executablePath: chromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
})
try {
  // the event that most independent outlets tell
  const {events} = await (await fetch(`${address}api/v1/events?sort=-reports&limit=100`)).json()
  events.sort((a, b) => b.independent - a.independent || b.reports - a.reports)
  const event = await (await fetch(`${address}api/v1/events/${events[0].id}`)).json()
  const views = {
    briefing: "briefing",
    ledger: "ledger",
    event: `event/${events[0].id}`,
    article: `article/${event.articles[0].id}`,
    actors: "actors",
    pair: "pair/PRK/RUS",
    map: "map",
    review: "review",
    codebook: "codebook/rules/accuse",
    runs: "codebook/runs?a=0&b=1"
  }
  for (const [scheme, width] of [
    ["light", 1440],
    ["dark", 1440],
    ["light", 390]
  ]) {
    const context = await window.newContext({viewport: {width, height: width > 500 ? 900 : 844}, colorScheme: scheme})
    const page = await context.newPage()
    for (const [name, path] of Object.entries(views)) {
      await page.goto(`${address}${path}`, {waitUntil: "networkidle"})
      if (name === "codebook") {
        // what would change if this rule were switched off
        await page.getByRole("button", {name: "Switch off"}).click()
        await page.waitForSelector(".imp-s .impact", {timeout: 120_000})
      }
      await page.screenshot({path: join(pictures, `${name}-${width > 500 ? scheme : "narrow"}.png`)})
    }
    await context.close()
  }
} finally {
  await window.close()
  server.kill("SIGTERM")
  rmSync(folder, {recursive: true, force: true})
}
