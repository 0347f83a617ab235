import {appendFileSync, existsSync, mkdirSync, readFileSync} from "node:fs"
import {basename, join} from "node:path"
import {load} from "js-yaml"
import {type Columns, columnsAsked, ownColumns, parts} from "../../articles/formats/columns.ts"

const fileIn = (ledger: string): string => join(ledger, "columns.yaml")

const preface = `# How your tables and JSONL call the parts of an article (${parts.join(", ")}).
# annals read --columns text=NAME,… adds to this; a file is known again by its column for the text. Of several the later one counts.
`

/// How the reader's own tables call the parts of an article: what the ledger remembers, and what is asked for now. `asked` is a list
/// like "text=korpus,title=kopf" or a YAML file like the ledger's.
export function columnsFor(ledger: string, asked: string | undefined, paths: readonly string[]): readonly Columns[] {
  const remembered = existsSync(fileIn(ledger)) ? columnsIn(fileIn(ledger)) : []
  if (asked === undefined) return remembered
  return [...remembered, ...(/\.ya?ml$/i.test(asked) ? columnsIn(asked) : [columnsAsked(asked, sourceOf(paths))])]
}

/// How the articles in some paths are read into a ledger, as `articlesFrom` is told it; columns asked for are remembered.
export function howToRead(
  paths: readonly string[],
  {format, ledger, columns: asked}: {readonly format?: string; readonly ledger: string; readonly columns?: string}
) {
  const columns = columnsFor(ledger, asked, paths)
  if (asked !== undefined) rememberColumns(ledger, asked, paths)
  // East of us it is tomorrow already; what is dated later than that is refused.
  const latest = new Date(Date.now() + 86400000).toISOString().slice(0, 10)
  return {...(format && {format}), latest, columns}
}

/// Keeps what was asked for beside the ledger, unless it is there already.
export function rememberColumns(ledger: string, asked: string, paths: readonly string[]): void {
  if (/\.ya?ml$/i.test(asked)) return
  const {names} = columnsAsked(asked, sourceOf(paths))
  const fields = Object.entries(names).map(
    ([part, told]) => `  ${part}: ${told.length === 1 ? quoted(told[0]!) : JSON.stringify(told)}\n`
  )
  const entry = `- of: ${quoted(sourceOf(paths))}\n${fields.join("")}`
  mkdirSync(ledger, {recursive: true})
  const file = fileIn(ledger)
  const text = existsSync(file) ? readFileSync(file, "utf8") : ""
  if (!text.includes(entry)) appendFileSync(file, text === "" ? preface + entry : entry)
}

const sourceOf = (paths: readonly string[]): string => basename(paths[0] ?? "-")

// JSON is YAML.
const quoted = (words: string): string => (/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(words) ? words : JSON.stringify(words))

function columnsIn(file: string): readonly Columns[] {
  let list: unknown
  try {
    list = load(readFileSync(file, "utf8")) ?? []
  } catch (error) {
    const {mark, reason} = error as {mark?: {line: number}; reason?: string}
    throw new Error(`${file}${mark ? `:${mark.line + 1}` : ""}: no YAML: ${reason ?? (error as Error).message}`)
  }
  if (!Array.isArray(list)) throw new Error(`${file}: should be a list; its entries look like {of: blatt.csv, text: korpus}`)
  return list.map((entry: unknown, i) => {
    const {of = `entry ${i + 1}`, ...names} = (entry ?? {}) as Record<string, unknown>
    for (const [part, told] of Object.entries(names)) {
      if (!(parts as readonly string[]).includes(part))
        throw new Error(`${file}: ${JSON.stringify(part)} of ${of} is no part of an article; parts are ${parts.join(", ")}`)
      if (![told].flat().every(name => typeof name === "string"))
        throw new Error(`${file}: ${part} of ${of} should be the name of a column, or a list of names`)
    }
    return ownColumns(
      String(of),
      Object.fromEntries(Object.entries(names).map(([part, told]) => [part, [told].flat() as string[]]))
    )
  })
}
