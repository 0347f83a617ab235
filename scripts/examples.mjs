// Writes one example of each verb, with its real output, into the README. Run: npm run examples
import {spawnSync} from "node:child_process"
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {ready, root} from "./ready.mjs"

ready()
const folder = mkdtempSync(join(tmpdir(), "annals-examples-"))
const annals = (args, most = 14) => {
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [join(root, "dist", "main.js"), ...args.map(a => a.replace("samples/", join(root, "samples/")))],
    {
      cwd: folder,
      encoding: "utf8"
    }
  )
  const lines = `${stdout}${stderr}`
    .trimEnd()
    .split("\n")
    .map(l => (l.length > 170 ? `${l.slice(0, 169)}…` : l).trimEnd())
  const shown = lines.length > most ? [...lines.slice(0, most), "…"] : lines
  return `\`\`\`\n$ annals ${args.map(a => (/[ "]/.test(a) ? `"${a}"` : a)).join(" ")}\n${shown.join("\n")}\n\`\`\``
}
const parts = [
  "**read**: articles into the ledger.",
  annals(["read", "samples/articles"]),
  "**events**: its rows.",
  annals(["events", "--pair", "RUS,PRK", "--since", "2023-01-01", "--limit", "8"])
]
const list = JSON.parse(
  spawnSync(
    process.execPath,
    [
      join(root, "dist", "main.js"),
      "events",
      "--json",
      "--pair",
      "RUS,PRK",
      "--type",
      "CONSULT",
      "--since",
      "2023-09-01",
      "--until",
      "2023-10-01"
    ],
    {
      cwd: folder,
      encoding: "utf8"
    }
  ).stdout
).events
const fullest = list.sort((a, b) => b.reports - a.reports)[0]
parts.push(
  "**event**: one of them, with every report and why it was coded and merged so.",
  annals(["event", fullest.id.slice(0, 8)], 26),
  "**explain**: every step from a sentence to its row.",
  annals(
    ["explain", "--text", "The White House accused Pyongyang on Friday of shipping shells to Moscow.", "--date", "2023-10-14"],
    40
  ),
  "**export**: a table for R, Python or a spreadsheet.",
  annals(["export", "--as", "csv", "-o", "events.csv"]),
  "**annotate**: one layer of the reader as a filter, JSONL in, JSONL out.",
  `\`\`\`\n$ echo '{"id":1,"text":"Kim met Putin on 13 September 2023."}' | annals annotate times\n${spawnSync(process.execPath, [join(root, "dist", "main.js"), "annotate", "times"], {input: '{"id":1,"text":"Kim met Putin on 13 September 2023."}\n', encoding: "utf8"}).stdout.trim()}\n\`\`\``,
  "**serve**, **open**, **demo**: the page and the API (docs/api.md; `annals/client` in TypeScript, recipes for R and Python); **mcp**: the ledger for assistants, read-only; **review**: corrections that outlive recoding (docs/review.md); **read --shard**, **gather**, **work**: many machines (docs/scale.md); **backup**, **forget**, **verify**; **doctor**: what works here and what does not.",
  annals(["doctor"])
)
rmSync(folder, {recursive: true, force: true})
const file = join(root, "README.md")
const readme = readFileSync(file, "utf8")
const text = parts.join("\n\n").replaceAll(root, "…").replaceAll(folder, ".")
writeFileSync(
  file,
  readme.replace(/(<!-- examples:[^>]*-->\n)[\s\S]*?(<!-- \/examples -->)/, `$1${text.replaceAll("$", "$$$$")}\n$2`)
)
