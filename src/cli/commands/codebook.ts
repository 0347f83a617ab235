import {existsSync, statSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {reader} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {codebook as bookOf} from "../codebook/book.ts"
import {checkExamples} from "../codebook/check.ts"
import {html} from "../codebook/html.ts"
import {markdown} from "../codebook/markdown.ts"
import {codebookIn} from "../ledger/own.ts"

/// `annals codebook`: the codebook page, with a ledger's own rules in it if it has any; Markdown on stdout, or a file, which
/// is HTML if its name says so.
export function codebook(options: {readonly ledger: string; readonly out?: string}): number {
  const own = codebookIn(join(options.ledger, "codebook"))
  const book = bookOf(openResources().yaml("codebook/plover.yaml"), own)
  const page = options.out !== undefined && /\.html?$/i.test(options.out) ? html(book) : markdown(book)
  if (options.out === undefined) process.stdout.write(page)
  else writeFileSync(options.out, page)
  return 0
}

/// `annals codebook check [FOLDER]`: whether the rules of a ledger's own are well written, and read their own examples. Returns the exit
/// status: 0 if all hold, 1 if not.
export function check(folder: string | undefined, options: {readonly ledger: string}): number {
  const asked = folder ?? join(options.ledger, "codebook")
  if (!existsSync(asked) || !statSync(asked).isDirectory()) {
    process.stderr.write(
      `annals codebook check: ${asked}: no such folder; rules of your own lie there as YAML (docs/codebook-own.md)\n`
    )
    return 1
  }
  let own: ReturnType<typeof codebookIn>
  try {
    own = codebookIn(asked)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 1
  }
  if (!own) {
    process.stderr.write(`annals codebook check: ${asked}: no .yaml file in it\n`)
    return 1
  }
  const {examples, wrong} = checkExamples(own, reader(openResources(), {rules: own.rules, classes: own.classes}).read)
  for (const says of wrong) process.stderr.write(`${says}\n`)
  process.stdout.write(
    `${own.added.length} rules added, ${own.changed.length} changed, ${own.off.length} off; ${examples - wrong.length} of ${examples} examples hold\n`
  )
  return wrong.length > 0 ? 1 : 0
}
