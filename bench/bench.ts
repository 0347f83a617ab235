/// How fast it reads: raw text to events, one core and two. Run: npm run bench [-- SECONDS]
import {fork} from "node:child_process"
import {availableParallelism, cpus} from "node:os"
import {join} from "node:path"
import {articlesFrom} from "../src/articles/read.ts"
import type {Article} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"

interface Speed {
  readonly articles: number
  readonly sentences: number
  readonly tokens: number
  readonly events: number
  readonly seconds: number
  readonly start: number
}

const pile = join(import.meta.dirname, "..", "samples", "articles")

/// Reads the sample pile over and over for some seconds, after one warm round.
async function measure(seconds: number): Promise<Speed> {
  const began = performance.now()
  const read = reader(openResources()).read
  const articles: Article[] = []
  for await (const found of articlesFrom([pile], {})) if ("text" in found) articles.push(found)
  read(articles[0]!)
  const start = (performance.now() - began) / 1000
  for (const article of articles) read(article)
  const from = performance.now()
  const sum = {articles: 0, sentences: 0, tokens: 0, events: 0}
  while (performance.now() - from < seconds * 1000) {
    for (const article of articles) {
      const {document, coding} = read(article)
      sum.articles++
      sum.sentences += document.sentences.length
      sum.tokens += document.tokens.length
      sum.events += coding.events.length
    }
  }
  return {...sum, seconds: (performance.now() - from) / 1000, start}
}

if (process.send === undefined) {
  const seconds = Number(process.argv[2] ?? 8)
  const row = (cores: number, runs: readonly Speed[]): string => {
    const per = (what: "articles" | "sentences" | "tokens"): string =>
      runs.reduce((sum, r) => sum + r[what] / r.seconds, 0).toFixed(what === "articles" ? 1 : 0)
    return `${String(cores).padStart(5)}  ${per("articles").padStart(10)}  ${per("sentences").padStart(11)}  ${per("tokens").padStart(8)}  ${(runs[0]!.start * 1000).toFixed(0).padStart(8)}`
  }
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`)
  console.log("cores  articles/s  sentences/s  tokens/s  start ms   (raw text to events, nothing stored)")
  console.log(row(1, [await measure(seconds)]))
  const worker = (): Promise<Speed> =>
    new Promise((resolve, reject) => {
      const child = fork(process.argv[1]!, [String(seconds)], {execArgv: process.execArgv})
      child.on("message", speed => resolve(speed as Speed))
      child.on("error", reject)
    })
  console.log(row(2, await Promise.all([worker(), worker()])))
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
} else {
  process.send(await measure(Number(process.argv[2])))
  process.disconnect()
}
