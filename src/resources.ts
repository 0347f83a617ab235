import {createHash} from "node:crypto"
import {existsSync, readFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {fileURLToPath} from "node:url"
import {load as parseYaml} from "js-yaml"

/// Opens `data/`, checks it and hands it out: the only reader of lexicons and weights. Everything is read when first asked
/// for and then kept, so that a command pays only for what it uses.
export interface Resources {
  /// The folder `data/` of the package.
  readonly folder: string
  /// The rows of a tab-separated table: header first, `#` starts a comment line, an empty cell is undefined; "#" is a row's line.
  rows(path: string): readonly Readonly<Record<string, string | undefined>>[]
  /// The same table, of which a cell is made only when it is asked for: for long tables of which a text needs little.
  table(path: string): Table
  /// A YAML file, as it stands.
  yaml(path: string): unknown
  /// `weights/NAME.bin`, its bytes checked against the SHA-256 in `weights/NAME.json`.
  weights(name: string): Weights
}

/// A tab-separated table as it lies in its file.
export interface Table {
  /// How many rows there are, and the line that one stands in.
  readonly length: number
  line(row: number): number
  /// Where a column stands, or -1; and what stands in a row there, undefined where that is nothing.
  column(name: string): number
  cell(row: number, column: number): string | undefined
}

export interface Weights {
  readonly card: {readonly sha256: string; readonly [key: string]: unknown}
  readonly bytes: Uint8Array
}

/// The package's own `data/` folder, from the sources as from the built command.
export function dataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`no package.json above ${fileURLToPath(import.meta.url)}`)
    folder = above
  }
  return join(folder, "data")
}

export function openResources(folder: string = dataFolder()): Resources {
  const opened = remembered(openedYaml)
  return {
    folder,
    rows: remembered(path => tableRows(readFileSync(join(folder, path), "utf8"), `data/${path}`)),
    table: remembered(path => tableOf(readFileSync(join(folder, path), "utf8"))),
    yaml: remembered(path => {
      const bytes = readFileSync(join(folder, path))
      return opened(join(folder, "..", "dist", "yaml.json")).get(sha256(bytes)) ?? parseYaml(bytes.toString("utf8"))
    }),
    weights: remembered(name => {
      const card = JSON.parse(readFileSync(join(folder, "weights", `${name}.json`), "utf8"))
      const bytes = readFileSync(join(folder, "weights", `${name}.bin`))
      const found = sha256(bytes)
      if (found !== card.sha256) {
        throw new Error(`data/weights/${name}.bin: SHA-256 is ${found}, its card says ${card.sha256}; install annals again`)
      }
      return {card, bytes}
    })
  }
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/// What YAML files of known bytes say, as the build put it down: parsing them takes a fifth of a short command's time.
function openedYaml(path: string): ReadonlyMap<string, unknown> {
  return new Map(existsSync(path) ? Object.entries(JSON.parse(readFileSync(path, "utf8"))) : [])
}

function tableRows(text: string, path: string): Record<string, string | undefined>[] {
  let header: string[] | undefined
  // A row is a copy of an empty one and then filled: tables are long, and this is the cheapest way to make many alike.
  let empty: Record<string, string | undefined> = {}
  const rows: Record<string, string | undefined>[] = []
  text.split("\n").forEach((line, at) => {
    if (line === "" || line.startsWith("#")) return
    const cells = line.split("\t")
    if (!header) {
      header = cells
      empty = Object.fromEntries(["#", ...header].map(name => [name, undefined]))
      return
    }
    if (cells.length > header.length) {
      throw new Error(`${path}:${at + 1}: ${cells.length} cells under ${header.length} column names (${header.join(", ")})`)
    }
    // "#" is the line, for complaints
    const row = {...empty}
    row["#"] = String(at + 1)
    for (let i = 0; i < cells.length; i++) if (cells[i] !== "") row[header[i]!] = cells[i]
    rows.push(row)
  })
  return rows
}

function tableOf(text: string): Table {
  const starts: number[] = []
  const ends: number[] = []
  const lines: number[] = []
  let header: string[] | undefined
  for (let start = 0, line = 1; start < text.length; line++) {
    let end = text.indexOf("\n", start)
    if (end < 0) end = text.length
    if (end > start && text.charCodeAt(start) !== 35) {
      if (header) {
        starts.push(start)
        ends.push(end)
        lines.push(line)
      } else header = text.slice(start, end).split("\t")
    }
    start = end + 1
  }
  return {
    length: starts.length,
    line: row => lines[row]!,
    column: name => header?.indexOf(name) ?? -1,
    cell(row, column) {
      const end = ends[row]!
      let at = starts[row]!
      for (let c = 0; c < column; c++) {
        at = text.indexOf("\t", at) + 1
        if (at === 0 || at > end) return undefined
      }
      const tab = text.indexOf("\t", at)
      const to = tab < 0 || tab > end ? end : tab
      return column < 0 || to === at ? undefined : text.slice(at, to)
    }
  }
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return key => {
    if (!made.has(key)) made.set(key, make(key))
    return made.get(key) as T
  }
}
