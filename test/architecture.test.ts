import {readdirSync, readFileSync} from "node:fs"
import {dirname, join, relative, resolve} from "node:path"
import {expect, test} from "vitest"

/// Who may know whom: the paragraph of docs/architecture.md as an object. Everybody may know itself.
const stages = ["articles", "language", "mentions", "coding", "ledger"]
const mayKnow: Record<string, readonly string[]> = {
  model: [],
  articles: ["model"],
  language: ["model"],
  mentions: ["model"],
  coding: ["model"],
  ledger: ["model"],
  "resources.ts": ["model"],
  "pipeline.ts": ["model", "resources.ts", ...stages],
  store: ["model"],
  export: ["model"],
  review: ["model"],
  api: ["model", "store", "export"],
  cli: ["model", "resources.ts", "pipeline.ts", ...stages, "review", "store", "export", "api"],
  "index.ts": ["model", "resources.ts", "pipeline.ts", "articles", "api", "cli"],
  "language.ts": ["model", "resources.ts", "language"],
  "client.ts": []
}

const root = resolve(import.meta.dirname, "..")
const src = join(root, "src")
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter(f => /\.(ts|svelte)$/.test(f) && !f.includes("node_modules"))
    .map(f => join(folder, f))
const roomOf = (file: string): string => relative(src, file).split("/")[0]!
const importsOf = (file: string): {path: string; typeOnly: boolean}[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\b)?(?:[^"';]*?\bfrom\s+)?["']([^"']+)["']|\bimport\(["']([^"']+)["']\)/g
    )
  ].map(m => ({path: m[2] ?? m[3]!, typeOnly: m[1] === "type"}))

for (const file of filesUnder(src)) {
  if (file.endsWith(".test.ts")) continue
  test(`${relative(root, file)} knows only whom it may`, () => {
    const room = roomOf(file)
    const allowed = mayKnow[room]
    expect(allowed, `a new room in src/: ${room}`).toBeDefined()
    for (const {path} of importsOf(file)) {
      if (!path.startsWith(".")) continue
      const target = resolve(dirname(file), path)
      expect(target.startsWith(src), `${path} leads out of src`).toBe(true)
      const known = roomOf(target)
      expect(known === room || allowed!.includes(known), `${room} must not import ${known} (${path})`).toBe(true)
    }
  })
}

test("the page knows only the types of api/contract.ts", () => {
  for (const file of filesUnder(join(root, "web")).filter(f => !f.endsWith(".test.ts"))) {
    for (const {path, typeOnly} of importsOf(file)) {
      if (!path.startsWith(".")) continue
      const target = resolve(dirname(file), path)
      if (!target.startsWith(src)) continue
      expect(relative(src, target), `${relative(root, file)} imports ${path}`).toBe("api/contract.ts")
      expect(typeOnly, `${relative(root, file)} imports more than types from ${path}`).toBe(true)
    }
  }
})

test("model imports nothing but the hash function of the platform", () => {
  for (const file of filesUnder(join(src, "model")).filter(f => !f.endsWith(".test.ts"))) {
    for (const {path} of importsOf(file)) expect(path.startsWith("./") || path === "node:crypto", `${file}: ${path}`).toBe(true)
  }
})
