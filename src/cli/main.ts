#!/usr/bin/env node
import {existsSync, readFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {fileURLToPath} from "node:url"
import {Command, CommanderError} from "commander"

// A reader that goes away (`annals events | head`) ends us quietly.
process.stdout.on("error", error => process.exit((error as NodeJS.ErrnoException).code === "EPIPE" ? 0 : 1))

const filters = [
  ["actor", "who does it: a country code (RUS), an actor id, or part of a name; a comma means or"],
  ["recipient", "to whom"],
  ["party", "either side"],
  ["pair", "two of them, whoever acts: RUS,PRK"],
  ["sides", "a row of a panel: RUS, or RUS>UKR for who acts and to whom"],
  ["type", "PLOVER types: AID,CONSULT"],
  ["mode", "PLOVER modes: visit"],
  ["quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"],
  ["status", "happened, ongoing, planned, possible, did-not-happen"],
  ["context", "PLOVER contexts: military"],
  ["since", "from this day on: 2023-09-13"],
  ["until", "before this day"],
  ["bin", "beginning in 2024-06-19, 2024-W25, 2024-06, 2024-Q2 or 2024"],
  ["place", "part of a place name, or a country code"],
  ["publisher", "told by this outlet"],
  ["background", "what is told as history: yes, no or all (default no)"],
  ["search", "words in quotes, names and places"]
] as const

const withFilters = (command: Command): Command =>
  filters.reduce((c, [name, says]) => c.option(`--${name} <value>`, says), command)

const program = new Command("annals")
  .description("Keeps the annals of what articles report: who did what to whom, when, where, according to whom, how sure.")
  .version(packageVersion(), "-v, --version")
  .addHelpText(
    "before",
    `Examples
  annals demo                                the bundled sample pile, in your browser
  annals read articles/ news.jsonl           read a folder and a file into ./ledger
  annals events --pair RUS,PRK --type AID    what one did for the other
  annals explain --text "Turkey threatened to close its border." --date 2024-05-02
  annals export --as csv -o events.csv       a table for R or Python
`
  )
  .showHelpAfterError("(annals --help shows examples)")
  .exitOverride()
  .enablePositionalOptions()

const ledgerOption = (command: Command): Command =>
  command
    .option("--ledger <dir>", "the ledger's folder", process.env.ANNALS_LEDGER || "./ledger")
    .option("--store <url>", "the PostgreSQL database that holds the ledger", process.env.ANNALS_STORE || undefined)

const done = (status: number): void => {
  process.exitCode = status
}

ledgerOption(program.command("read").argument("<path...>", "files and folders; - is stdin"))
  .description("read articles into the ledger: text, HTML, JSON, CSV, feeds, Word, PDF, mail, WARC, archives of these")
  .option("--format <name>", "force a format instead of looking at the contents")
  .option(
    "--columns <mapping>",
    "how a table or JSONL calls its parts: text=korpus,title=kopf,published=tag; remembered in the ledger's columns.yaml"
  )
  .option("--model <file>", "a model of your own, as annals learn writes it; without it, model.json of the ledger's folder")
  .option("--jobs <n>", "articles read at once; as many as there are cores without it", wholeNumber)
  .option("--fast", "read the grammar with a smaller network: quicker, a little worse")
  .option("--shard <i/n>", "read one part of the pile into Parquet files instead, for annals gather")
  .option("--out <dir>", "where the shards go", "shards")
  .option("--queue-only", "with --store: only put them into the queue, for annals work")
  .option("--json", "print one summary object on stdout")
  .option("--strict", "exit 3 if any input was skipped")
  .option("--dry-run", "say what would be read, and as what; read nothing")
  .option("--quiet", "no words on stderr")
  .action(async (paths, options) => done(await (await import("./commands/read.ts")).read(paths, options)))

ledgerOption(program.command("gather").argument("<folder>", "what annals read --shard wrote"))
  .description("put shards that were read elsewhere into the ledger")
  .option("--partial", "gather what is there, though shards are missing")
  .option("--json", "print one summary object on stdout")
  .action(async (folder, options) => done(await (await import("./commands/gather.ts")).gather(folder, options)))

ledgerOption(program.command("backup").argument("<folder>", "a folder that is not there yet"))
  .description("copy the whole ledger, with checksums")
  .action(async (to, options) => done(await (await import("./commands/backup.ts")).backup(to, options)))

ledgerOption(program.command("forget").argument("<name>", "an article's id or address; with --source an outlet"))
  .description("take an article, or all of an outlet, out of the ledger for good")
  .option("--source", "the name is an outlet's")
  .option("--yes", "do it; without it only say what would go")
  .action(async (name, options) => done(await (await import("./commands/forget.ts")).forget(name, options)))

ledgerOption(program.command("work"))
  .description("read what waits in a database's queue, beside any number of others")
  .option("--once", "end when nothing waits")
  .option("--jobs <n>", "articles read at once; as many as there are cores without it", wholeNumber)
  .option("--fast", "read the grammar with a smaller network: quicker, a little worse")
  .option("--quiet", "no words on stderr")
  .action(async options => done(await (await import("./commands/work.ts")).work(options)))

const fetching = (command: Command): Command =>
  ledgerOption(command)
    .option("--delay <seconds>", "between two requests to one host", "2")
    .option("--allow-local", "also addresses of this machine and its own network")
    .option("--no-robots", "do not ask robots.txt (of your own hosts)")

fetching(
  program.command("fetch").argument("<source...>", "addresses, or files with one a line, or tables with a column url; - is stdin")
)
  .description("fetch pages from the web, keep them beside the ledger and read them into it")
  .action(async (sources, options) => done(await (await import("./commands/fetch.ts")).fetchPages(sources, options)))

fetching(program.command("watch").argument("<feed...>", "addresses of feeds, or OPML files"))
  .description("read what is new in feeds, every so often, until interrupted")
  .option("--every <time>", "15m, 90s, 2h", "15m")
  .option("--once", "one round only")
  .action(async (sources, options) => done(await (await import("./commands/fetch.ts")).watch(sources, options)))

withFilters(ledgerOption(program.command("events")))
  .description("list events")
  .option("--limit <n>", "at most this many (default 50; all with --json, --jsonl and --csv)", wholeNumber)
  .option("--jsonl", "one event a line, every field")
  .option("--json", "one JSON document of rows")
  .option("--csv", "a CSV table")
  .action(async options => done(await (await import("./commands/events.ts")).events(options)))

ledgerOption(program.command("event").argument("<id>", "an event's or a mention's id, or its first eight characters"))
  .description("one event: every report, quote and source, and why it was coded and merged so")
  .option("--json", "as JSON")
  .action(async (id, options) => done(await (await import("./commands/event.ts")).event(id, options)))

program
  .command("explain")
  .argument("[file]", "FILE or FILE:SENTENCE")
  .description("every step from a sentence to its rows, or why there are none")
  .option("--text <text>", "explain this text")
  .option("--date <day>", "the day it was published: 2023-09-13")
  .option("--json", "all intermediate values as JSON")
  .action(async (file, options) => done(await (await import("./commands/explain.ts")).explain(file, options)))

withFilters(ledgerOption(program.command("export")))
  .description("write events to a file")
  .requiredOption("--as <form>", "csv, tsv, jsonl, parquet, folder, icews, polecat, gdelt, …")
  .option("-o, --out <file>", "the file; stdout without it")
  .option("--text <how much>", "full (articles too), quote, or none: offsets, hashes and addresses only", "quote")
  .option("--names <how>", "column names of icews, polecat, gdelt, phoenix: raw or snake")
  .action(async options => done(await (await import("./commands/export.ts")).exportEvents(options)))

withFilters(ledgerOption(program.command("series")))
  .description("a panel: events by dyad, country or actor and by day, week, month, quarter or year")
  .option("--unit <unit>", "dyad-month, country-week, actor-year, …", "dyad-month")
  .option("--measure <names>", "count, goldstein, quad, type; several with commas", "count,goldstein,quad")
  .option("--fill <how>", "zero: a row for every period between the first and the last", "none")
  .option("--as <form>", "csv, tsv, jsonl or parquet; by the file's ending without it")
  .option("-o, --out <file>", "the file; stdout without it")
  .action(async options => done(await (await import("./commands/series.ts")).series(options)))

withFilters(ledgerOption(program.command("compare").argument("<file>", "a file of theirs")))
  .description("lay a file of another data set beside the ledger: in both, differing how, only there, only here")
  .requiredOption("--as <name>", "icews, gdelt, acled or polecat")
  .option("--days <n>", "how many days two dates may lie apart", "1")
  .option("-o, --out <file>", "the table; stdout without it")
  .action(async (file, options) => done(await (await import("./commands/compare.ts")).compare(file, options)))

program
  .command("rehydrate")
  .argument("<file>", "a csv, tsv or jsonl export written with --text none")
  .requiredOption("--articles <path...>", "your own copies of the articles")
  .option("-o, --out <file>", "the file; stdout without it")
  .description("put the quotes back into an export that travelled without them")
  .action(async (file, options) => done(await (await import("./commands/rehydrate.ts")).rehydrate(file, options)))

ledgerOption(program.command("recode"))
  .description("read the stored articles again with today's code, data, codebook and actors")
  .option("--jobs <n>", "articles read at once; as many as there are cores without it", wholeNumber)
  .option("--fast", "read the grammar with a smaller network: quicker, a little worse")
  .option("--json", "print one summary object on stdout")
  .action(async options => done(await (await import("./commands/recode.ts")).recode(options)))

ledgerOption(program.command("runs"))
  .description("what was read and recoded when, and with what")
  .option("--json", "as JSON")
  .action(async options => done(await (await import("./commands/changes.ts")).runs(options)))

ledgerOption(program.command("changes"))
  .description("what became of events since a run or a day, by cause")
  .option("--since <run>", "a run's number or id, or a day: 2024-06-19", "0")
  .option("--limit <n>", "at most this many of each kind (default 20)", wholeNumber)
  .option("--json", "as JSON")
  .option("--as <feed>", "a feed instead: atom or jsonfeed")
  .option("--base <address>", "where the ledger is served, for the feed's links")
  .option("-o, --out <file>", "the file of the feed; stdout without it")
  .action(async ({since, ...options}) => done(await (await import("./commands/changes.ts")).changes(since, options)))

ledgerOption(program.command("diff").argument("<run-a>").argument("<run-b>"))
  .description("what differs between the ledger after one run and after another, by cause")
  .option("--limit <n>", "at most this many of each kind (default 20)", wholeNumber)
  .option("--json", "as JSON")
  .action(async (from, to, options) => done(await (await import("./commands/changes.ts")).diff(from, to, options)))

ledgerOption(program.command("review"))
  .description("what people decided, how right the coding is, and which cases are next")
  .option("--queue <name>", "doubtful, disagreements, orphans or double", "doubtful")
  .option("--who <name>", "the reviewer; the user of this machine, if not given")
  .option("--limit <n>", "at most this many cases (default 20; 100 with --export)", wholeNumber)
  .option("--export <file>", "the cases as a CSV sheet with a column for decisions")
  .option("--import <file>", "take decisions out of such a sheet")
  .option("--json", "as JSON")
  .action(async options => done(await (await import("./commands/review.ts")).review(options)))

ledgerOption(program.command("replay"))
  .description("what became of each correction in corrections.jsonl: applied, agrees, conflict or orphan")
  .option("--check", "exit 1 if one is in conflict or has lost its words")
  .option("--json", "as JSON")
  .action(async options => done(await (await import("./commands/replay.ts")).replay(options)))

program
  .command("agree")
  .argument("<file...>", "corrections of two or more people")
  .description("how far coders agree, field by field: alpha, kappa, span F1, with the machine as one of them; where they differ")
  .option("--limit <n>", "at most this many differences (default 20)", wholeNumber)
  .option("--json", "as JSON")
  .action(async (paths, options) => done((await import("./commands/agree.ts")).agree(paths, options)))

ledgerOption(program.command("eval").argument("<gold>", "corrections that people agreed on"))
  .description("what is read now, scored against what people decided: precision, recall and every field")
  .option("--limit <n>", "at most this many differences (default 20)", wholeNumber)
  .option("--json", "as JSON")
  .action(async (gold, options) => done(await (await import("./commands/agree.ts")).evaluate(gold, options)))

ledgerOption(program.command("verify"))
  .description("read every quotation again in its article")
  .option("--json", "as JSON")
  .action(async options => done(await (await import("./commands/verify.ts")).verify(options)))

const book = ledgerOption(program.command("codebook"))
  .description(
    "the codebook page: types, modes, contexts and every rule with its examples; with the ledger's own rules, if it has any"
  )
  .option("-o, --out <file>", "the file, HTML if it ends in .html; Markdown on stdout without it")
  .action(async options => done((await import("./commands/codebook.ts")).codebook(options)))

ledgerOption(book.command("check").argument("[folder]", "a folder of YAML; the ledger's codebook without it"))
  .description("whether rules of your own are well written and read their own examples")
  .action(async (folder, options) => done((await import("./commands/codebook.ts")).check(folder, options)))

const actors = program
  .command("actors")
  .description("actors of your own: names, countries and dated roles in the ledger's folder actors/")

ledgerOption(actors.command("check").argument("[folder]", "a folder of YAML; the ledger's actors without it"))
  .description("file and line of duplicates, overlapping offices, unknown codes")
  .action(async (folder, options) => done((await import("./commands/actors.ts")).check(folder, options)))

ledgerOption(actors.command("unresolved"))
  .description("the most frequent names in the ledger's events that nothing is known of, each with a sentence")
  .option("--limit <n>", "at most this many (default 30)", wholeNumber)
  .option("--json", "as JSON")
  .action(async options => done(await (await import("./commands/actors.ts")).unresolved(options)))

ledgerOption(
  actors.command("import").argument("<file>", "a Wikidata query export (CSV, JSON) or FollowTheMoney entities (JSONL)")
)
  .description("write actors and their dated offices into the ledger's folder actors/")
  .option("-o, --out <file>", "the YAML file; actors/NAME.yaml in the ledger without it")
  .action(async (file, options) => done((await import("./commands/actors.ts")).importActors(file, options)))

const served = (command: Command): Command =>
  ledgerOption(command)
    .option("-p, --port <n>", "the port; 0 picks a free one", process.env.ANNALS_PORT || "7117")
    .option(
      "--host <address>",
      "where to listen; elsewhere than on this machine alone everybody is asked for a token",
      "127.0.0.1"
    )

served(program.command("serve"))
  .description("serve page and API until interrupted")
  .action(async options => done(await (await import("./commands/serve.ts")).serve({...options, open: false})))

served(program.command("open"))
  .description("serve, and open the page in a browser")
  .option("--no-open", "do not open a browser")
  .action(async options => done(await (await import("./commands/serve.ts")).serve(options)))

served(program.command("mcp"))
  .description("the ledger for assistants (Model Context Protocol), over stdin and stdout; read-only")
  .option("--http", "over HTTP, at /mcp of --host and --port")
  .action(async options => done(await (await import("./commands/mcp.ts")).mcp(options)))

program
  .command("demo")
  .description("read the bundled sample pile and open it")
  .option("--ledger <dir>", "the ledger's folder", "./demo-ledger")
  .option("-p, --port <n>", "port on 127.0.0.1; 0 picks a free one", process.env.ANNALS_PORT || "7117")
  .option("--no-open", "do not open a browser")
  .action(async options => done(await readAndOpen([samples()], options)))

ledgerOption(program.command("doctor"))
  .description("what works here and what does not")
  .action(async options => done(await (await import("./commands/doctor.ts")).doctor(options)))

program
  .command("annotate")
  .argument("<layer>", "tokens, parse, names, times, places, actors, reports, claims, relations, events, same-event or article")
  .description("one layer of the reader as a filter: JSONL questions in, JSONL answers out")
  .option("--model <file>", "relations only: a model of your own, as annals learn writes it")
  .option("--fast", "read the grammar with a smaller network: quicker, a little worse")
  .action(async (layer, options) =>
    done(await (await import("./commands/annotate.ts")).annotate(layer, process.stdin, process.stdout, options))
  )

program
  .command("learn")
  .argument("<labels>", "JSONL: questions of annotate relations, each with its right answer as type; - is stdin")
  .description("a model of your own from your labels, for annotate relations and read; types of your own may be among them")
  .requiredOption("-o, --out <file>", "where the model goes; model.json in a ledger's folder is used by read")
  .option("--quiet", "no words on stderr")
  .action(async (labels, options) => done((await import("./commands/learn.ts")).learn(labels, options)))

served(program.command("look", {hidden: true}).argument("<path...>"))
  .option("--no-open")
  .action(async (paths, options) => done(await readAndOpen(paths, options)))

async function readAndOpen(paths: readonly string[], options: {ledger: string; port: string; open: boolean}): Promise<number> {
  const {readInto, say} = await import("./commands/read.ts")
  const {serve} = await import("./commands/serve.ts")
  const {summary, interrupted} = await readInto(paths, {ledger: options.ledger})
  say(summary, options.ledger)
  return interrupted ? 130 : serve(options)
}

function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder)
  return folder
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")).version
}

function samples(): string {
  return join(packageFolder(), "samples", "articles")
}

function wholeNumber(text: string): string {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new CommanderError(2, "annals.limit", `error: --limit ${text} is no whole number above 0`)
  return text
}

/// Bare `annals PATH…` reads and opens.
function withDefaultCommand(args: readonly string[]): string[] {
  const [first] = args
  const bare =
    first !== undefined && !first.startsWith("-") && !program.commands.some(c => c.name() === first) && existsSync(first)
  return bare ? ["look", ...args] : [...args]
}

try {
  await program.parseAsync(withDefaultCommand(process.argv.slice(2)), {from: "user"})
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.code === "annals.limit") process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    const message = (error as Error).message.split("\n")[0]!
    const next = /No space left|ENOSPC|EDQUOT|could not write|could not extend|disk/i.test(message)
      ? "; the disk is full: make room and run the same command again, nothing stored is lost"
      : /^(EACCES|EROFS|EPERM)/.test(message)
        ? "; name a folder that you may write to, or ask for the right to"
        : ""
    process.stderr.write(`annals: ${message}${next}\n`)
    process.exitCode = 1
  }
}
