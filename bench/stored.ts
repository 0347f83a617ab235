/// How fast a pile of text becomes a ledger on disk, on one core and on two: `annals read` of made-up articles, 25 sentences of the
/// sample pile each, no two alike. Countries, their people, capitals and leaders are exchanged in each article for those of others
/// (elsewhere.ts), for no archive tells the same few hundred sentences of the same states over and over. One core is one core for all
/// that the program does (`taskset`); where that cannot be had, it is one reading thread, and said.
/// Run: npm run bench:stored [-- ARTICLES ROUNDS [--fast] [--two]] (--two: on two cores only)
import {spawn, spawnSync} from "node:child_process"
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {articlesFrom} from "../src/articles/read.ts"
import {documentReader} from "../src/language/document.ts"
import {syntaxReader} from "../src/language/syntax.ts"
import {languageWords} from "../src/language/words.ts"
import {openResources} from "../src/resources.ts"
import {elsewhere} from "./elsewhere.ts"
import {seeded} from "./made-up.ts"

const count = Number(process.argv[2] ?? 1000)
const rounds = Number(process.argv[3] ?? 2)
const fast = process.argv.includes("--fast") ? ["--fast"] : []
const onTwo = process.argv.includes("--two")
const long = 25
const root = join(import.meta.dirname, "..")

const resources = openResources()
const words = languageWords(resources.yaml)
const language = documentReader(syntaxReader(resources.weights("english")), words)
const sentences: string[] = []
for await (const found of articlesFrom([join(root, "samples", "articles")], {})) {
  if (!("text" in found)) continue
  for (const {start, end} of language.read(found).sentences) sentences.push(found.text.slice(start, end))
}

const folder = mkdtempSync(join(tmpdir(), "annals-bench-"))
const pile = join(folder, "pile.jsonl")
const random = seeded(11)
const exchange = elsewhere(resources)
const article = (n: number): string => {
  const published = new Date(Date.UTC(2004, 0, 1) + Math.floor(random() * 6000) * 86_400_000).toISOString().slice(0, 10)
  const told = Array.from({length: long}, () => sentences[Math.floor(random() * sentences.length)]!).join(" ")
  const text = exchange(random)(told)
  return `${JSON.stringify({title: `Number ${n}`, published, publisher: `Paper ${n % 40}`, url: `https://paper.example/${n}`, text})}\n`
}
writeFileSync(pile, Array.from({length: count}, (_, n) => article(n)).join(""))

const pins = spawnSync("taskset", ["-c", "0", "true"]).status === 0

/// Reads the pile into a new ledger: seconds, and the most memory that the process held.
const read = (cores: number): Promise<{seconds: number; peak: number}> =>
  new Promise((resolve, reject) => {
    const ledger = join(folder, "ledger")
    rmSync(ledger, {recursive: true, force: true})
    const from = performance.now()
    const [program = "", ...args] = [
      ...(pins && cores === 1 ? ["taskset", "-c", "0"] : []),
      ...[
        process.execPath,
        join(root, "dist", "main.js"),
        "read",
        pile,
        "--ledger",
        ledger,
        "--jobs",
        String(cores),
        "--quiet",
        ...fast
      ]
    ]
    const child = spawn(program, args, {stdio: "inherit"})
    let peak = 0
    const watch = setInterval(() => {
      const held = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))
      if (held) peak = Math.max(peak, Number(held[1]) / 1024)
    }, 100)
    child.on("error", reject)
    child.on("exit", code => {
      clearInterval(watch)
      if (code === 0) resolve({seconds: (performance.now() - from) / 1000, peak})
      else reject(new Error(`annals read ended with ${code}`))
    })
  })

try {
  console.log(`${count} articles of ${long} sentences, into a new ledger${fast.map(f => `, ${f}`).join("")}`)
  const named = pins ? ["1 core", "2 cores"] : ["1 thread", "2 threads"]
  for (let round = 1; round <= rounds; round++) {
    const took: number[] = []
    for (const cores of onTwo ? [2] : [1, 2]) {
      const {seconds, peak} = await read(cores)
      took.push(seconds)
      console.log(
        `${named[cores - 1]}: ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} articles/s, ${((count * long) / seconds).toFixed(0)} sentences/s, at most ${peak.toFixed(0)} MB`
      )
    }
    if (!onTwo) console.log(`speed-up of 2 over 1: ${(took[0]! / took[1]!).toFixed(2)}`)
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
