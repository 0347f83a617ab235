// npm run eval [TASKS]: measures `annals annotate` with the scorer. It is found by ANNALS_EVAL (its score.mjs), else beside the checkout.
import {spawnSync} from "node:child_process"
import {existsSync} from "node:fs"
import {join} from "node:path"
import {ready, root} from "./ready.mjs"

ready()
const beside = join(root, "..", "shared", "eval", "score.mjs")
const scorer = process.env.ANNALS_EVAL ?? (existsSync(beside) ? beside : undefined)
if (!scorer || !existsSync(scorer)) {
  process.stderr.write(
    "no scorer here: its data sets cannot be shipped with the project (docs/eval.md names them and where they come from).\n" +
      "Set ANNALS_EVAL to the path of its score.mjs and run this again.\n"
  )
  process.exit(1)
}
const args = process.argv.slice(2)
const tasks = args[0]?.startsWith("-") || args.length === 0 ? ["all"] : []
const {status} = spawnSync(process.execPath, [scorer, ...tasks, ...args], {cwd: root, stdio: "inherit"})
process.exit(status ?? 1)
