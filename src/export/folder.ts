import {quadNames, quadOf, types, weightOf} from "../model/model.ts"
import type {Column} from "./flat.ts"
import {tables} from "./tables.ts"

/// What an export folder says of itself.
export interface About {
  /// The version of the program that made it.
  readonly version: string
  /// The last run of the ledger it was made from.
  readonly run?: {readonly number: number; readonly id: string}
  /// How many events, and under which filters; none is all of them.
  readonly events: number
  readonly filters: Readonly<Record<string, string>>
  readonly text: "full" | "quote" | "none"
  /// Days of the earliest and latest dated article behind the events.
  readonly first?: string
  readonly last?: string
}

/// What a file is, for people and programs: which program, version and run made it of what, and, if it has the columns of another data
/// set, that it is none of theirs.
export function stampOf(
  {version, run, events, filters, text}: About,
  shape?: string
): Readonly<Record<string, unknown>> & {says: string} {
  const by = `annals ${version}${run ? `, run ${run.number} (${run.id.slice(0, 8)})` : ""}`
  return {
    says: shape ? `coded by ${by} in the columns of ${shape}; these are not ${shape}'s data` : `coded by ${by}`,
    dataset: "annals",
    version,
    ...(run && {run: run.number, run_id: run.id}),
    ...(shape && {shape}),
    events,
    filters,
    text
  }
}

/// The words of an export folder, by file name: how to read it, what the columns mean, how to cite it. Tables and sums are written beside them.
export function folderWords(about: About): Readonly<Record<string, string>> {
  return {
    "README.md": readme(about),
    "CODEBOOK.md": codebook(),
    "CITATION.cff": citation(about),
    "LICENSE.md": licence(about),
    "datapackage.json": `${JSON.stringify(datapackage(about), null, 2)}\n`
  }
}

const fieldTypes = {text: "string", integer: "integer", real: "number", date: "date", boolean: "boolean"} as const

/// A Data Package (Table Schema) of the tables, for frictionless and for people.
function datapackage(about: About): object {
  return {
    profile: "tabular-data-package",
    name: "annals-export",
    title: "Events reported by news articles",
    description: `Coded by annals ${about.version}; ${narrowed(about)}.`,
    version: about.version,
    annals: stampOf(about),
    resources: tables.map(table => ({
      profile: "tabular-data-resource",
      name: table.name,
      title: table.says,
      path: `${table.name}.csv`,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: {delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true},
      schema: {
        fields: table.columns.map(c => ({name: c.name, type: fieldTypes[c.type], description: c.says})),
        missingValues: [""],
        ...(table.primaryKey && {primaryKey: table.primaryKey}),
        ...(table.foreignKeys && {
          foreignKeys: table.foreignKeys.map(k => ({fields: [k.column], reference: {resource: k.table, fields: [k.to]}}))
        })
      }
    }))
  }
}

const narrowed = ({events, filters}: About): string => {
  const named = Object.entries(filters).map(([name, value]) => `${name} = ${value}`)
  return `${events} events${named.length > 0 ? ` under the filters ${named.join(", ")}` : ", all that happened, by default, in the ledger"}`
}

function readme(about: About): string {
  const span = about.first && about.last ? ` Their articles were published from ${about.first} to ${about.last}.` : ""
  return `# Events reported by news articles

Coded by annals ${about.version}: ${narrowed(about)}.${span}

## How to read this

One row of \`events.csv\` is one happening as articles report it, however many of them do. It is a coding of what was written, not a record of what is true:
\`status\` says whether the reports have it as happened, ongoing, planned, possible or not happened; \`claims.csv\` says by whose word.
A date is as fine as the words were: \`date_precision\` and \`date_basis\` say how fine, and on what it rests. A place has a point only where it is one.
\`n_reports\`, \`n_outlets\` and \`n_independent\` count tellings, outlets, and outlets that did not copy one another (at most). Counting rows of
\`events.csv\` counts happenings; counting rows of \`reports.csv\` counts coverage. Every coding opens its words: \`evidence.csv\` has each stretch of text a field rests on.
${
  about.text === "none"
    ? "\nThe texts could not travel. `annals rehydrate FILE --articles FOLDER` puts the quotes back from your own copies of the articles.\n"
    : ""
}
## Files

${tables.map(t => `- \`${t.name}.csv\`: ${t.says}`).join("\n")}
- \`events.parquet\`: the same events with types
- \`datapackage.json\`: columns, types and keys (Table Schema): \`frictionless validate\`, or \`read_package()\` in R
- \`CODEBOOK.md\`: every column, and the event types
- \`SHA256SUMS\`: \`sha256sum -c SHA256SUMS\`

Empty is unknown or not said. UTF-8, ISO dates, decimal points.

## What it cannot tell

An article that was not read, or that the coder read wrongly, leaves no event or a wrong one. Measure on a sample of your own before you rely on counts.
`
}

function codebook(): string {
  const columns = (all: readonly Column[]): string =>
    `| column | type | what it says |\n| --- | --- | --- |\n${all.map(c => `| ${c.name} | ${c.type} | ${c.says.replaceAll("|", "\\|")} |`).join("\n")}\n`
  return `# Codebook

${tables.map(t => `## ${t.name}.csv\n\n${t.says[0]!.toUpperCase()}${t.says.slice(1)}.\n\n${columns(t.columns)}`).join("\n")}
## Event types

PLOVER's sixteen, with quad class and weight.

| type | quad class | weight |
| --- | --- | --- |
${types.map(t => `| ${t} | ${quadOf[t]} ${quadNames[quadOf[t]]} | ${weightOf[t]} |`).join("\n")}
`
}

function citation(about: About): string {
  return `cff-version: 1.2.0
message: "If you use these data, please cite them with the version of the program that made them."
type: dataset
title: "Events reported by news articles, coded by annals ${about.version}"
authors:
  - name: "the makers of this export"
version: "${about.version}"
abstract: "${narrowed(about).replaceAll('"', "'")}"
keywords: ["event data", "PLOVER", "CAMEO"]
`
}

function licence(about: About): string {
  const texts =
    about.text === "full"
      ? "articles.csv holds whole texts of articles"
      : about.text === "quote"
        ? "the tables hold short quotes from articles"
        : "the tables hold no words of the articles but their titles and the names of those who act"
  return `# Rights

The codings are yours: the program claims no right in what it makes. The articles belong to their publishers; ${texts}. Check what
their licences allow before you pass this folder on; \`--text none\` writes one without quotes.
`
}
