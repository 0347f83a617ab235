import {existsSync, readFileSync} from "node:fs"
import {version} from "../ledger/desk.ts"
import {type Archive, openArchive} from "../web/archive.ts"
import {NotFetched} from "../web/get.ts"
import {addressesIn, linksIn} from "../web/links.ts"
import {type Guest, guest} from "../web/polite.ts"
import {readInto, say} from "./read.ts"

export interface FetchOptions {
  readonly ledger: string
  readonly delay: string
  readonly allowLocal?: boolean
  readonly robots: boolean
}

export interface WatchOptions extends FetchOptions {
  readonly every: string
  readonly once?: boolean
}

/// Who we say we are.
const agent = (): string => `annals/${version()}`

const guestOf = (options: FetchOptions): Guest =>
  guest({agent: agent(), delay: Number(options.delay), robots: options.robots, ...(options.allowLocal && {local: true})})

/// `annals fetch URL|FILE|-…`: pages, kept as they came beside the ledger and read into it. A page that was had or refused before is not asked for
/// again, so an interrupted run goes on where it stopped.
export async function fetchPages(sources: readonly string[], options: FetchOptions): Promise<number> {
  if (!sane(options.delay)) return 2
  const archive = openArchive(options.ledger)
  const web = guestOf(options)
  const pages = sources.flatMap(addressesOf)
  if (pages.length === 0) {
    process.stderr.write("annals fetch: no addresses; give some, or a file with one a line\n")
    return 2
  }
  const missed = await pagesInto(archive, web, pages)
  if (archive.kept > 0) await readKept(archive, options)
  process.stderr.write(`${archive.kept} pages fetched, ${missed} not, ${pages.length - archive.kept - missed} asked for before\n`)
  return archive.kept === 0 && missed > 0 ? 1 : 0
}

/// `annals watch FEED|OPML…`: what is new in feeds, fetched politely and read into the ledger, every so often until interrupted.
export async function watch(sources: readonly string[], options: WatchOptions): Promise<number> {
  const pause = seconds(options.every)
  if (!sane(options.delay)) return 2
  if (pause === undefined) {
    process.stderr.write(`annals watch: --every ${options.every} is no time; times look like 15m, 90s, 2h\n`)
    return 2
  }
  const feeds = sources.flatMap(addressesOf)
  if (feeds.length === 0) {
    process.stderr.write("annals watch: no feeds; give their addresses, or an OPML file\n")
    return 2
  }
  const web = guestOf(options)
  for (let round = 1; ; round++) {
    const archive = openArchive(options.ledger)
    let missed = 0
    let unchanged = 0
    for (const feed of feeds) {
      try {
        const answer = await web.fetch(feed, archive.feed(feed))
        if (answer.status === 304) unchanged++
        else if (answer.status !== 200) throw new NotFetched(`answered ${answer.status}: check the address`)
        else {
          const links = linksIn(Buffer.from(answer.body).toString("utf8"), answer.url)
          missed += await pagesInto(archive, web, links)
          archive.tell(feed, answer)
        }
      } catch (error) {
        if (!(error instanceof NotFetched)) throw error
        missed++
        process.stderr.write(`${feed} ${error.message}\n`)
      }
    }
    if (archive.kept > 0) await readKept(archive, options)
    process.stderr.write(
      `round ${round}: ${archive.kept} new pages, ${missed} not had, ${unchanged} of ${feeds.length} feeds unchanged\n`
    )
    if (options.once) return archive.kept === 0 && missed > 0 ? 1 : 0
    await new Promise(done => setTimeout(done, pause * 1000))
  }
}

async function pagesInto(archive: Archive, web: Guest, pages: readonly string[]): Promise<number> {
  let missed = 0
  for (const page of new Set(pages)) {
    if (archive.has(page)) continue
    try {
      const answer = await web.fetch(page)
      if (answer.status !== 200) throw new NotFetched(`answered ${answer.status}: look at it in a browser`)
      archive.keep(page, answer)
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error
      missed++
      process.stderr.write(`${page} ${error.message}\n`)
      // what may be well later is asked for again
      if (!/later|reached/.test(error.message)) archive.miss(page, error.message)
    }
  }
  return missed
}

async function readKept(archive: Archive, options: FetchOptions): Promise<void> {
  const {summary} = await readInto([archive.file], {ledger: options.ledger})
  say(summary, options.ledger)
}

/// Addresses: one itself, a file with one a line (# begins a remark), a table or JSON that names them, or an OPML file; "-" is
/// standard input.
function addressesOf(source: string): string[] {
  if (/^https?:\/\//.test(source)) return [source]
  if (source !== "-" && !existsSync(source)) throw new Error(`${source} is neither a web address nor a file: check the spelling`)
  const text = readFileSync(source === "-" ? 0 : source, "utf8")
  if (/<opml\b/i.test(text.slice(0, 2000))) return linksIn(text, "about:blank")
  const listed = /^\s*(https?:\/\/|#)/.test(text) ? undefined : addressesIn(text)
  if (listed) return listed
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== "" && !line.startsWith("#"))
}

function seconds(text: string): number | undefined {
  const match = /^(\d{1,5})(s|m|h)$/.exec(text)
  return match ? Math.max(1, Number(match[1])) * {s: 1, m: 60, h: 3600}[match[2] as "s" | "m" | "h"] : undefined
}

function sane(delay: string): boolean {
  const fine = /^\d{1,3}(\.\d+)?$/.test(delay)
  if (!fine) process.stderr.write(`--delay ${delay} is no number of seconds\n`)
  return fine
}
