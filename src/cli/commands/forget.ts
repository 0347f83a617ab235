import {existsSync, readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {compact} from "../../store/compact.ts"
import {meantArticles, wouldForget} from "../../store/forget.ts"
import {openStore} from "../../store/store.ts"
import {deskOn} from "../ledger/desk.ts"
import {ownerOf} from "../ledger/owner.ts"

export interface ForgetOptions {
  readonly ledger: string
  readonly store?: string
  /// The name is an outlet's: everything of it goes.
  readonly source?: boolean
  readonly yes?: boolean
}

/// `annals forget NAME`: takes an article, or all of an outlet, out of the ledger for good: text and quotations gone, events counted anew.
export async function forget(name: string, options: ForgetOptions): Promise<number> {
  const owner = options.store === undefined ? ownerOf(options.ledger) : undefined
  if (owner) {
    process.stderr.write(`process ${owner.pid} serves the ledger ${options.ledger}; stop it, then forget\n`)
    return 1
  }
  const store = await openStore(options.ledger, true, options.store)
  let told = ""
  try {
    const articles = await meantArticles(store, name, options.source === true)
    if (articles.length === 0) {
      process.stderr.write(
        options.source
          ? `no article of ${JSON.stringify(name)}; annals export --as sources lists the outlets\n`
          : `no article ${JSON.stringify(name)}; say its id or its address, or with --source the name of an outlet\n`
      )
      return 1
    }
    const {mentions, events, alone} = await wouldForget(store, articles)
    told = `${articles.length} ${articles.length === 1 ? "article" : "articles"}, ${mentions} reports; of ${events} events ${alone} are told by nobody else`
    if (!options.yes) {
      process.stderr.write(`would forget ${told}\nthis cannot be undone; the same command with --yes does it\n`)
      return 2
    }
    const desk = deskOn(store, {token: "own", jobs: 1})
    await desk.keeper.begin("forget")
    await desk.keeper.forget(articles)
    await desk.close()
    for (const line of elsewhere(store.folder, articles)) process.stderr.write(`${line}\n`)
  } finally {
    await store.close()
  }
  await compact(options.ledger, options.store)
  process.stderr.write(`forgotten: ${told}\n`)
  return 0
}

/// Where words of these articles may still lie, which are not the program's to change.
function elsewhere(folder: string, articles: readonly string[]): string[] {
  const lines: string[] = []
  const corrections = join(folder, "corrections.jsonl")
  if (existsSync(corrections)) {
    const at = readFileSync(corrections, "utf8")
      .split("\n")
      .flatMap((line, i) => (articles.some(id => line.includes(id)) ? [i + 1] : []))
    if (at.length > 0) lines.push(`still there: ${corrections}, line ${at.join(", ")}; take what they quote out by hand`)
  }
  const fetched = join(folder, "fetched")
  if (existsSync(fetched)) lines.push(`perhaps still there: pages in ${fetched}, kept as they were fetched`)
  for (const copy of readdirSync(folder).filter(f => /^annals-shape-\d+\.duckdb$/.test(f)))
    lines.push(`still there: ${join(folder, copy)}, the ledger before an update; delete it`)
  return lines
}
