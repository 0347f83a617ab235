import {existsSync, readdirSync, readFileSync} from "node:fs"
import {dirname, extname, join, sep} from "node:path"
import type {MiddlewareHandler} from "hono"
import {dataFolder} from "../../resources.ts"

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".json": "application/json"
}

/// The built page. What is asked for is looked up among the names of its files and never made into a path; every other name is one of
/// the page's own views.
export function page(): MiddlewareHandler {
  const folder = join(dirname(dataFolder()), "dist", "web")
  const files = new Map(
    existsSync(folder) ? namesIn(folder).map(name => [`/${name.split(sep).join("/")}`, join(folder, name)]) : []
  )
  return (c, next) => {
    if ((c.req.method !== "GET" && c.req.method !== "HEAD") || c.req.path.startsWith("/api/")) return next()
    const found = files.get(c.req.path)
    const file = found ?? files.get("/index.html")
    if (file === undefined) return Promise.resolve(new Response("the page is not built; run: npm run build", {status: 503}))
    const cache =
      found !== undefined && c.req.path.startsWith("/assets/")
        ? "public, max-age=31536000, immutable"
        : // asked for again with every step within the page
          extname(file) === ".svg"
          ? "public, max-age=86400"
          : "no-cache"
    return Promise.resolve(
      new Response(readFileSync(file), {
        headers: {"content-type": mediaTypes[extname(file)] ?? "application/octet-stream", "cache-control": cache}
      })
    )
  }
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
