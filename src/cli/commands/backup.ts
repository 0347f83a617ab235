import {createHash} from "node:crypto"
import {cpSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs"
import {join, resolve} from "node:path"
import {pipeline} from "node:stream/promises"
import {LedgerError, openStore} from "../../store/store.ts"
import {ownerOf} from "../ledger/owner.ts"

/// `annals backup FOLDER`: the whole ledger as it stands now, with SHA256SUMS, in a folder that does not exist yet. The copy is a ledger
/// like any other: look at it with --ledger FOLDER, or put it back by copying.
export async function backup(to: string, options: {readonly ledger: string}): Promise<number> {
  const where = resolve(to)
  if (existsSync(where)) throw new LedgerError(`${to} is there already; name a folder that is not`)
  const owner = ownerOf(options.ledger)
  if (owner) throw new LedgerError(`process ${owner.pid} serves the ledger ${options.ledger}; stop it, then back up`)
  const beside = `${where}.part`
  rmSync(beside, {recursive: true, force: true})
  // while it is open here, nobody writes to it
  const store = await openStore(options.ledger, true)
  try {
    await store.run("checkpoint")
    mkdirSync(beside, {recursive: true})
    const left = /^(owner\.json|annals-shape-\d+\.duckdb|.*\.part)$/
    for (const name of readdirSync(store.folder).filter(n => !left.test(n)))
      cpSync(join(store.folder, name), join(beside, name), {recursive: true})
  } finally {
    await store.close()
  }
  const sums: string[] = []
  for (const file of readdirSync(beside, {recursive: true, encoding: "utf8"}).sort()) {
    if (!statSync(join(beside, file)).isFile()) continue
    const hash = createHash("sha256")
    await pipeline(createReadStream(join(beside, file)), hash)
    sums.push(`${hash.digest("hex")}  ${file.replaceAll("\\", "/")}`)
  }
  writeFileSync(join(beside, "SHA256SUMS"), `${sums.join("\n")}\n`)
  renameSync(beside, where)
  process.stderr.write(`${sums.length} files in ${to}; check them with: cd ${to} && sha256sum -c SHA256SUMS\n`)
  return 0
}
