/// How fast it reads beside other libraries for Node, in one run on the same sentences of the sample pile: raw text to events here;
/// tagging alone in wink-nlp and in compromise. They take turns, round by round, so that a busy machine slows all alike.
/// Run: npm run bench:beside [-- ROUNDS]
import {join} from "node:path"
import nlp from "compromise"
import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import {articlesFrom} from "../src/articles/read.ts"
import type {Article} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"

const rounds = Number(process.argv[2] ?? 8)
const articles: Article[] = []
for await (const found of articlesFrom([join(import.meta.dirname, "..", "samples", "articles")], {})) {
  if ("text" in found) articles.push(found)
}
const {read} = reader(openResources())
const wink = winkNLP(model, ["sbd", "pos"])
const count = {sentences: 0, tokens: 0}
for (const article of articles) {
  const {document} = read(article)
  count.sentences += document.sentences.length
  count.tokens += document.tokens.length
}

/// What each does with an article; the answer is made whole, since both taggers work only when asked.
const does: Record<string, (article: Article) => unknown> = {
  "annals, raw text to events": read,
  "wink-nlp, tags": ({text}) => wink.readDoc(text).tokens().out(wink.its.pos),
  "compromise, tags": ({text}) => nlp(text).json()
}

const seconds = new Map(Object.keys(does).map(name => [name, [] as number[]]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, work] of Object.entries(does)) {
    const from = process.cpuUsage()
    for (const article of articles) work(article)
    const {user, system} = process.cpuUsage(from)
    // the first round warms up
    if (round > 0) seconds.get(name)!.push((user + system) / 1e6)
  }
}
console.log(
  `${articles.length} articles, ${count.sentences} sentences, ${count.tokens} tokens; the middle of ${rounds} rounds, processor time`
)
const middle = [...seconds].map(([name, all]) => [name, all.sort((a, b) => a - b)[all.length >> 1]!] as const)
for (const [name, of] of middle) {
  const ratio = (middle[0]![1] / of).toFixed(2)
  console.log(
    `${name.padEnd(28)} ${(articles.length / of).toFixed(1).padStart(7)} articles/s ${(count.sentences / of).toFixed(0).padStart(6)} sentences/s ${(count.tokens / of).toFixed(0).padStart(7)} tokens/s  ${ratio} of annals' speed`
  )
}
