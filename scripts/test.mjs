// npm test: all its own set-up, then every test there is, the browser's among them.
import {spawnSync} from "node:child_process"
import {join} from "node:path"
import {chromium} from "./chromium.mjs"
import {postgres} from "./postgres.mjs"
import {binOf, ready, root} from "./ready.mjs"

ready()
const browser = chromium()
const database = postgres()
const {status} = spawnSync(process.execPath, [binOf("vitest"), "run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    CHROMIUM_PATH: browser,
    ANNALS_TEST_PAGE: join(root, "dist", "web"),
    ...(database && {ANNALS_TEST_POSTGRES: database.url})
  }
})
database?.stop()
process.exit(status ?? 1)
