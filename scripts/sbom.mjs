// npm run sbom: what the package rests on, as CycloneDX, out of the lock file; the same lock file gives the same bytes.
import {spawnSync} from "node:child_process"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {root} from "./ready.mjs"

const {status, stdout, stderr} = spawnSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 26,
  shell: process.platform === "win32"
})
if (status !== 0) {
  process.stderr.write(`npm sbom failed with status ${status}: ${stderr}\n`)
  process.exit(1)
}
// --omit dev would also leave out what a development tool happens to share with us
const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages
const shipped = new Set(
  Object.entries(locked).flatMap(([path, {version, dev}]) =>
    path === "" || dev ? [] : [`${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`]
  )
)
const {serialNumber: _, metadata, components, dependencies, ...bom} = JSON.parse(stdout)
const {timestamp: __, tools: ___, ...told} = metadata
const ours = "annals@"
const made = {
  ...bom,
  // the folder's name is nobody's business
  metadata: {...told, component: {...told.component, name: "annals"}},
  components: components.filter(c => shipped.has(`${c.name}@${c.version}`)),
  dependencies: dependencies
    .filter(d => shipped.has(d.ref) || d.ref.startsWith(ours))
    .map(d => ({...d, dependsOn: d.dependsOn.filter(ref => shipped.has(ref))}))
}
writeFileSync(join(root, "sbom.cdx.json"), `${JSON.stringify(made, undefined, 1)}\n`)
