import {readFileSync, rmSync, writeFileSync} from "node:fs"
import {join} from "node:path"

/// Who serves a ledger: written beside the DuckDB file by `annals serve`, so that other commands hand their work over.
export interface Owner {
  readonly pid: number
  /// Where it listens, if that is one address other than 127.0.0.1.
  readonly host?: string
  readonly port: number
  readonly token: string
}

const fileOf = (folder: string): string => join(folder, "owner.json")

/// The process that serves this ledger now, if it is alive.
export function ownerOf(folder: string): Owner | undefined {
  try {
    const owner = JSON.parse(readFileSync(fileOf(folder), "utf8")) as Owner
    process.kill(owner.pid, 0)
    return owner.pid === process.pid ? undefined : owner
  } catch {
    return undefined
  }
}

/// Puts this process down as the owner; the function it returns takes that back.
export function own(folder: string, owner: Owner): () => void {
  writeFileSync(fileOf(folder), `${JSON.stringify(owner)}\n`, {mode: 0o600})
  return () => rmSync(fileOf(folder), {force: true})
}
