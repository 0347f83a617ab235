// npm run build: the command and the library into dist/, the page into dist/web/, the YAML of data/ in a form that opens at once into
// dist/yaml.json.
import {deepStrictEqual} from "node:assert"
import {createHash} from "node:crypto"
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {load} from "js-yaml"
import {npx, root, stamped} from "./ready.mjs"

npx("tsdown", "--config", "tsdown.config.ts", "--logLevel", "warn")
if (existsSync(join(root, "web", "vite.config.ts"))) npx("vite", "build", "--config", "web/vite.config.ts", "--logLevel", "warn")

const opened = {}
for (const name of readdirSync(join(root, "data"), {recursive: true}).sort()) {
  if (!name.endsWith(".yaml")) continue
  const text = readFileSync(join(root, "data", name))
  const value = load(text.toString("utf8"))
  deepStrictEqual(JSON.parse(JSON.stringify(value)), value, `data/${name} holds what JSON does not`)
  opened[createHash("sha256").update(text).digest("hex")] = value
}
writeFileSync(join(root, "dist", "yaml.json"), JSON.stringify(opened))
stamped()
