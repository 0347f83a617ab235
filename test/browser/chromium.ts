import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {type Browser, chromium} from "playwright-core"
import {build} from "vite"
import {needChromium} from "../../scripts/chromium.mjs"

/// A real Chromium, and the folder of the page as it is built: `npm test` has built it already and names it in ANNALS_TEST_PAGE.
export interface Reader {
  readonly page: string
  readonly browser: Browser
  close(): Promise<void>
}

export async function reader(): Promise<Reader> {
  const executablePath = needChromium()
  const built = process.env.ANNALS_TEST_PAGE
  const page = built ?? mkdtempSync(join(tmpdir(), "annals-built-"))
  const configFile = resolve(import.meta.dirname, "../../web/vite.config.ts")
  if (built === undefined) await build({configFile, logLevel: "error", build: {outDir: page, emptyOutDir: true}})
  const browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--headless",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      "--disable-component-update",
      "--disable-sync"
    ]
  })
  return {
    page,
    browser,
    async close() {
      await browser.close()
      if (built === undefined) rmSync(page, {recursive: true, force: true})
    }
  }
}
