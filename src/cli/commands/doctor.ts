import {existsSync, readdirSync} from "node:fs"
import {dirname, join} from "node:path"
import {openResources} from "../../resources.ts"
import {openStore} from "../../store/store.ts"
import {version} from "../ledger/desk.ts"
import {ownerOf} from "../ledger/owner.ts"

/// `annals doctor`: what works here and what does not, one line each, with the remedy. Exit 1 if anything is broken.
export async function doctor(options: {readonly ledger: string}): Promise<number> {
  let ill = false
  const check = async (name: string, work: () => Promise<string> | string): Promise<void> => {
    try {
      process.stdout.write(`ok    ${name}: ${await work()}\n`)
    } catch (error) {
      ill = true
      process.stdout.write(`ill   ${name}: ${(error as Error).message}\n`)
    }
  }
  await check("annals", () => version())
  await check("node", () => {
    const [major, minor] = process.versions.node.split(".").map(Number) as [number, number]
    if (major < 20 || (major === 20 && minor < 19))
      throw new Error(`${process.versions.node} is too old; install Node 20.19 or newer`)
    return process.versions.node
  })
  await check("weights", () => {
    const resources = openResources()
    const names = readdirSync(join(resources.folder, "weights")).filter(f => f.endsWith(".bin"))
    for (const name of names) resources.weights(name.slice(0, -4))
    return `${names.length} files, as their cards say`
  })
  await check("page", () => {
    if (!existsSync(join(dirname(openResources().folder), "dist", "web", "index.html")))
      throw new Error("not built; run: npm run build")
    return "built"
  })
  await check("ledger", async () => {
    const owner = ownerOf(options.ledger)
    if (owner) return `${options.ledger}, served by process ${owner.pid} at http://127.0.0.1:${owner.port}/`
    if (!existsSync(join(options.ledger, "annals.duckdb")))
      return `none yet in ${options.ledger}; make one with: annals read PATH`
    const store = await openStore(options.ledger, true)
    const rows = await store.rows<{n: number}>("select count(*) as n from events")
    await store.close()
    return `${options.ledger}, ${rows[0]!.n} events`
  })
  return ill ? 1 : 0
}
