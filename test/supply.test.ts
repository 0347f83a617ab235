import {readFileSync} from "node:fs"
import {join} from "node:path"
import {expect, test} from "vitest"

/// What the package brings onto a user's machine.

const root = join(import.meta.dirname, "..")
const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"))

interface Locked {
  readonly version: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

const shipped = (Object.entries(json("package-lock.json").packages) as [string, Locked][]).filter(
  ([path, p]) => path !== "" && !p.dev
)

// lets the package be used, changed and passed on together with Apache-2.0
const permissive = [
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "PSF-2.0",
  "Python-2.0",
  "BlueOak-1.0.0",
  "Unlicense"
]

test("every library that ships has a permissive licence", () => {
  expect(shipped.length).toBeGreaterThan(10)
  expect(
    shipped.filter(([, p]) => !permissive.includes(p.license ?? "none")).map(([path, p]) => `${path}: ${p.license}`)
  ).toEqual([])
})

test("no library that ships runs a script when it is installed", () => {
  expect(shipped.filter(([, p]) => p.hasInstallScript).map(([path]) => path)).toEqual([])
})

test("the bill of materials in the package lists what the lock file does (npm run sbom)", () => {
  const listed = (json("sbom.cdx.json").components as {name: string; version: string}[]).map(c => `${c.name}@${c.version}`)
  const locked = shipped.map(([path, p]) => `${path.slice(path.lastIndexOf("node_modules/") + 13)}@${p.version}`)
  expect([...new Set(listed)].sort()).toEqual([...new Set(locked)].sort())
})
