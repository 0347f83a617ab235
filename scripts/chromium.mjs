// Finds a Chromium for the browser tests, or installs one where that is possible without asking anybody.
import {spawnSync} from "node:child_process"
import {accessSync, constants, existsSync, readFileSync} from "node:fs"
import {delimiter, join} from "node:path"
import {pathToFileURL} from "node:url"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"]
const known = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
]

const runs = path => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of an installed Chromium, or undefined. CHROMIUM_PATH goes before all others. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (runs(named)) return named
    throw new Error(
      `CHROMIUM_PATH is ${JSON.stringify(named)}, and nothing there can be run; name the browser's program file, or unset it`
    )
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return [...onPath, ...known].find(runs)
}

const debian = () =>
  existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(ubuntu|debian)/m.test(readFileSync("/etc/os-release", "utf8"))

const missing = `No Chromium was found, and the page cannot be tested without one. Install it:
  Debian      sudo apt-get install chromium
  Ubuntu      sudo snap install chromium
  Fedora      sudo dnf install chromium
  macOS       brew install --cask chromium
  Windows     Google Chrome or Microsoft Edge as it comes
or say where it is: CHROMIUM_PATH=/path/to/chromium npm test`

/** The path of a Chromium, installed first if there is none and this is Debian or Ubuntu with the right to do so. Else an error that says what to do. */
export function needChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && debian()) {
    process.stderr.write("installing Chromium for the browser tests (apt-get install chromium) …\n")
    const apt = (...args) =>
      spawnSync("apt-get", args, {stdio: ["ignore", 2, 2], env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}}).status === 0
    if (!apt("install", "-y", "--no-install-recommends", "chromium")) {
      apt("update")
      apt("install", "-y", "--no-install-recommends", "chromium")
    }
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(missing)
}

/** For commands: the path, or the message on stderr and a failing exit. */
export function chromium() {
  try {
    return needChromium()
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(`${chromium()}\n`)
