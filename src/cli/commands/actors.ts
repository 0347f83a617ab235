import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs"
import {basename, dirname, join} from "node:path"
import {dump} from "js-yaml"
import {actorLexicon} from "../../mentions/actors/lexicon.ts"
import {doubts, ownActors, withOwn} from "../../mentions/actors/own-actors.ts"
import {actorTables} from "../../mentions/actors/tables.ts"
import type {Event, Grounded, Party} from "../../model/model.ts"
import {openResources} from "../../resources.ts"
import {imported} from "../actors/import.ts"
import {known} from "../actors/tables.ts"
import {connect} from "../ledger/connect.ts"
import {yamlIn} from "../ledger/own.ts"

/// `annals actors check [FOLDER]`: whether actors of a ledger's own are well written; each complaint with file and line. Returns the exit
/// status: 0 if all is well, 1 if not.
export function check(folder: string | undefined, options: {readonly ledger: string}): number {
  const asked = folder ?? join(options.ledger, "actors")
  if (!existsSync(asked) || !statSync(asked).isDirectory()) {
    process.stderr.write(`annals actors check: ${asked}: no such folder; actors of your own lie there as YAML (docs/actors.md)\n`)
    return 1
  }
  const tables = actorTables(openResources().rows)
  try {
    const files = yamlIn(asked)
    if (files.length === 0) {
      process.stderr.write(`annals actors check: ${asked}: no .yaml file in it\n`)
      return 1
    }
    const {actors, complaints} = ownActors(files, tables)
    const all = [...complaints, ...doubts(actors, tables)]
    for (const {at, says} of all) process.stderr.write(`${at}: ${says}\n`)
    actorLexicon(withOwn(tables, actors))
    const roles = actors.reduce((sum, a) => sum + a.roles.length, 0)
    process.stdout.write(`${actors.length} actors with ${roles} roles in ${files.length} files; ${all.length} complaints\n`)
    return all.length > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
}

interface Unresolved {
  readonly name: string
  reports: number
  readonly articles: Set<string>
  readonly example: {readonly article: string; readonly start: number; readonly end: number}
}

/// `annals actors unresolved`: the names in a ledger's events that nothing is known of, the most frequent first, each with a sentence.
export async function unresolved(options: {
  readonly ledger: string
  readonly limit?: number
  readonly json?: boolean
}): Promise<number> {
  const connection = await connect(options)
  try {
    const answer = await connection.ask("/api/v1/export?as=jsonl&background=all")
    const found = new Map<string, Unresolved>()
    for (const line of (await answer.text()).split("\n")) if (line !== "") count(JSON.parse(line) as Event, found)
    const worst = [...found.values()].sort((a, b) => b.reports - a.reports || (a.name < b.name ? -1 : 1))
    const rows: {name: string; reports: number; articles: number; article: string; example: string}[] = []
    for (const {name, reports, articles, example} of worst.slice(0, options.limit ?? 30)) {
      const {article} = (await (await connection.ask(`/api/v1/articles/${example.article}`)).json()) as {article: {text: string}}
      const sentence = article.text.slice(example.start, example.end).replace(/\s+/g, " ")
      rows.push({name, reports, articles: articles.size, article: example.article, example: sentence})
    }
    if (options.json) process.stdout.write(`${JSON.stringify(rows)}\n`)
    else {
      for (const {name, reports, articles, example} of rows)
        process.stdout.write(
          `${String(reports).padStart(5)}  ${name}  (${articles} article${articles === 1 ? "" : "s"})\n       ${shortened(example)}\n`
        )
      process.stderr.write(
        `${found.size} unknown names; write them into ${join(options.ledger, "actors")}/*.yaml (docs/actors.md)\n`
      )
    }
    return 0
  } finally {
    await connection.close()
  }
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text)

function count(event: Event, found: Map<string, Unresolved>): void {
  for (const mention of event.mentions)
    for (const {means} of [...mention.actors, ...mention.recipients] as Grounded<Party>[]) {
      if (!means.id.startsWith("name:") || means.country !== undefined || means.sectors.length > 0) continue
      const known = found.get(means.id)
      const {start, end} = mention.sentenceSpan
      if (!known)
        found.set(means.id, {
          name: means.name,
          reports: 1,
          articles: new Set([mention.article]),
          example: {article: mention.article, start, end}
        })
      else {
        known.reports++
        known.articles.add(mention.article)
      }
    }
}

/// `annals actors import FILE`: actors out of a Wikidata query export or FollowTheMoney entities, as YAML into the ledger's folder.
export function importActors(path: string, options: {readonly ledger: string; readonly out?: string}): number {
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch {
    process.stderr.write(`annals actors import: ${path}: no such file\n`)
    return 1
  }
  const tables = actorTables(openResources().rows)
  const {actors, skipped} = imported(
    text,
    path,
    known(
      openResources().rows,
      tables.offices.map(o => o.rows)
    )
  )
  for (const says of skipped.slice(0, 20)) process.stderr.write(`left out: ${says}\n`)
  if (skipped.length > 20) process.stderr.write(`left out: ${skipped.length - 20} more\n`)
  if (actors.length === 0) {
    process.stderr.write(
      `annals actors import: ${path}: nobody in it; a Wikidata export needs the columns itemLabel, positionLabel, country, start, end (docs/actors.md)\n`
    )
    return 1
  }
  const out = options.out ?? join(options.ledger, "actors", `${basename(path).replace(/\.[^.]*$/, "")}.yaml`)
  mkdirSync(dirname(out), {recursive: true})
  const yaml = dump(actors, {lineWidth: -1, noRefs: true})
  writeFileSync(out, `# Made by: annals actors import ${basename(path)}\n${yaml}`)
  const roles = actors.reduce((sum, a) => sum + (a.roles?.length ?? 0), 0)
  process.stdout.write(
    `${actors.length} actors with ${roles} roles → ${out}; look at them with: annals actors check ${dirname(out)}\n`
  )
  return 0
}
