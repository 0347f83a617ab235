import {randomBytes} from "node:crypto"
import {existsSync, readFileSync} from "node:fs"
import {dirname, extname, join, normalize} from "node:path"
import {serve as listen} from "@hono/node-server"
import {Hono} from "hono"
import {api} from "../../api/app.ts"
import {dataFolder} from "../../resources.ts"
import {openStore} from "../../store/store.ts"
import {deskOn} from "../ledger/desk.ts"
import {own, ownerOf} from "../ledger/owner.ts"

export interface ServeOptions {
  readonly ledger: string
  readonly port: string
  /// Opens the page in a browser.
  readonly open: boolean
}

/// `annals serve`: the page and the API on 127.0.0.1, until interrupted. The address is the last line on stdout.
export async function serve(options: ServeOptions): Promise<number> {
  const owner = ownerOf(options.ledger)
  if (owner) {
    process.stderr.write(`process ${owner.pid} serves this ledger already\n`)
    process.stdout.write(`http://127.0.0.1:${owner.port}/\n`)
    return 0
  }
  const port = Number(options.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    process.stderr.write(`annals serve: ${JSON.stringify(options.port)} is no port; ports are 0 to 65535, 0 picks a free one\n`)
    return 2
  }
  const store = await openStore(options.ledger, true)
  const token = randomBytes(24).toString("base64url")
  const app = new Hono()
  app.use(async (c, next) => {
    // a page elsewhere must not reach this server by another name for this machine
    const host = (c.req.header("host") ?? "").replace(/:\d+$/, "")
    if (host !== "127.0.0.1" && host !== "localhost") return c.text("this server answers to 127.0.0.1 only", 403)
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
  })
  app.get("*", (c, next) => (c.req.path.startsWith("/api/") ? next() : page(c.req.path)))
  const desk = deskOn(store, {token})
  app.route("/", api(desk))
  let release = (): void => {}
  const address = await new Promise<{port: number} | Error>(resolve => {
    const server = listen({fetch: app.fetch, port, hostname: "127.0.0.1"}, info => resolve({port: info.port}))
    server.on("error", resolve)
    const stop = (): void => {
      release()
      server.close()
      desk
        .close()
        .catch(error => process.stderr.write(`annals serve: ${(error as Error).message}\n`))
        .then(() => store.close())
        .finally(() => process.exit(0))
    }
    process.on("SIGINT", stop)
    process.on("SIGTERM", stop)
  })
  if (address instanceof Error) {
    await store.close()
    process.stderr.write(
      `annals serve: cannot listen on port ${port} (${address.message}); choose another with --port N, or 0 for a free one\n`
    )
    return 1
  }
  release = own(store.folder, {pid: process.pid, port: address.port, token})
  const url = `http://127.0.0.1:${address.port}/`
  process.stderr.write("serving; ctrl-c stops\n")
  process.stdout.write(`${url}\n`)
  if (options.open) await openBrowser(url)
  return new Promise(() => {})
}

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer"
}

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json"
}

const pageFolder = (): string => join(dirname(dataFolder()), "dist", "web")

/// A file of the built page; any other path is one of the page's own views.
function page(path: string): Response {
  const folder = pageFolder()
  const wanted = join(folder, normalize(path))
  const isFile = extname(path) !== "" && wanted.startsWith(folder) && existsSync(wanted)
  const file = isFile ? wanted : join(folder, "index.html")
  if (!existsSync(file)) return new Response("the page is not built; run: npm run build", {status: 503})
  const cache = isFile && path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"
  return new Response(readFileSync(file), {
    headers: {"content-type": mediaTypes[extname(file)] ?? "application/octet-stream", "cache-control": cache}
  })
}

/// Opens a browser if this machine has a way to; says nothing if not, the address is printed anyway.
async function openBrowser(url: string): Promise<void> {
  const {spawn} = await import("node:child_process")
  const command = process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open"
  const child = spawn(command, [url], {stdio: "ignore", detached: true})
  child.on("error", () => {})
  child.unref()
}
