import {closeSync, createReadStream, openSync, readSync} from "node:fs"
import {parse} from "csv-parse"
import {gdeltColumns} from "../../export/gdelt.ts"

/// The data sets whose files can be laid beside a ledger.
export const datasets = ["icews", "gdelt", "acled", "polecat"] as const
export type Dataset = (typeof datasets)[number]

/// A row of somebody else's, as far as it can be compared.
export interface Row {
  readonly id: string
  /// YYYY-MM-DD.
  readonly day: string
  /// Country codes of who acts and to whom; for data without direction both hold everybody.
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly directed: boolean
  /// Its own word for what happened.
  readonly type: string
  /// CAMEO's or PLOVER's quad class, 1 to 4, where it has one.
  readonly quad?: 1 | 2 | 3 | 4
  readonly country?: string
}

/// Reads their file row by row. `codeOf` knows a country's code by name or code. A row that cannot be compared is counted, with its reason.
export async function* theirRows(
  file: string,
  dataset: Dataset,
  codeOf: (name: string) => string | undefined
): AsyncGenerator<Row | {readonly reason: string}> {
  const tabs = firstLine(file).includes("\t")
  const rows = createReadStream(file).pipe(
    parse({delimiter: tabs ? "\t" : ",", relax_column_count: true, relax_quotes: true, quote: tabs ? null : '"', bom: true})
  )
  let names: string[] | undefined
  for await (const cells of rows as AsyncIterable<string[]>) {
    if (!names) {
      const header = cells.map(plain)
      if (header.some(name => marks[dataset].includes(name))) {
        names = header
        continue
      }
      // GDELT's own files have no header
      if (dataset !== "gdelt")
        throw new Error(`${file} has no header row of ${dataset} (${marks[dataset].join(", ")}): check --as`)
      names = gdeltNames
    }
    const of = (name: string): string => cells[names!.indexOf(name)]?.trim() ?? ""
    yield read[dataset](of, codeOf)
  }
}

function firstLine(file: string): string {
  const handle = openSync(file, "r")
  try {
    const head = Buffer.alloc(65_536)
    return head.subarray(0, readSync(handle, head)).toString("utf8").split("\n", 1)[0]!
  } finally {
    closeSync(handle)
  }
}

/// Column names however they are written: "Event ID", "event_id", "eventid".
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "")

const marks: Readonly<Record<Dataset, readonly string[]>> = {
  icews: ["cameocode"],
  gdelt: ["globaleventid"],
  acled: ["eventidcnty", "eventtype"],
  polecat: ["eventmode", "primaryactorsector"]
}

const gdeltNames = gdeltColumns.map(plain)

type Of = (name: string) => string
type Code = (name: string) => string | undefined

const quadOfRoot = (root: number): 1 | 2 | 3 | 4 => (root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4)

const codes = (words: string, codeOf: Code): string[] => [
  ...new Set(words.split(";").flatMap(word => (word.trim() === "" ? [] : (codeOf(word.trim()) ?? []))))
]

const dayOf = (text: string): string | undefined => {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined
}

function made(row: Omit<Row, "day"> & {readonly day: string | undefined}): Row | {reason: string} {
  if (row.day === undefined) return {reason: "no day"}
  if (row.actors.length === 0 && row.recipients.length === 0) return {reason: "no country on either side"}
  return row as Row
}

const read: Readonly<Record<Dataset, (of: Of, codeOf: Code) => Row | {reason: string}>> = {
  icews: (of, codeOf) => {
    const root = Number(of("cameocode").slice(0, 2))
    return made({
      id: of("eventid"),
      day: dayOf(of("eventdate")),
      actors: codes(of("sourcecountry"), codeOf),
      recipients: codes(of("targetcountry"), codeOf),
      directed: true,
      type: of("cameocode"),
      ...(root >= 1 && root <= 20 && {quad: quadOfRoot(root)})
    })
  },
  gdelt: (of, codeOf) => {
    const quad = Number(of("quadclass"))
    return made({
      id: of("globaleventid"),
      day: dayOf(of("sqldate")),
      actors: codes(of("actor1countrycode"), codeOf),
      recipients: codes(of("actor2countrycode"), codeOf),
      directed: true,
      type: of("eventrootcode"),
      ...(quad >= 1 && quad <= 4 && {quad: quad as 1 | 2 | 3 | 4})
    })
  },
  polecat: (of, codeOf) => {
    const quad = /^[1-4]$/.test(of("quadcode"))
      ? (Number(of("quadcode")) as 1 | 2 | 3 | 4)
      : quadWords[of("quadcode").toLowerCase()]
    return made({
      id: of("eventid"),
      day: dayOf(of("eventdate")),
      actors: codes(of("actorcountry"), codeOf),
      recipients: codes(of("recipientcountry"), codeOf),
      directed: true,
      type: of("eventtype").toUpperCase(),
      ...(quad && {quad})
    })
  },
  acled: (of, codeOf) => {
    const country = codeOf(of("country"))
    // its actors carry their country in brackets: "Protesters (Kenya)"
    const named = [of("actor1"), of("actor2")].flatMap(name => {
      const code = codeOf(/\(([^()]+)\)\s*$/.exec(name)?.[1] ?? "")
      return code ? [code] : []
    })
    const both = [...new Set([...named, ...(country ? [country] : [])])]
    const kind = of("eventtype")
    return made({
      id: of("eventidcnty"),
      day: dayOf(of("eventdate")),
      actors: both,
      recipients: both,
      directed: false,
      type: of("subeventtype") || kind,
      ...(/^(Battles|Explosions|Violence|Protests|Riots)/i.test(kind) && {quad: 4 as const}),
      ...(country && {country})
    })
  }
}

const quadWords: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  "verbal cooperation": 1,
  "material cooperation": 2,
  "verbal conflict": 3,
  "material conflict": 4
}
