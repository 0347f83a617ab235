// Makes a fresh clone ready: installs what is missing, builds what is older than its sources. Used by npm start, npm test
// and the local command; needs nothing but Node and npm.
import {spawnSync} from "node:child_process"
import {existsSync, mkdirSync, readdirSync, statSync, writeFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {fileURLToPath} from "node:url"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command in the project's folder; its words go to stderr, so that stdout stays for data. */
export function run(command, args, options = {}) {
  const {status, error} = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    ...options
  })
  if (error || status !== 0) {
    process.stderr.write(`${command} ${args.join(" ")} failed${error ? `: ${error.message}` : ` with status ${status}`}\n`)
    process.exit(status || 1)
  }
}

export const npx = (name, ...args) => run(process.execPath, [binOf(name), ...args])

/** The script behind a development tool's command. */
export function binOf(name) {
  return join(root, "node_modules", ".bin", name)
}

const newest = folder =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter(f => f.isFile())
        .reduce((latest, f) => Math.max(latest, statSync(join(f.parentPath, f.name)).mtimeMs), 0)
    : 0

export function install() {
  const lock = join(root, "package-lock.json")
  const installed = join(root, "node_modules", ".package-lock.json")
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs - 2000) return
  process.stderr.write("installing what is missing …\n")
  run("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"])
}

const stamp = join(root, "dist", ".built")

export function build() {
  const sources = Math.max(...["src", "web"].map(f => newest(join(root, f))), statSync(join(root, "package.json")).mtimeMs)
  if (existsSync(stamp) && statSync(stamp).mtimeMs > sources) return
  process.stderr.write("building …\n")
  run(process.execPath, [join(root, "scripts", "build.mjs")])
}

export function stamped() {
  mkdirSync(dirname(stamp), {recursive: true})
  writeFileSync(stamp, "")
}

export function ready() {
  install()
  build()
}
