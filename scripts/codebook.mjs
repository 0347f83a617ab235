// npm run codebook: docs/codebook.md from the rules.
import {spawnSync} from "node:child_process"
import {join} from "node:path"
import {ready, root} from "./ready.mjs"

ready()
const out = join(root, "docs", "codebook.md")
const {status} = spawnSync(
  process.execPath,
  [join(root, "dist", "main.js"), "codebook", "--ledger", join(root, "docs"), "--out", out],
  {stdio: "inherit"}
)
process.exit(status ?? 1)
