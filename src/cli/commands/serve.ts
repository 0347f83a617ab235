import {randomBytes} from "node:crypto"
import {api} from "../../api/app.ts"
import {openStore} from "../../store/store.ts"
import {deskOn} from "../ledger/desk.ts"
import {listen, portOf} from "../ledger/listen.ts"
import {own, ownerOf} from "../ledger/owner.ts"
import {page} from "../ledger/page.ts"

export interface ServeOptions {
  readonly ledger: string
  /// A PostgreSQL database that holds the ledger.
  readonly store?: string
  readonly port: string
  /// Where to listen; this machine only, if not given.
  readonly host?: string
  /// Opens the page in a browser.
  readonly open: boolean
}

/// `annals serve`: the page and the API until interrupted, on 127.0.0.1 unless told otherwise. The address is the last line on stdout;
/// where others can reach it, it holds the token that is asked of everybody.
export async function serve(options: ServeOptions): Promise<number> {
  // a database may be served by many
  const owner = options.store === undefined ? ownerOf(options.ledger) : undefined
  if (owner) {
    process.stderr.write(`process ${owner.pid} serves this ledger already\n`)
    process.stdout.write(`http://127.0.0.1:${owner.port}/\n`)
    return 0
  }
  const port = portOf(options.port, "serve")
  if (port === undefined) return 2
  const store = await openStore(options.ledger, true, options.store)
  const token = randomBytes(24).toString("base64url")
  const desk = deskOn(store, {token})
  const app = api(desk)
  const listening = await listen({host: options.host ?? "127.0.0.1", token}, port, page(), c =>
    Promise.resolve(app.fetch(c.req.raw))
  )
  if (typeof listening === "string") {
    await store.close()
    process.stderr.write(`annals serve: ${listening}\n`)
    return 1
  }
  const release =
    options.store !== undefined
      ? () => {}
      : own(store.folder, {pid: process.pid, ...oneAddress(options.host), port: listening.port, token})
  const stop = (): void => {
    release()
    listening.close()
    desk
      .close()
      .catch(error => process.stderr.write(`annals serve: ${(error as Error).message}\n`))
      .then(() => store.close())
      .finally(() => process.exit(0))
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  process.stderr.write("serving; ctrl-c stops\n")
  process.stdout.write(`${listening.url}\n`)
  if (options.open) await openBrowser(listening.url)
  return new Promise(() => {})
}

/// Where other commands of this machine find the server, if not on 127.0.0.1.
const oneAddress = (host = ""): {host?: string} =>
  /^(?:|0\.0\.0\.0|::|localhost|127\.0\.0\.1)$/.test(host) ? {} : {host: host.includes(":") ? `[${host}]` : host}

/// Opens a browser if this machine has a way to; says nothing if not, the address is printed anyway.
async function openBrowser(url: string): Promise<void> {
  const {spawn} = await import("node:child_process")
  const command = process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open"
  const child = spawn(command, [url], {stdio: "ignore", detached: true})
  child.on("error", () => {})
  child.unref()
}
