/// How fast mentions are merged to events, in memory: mentions made up with the skew that news has (few pairs hold most events, few
/// events most reports). Run: npx tsx bench/merge.ts [MENTIONS]
import {ledger} from "../src/ledger/ledger.ts"
import {types} from "../src/model/model.ts"
import {mentions} from "./made-up.ts"

const count = Number(process.argv[2] ?? 100_000)
const all = [...mentions(count)]
const used = process.cpuUsage()
const began = performance.now()
let [events, largest] = [0, 0]
// mentions of different types are never of one event
for (const type of types)
  for (const event of ledger.merge(
    all.filter(m => m.type === type),
    () => ({signature: [], credits: []})
  )) {
    events++
    largest = Math.max(largest, event.mentions.length)
  }
const seconds = (performance.now() - began) / 1000
console.log(`${count} mentions: ${events} events, the largest of ${largest}`)
console.log(
  `merging ${seconds.toFixed(1)} s (${(process.cpuUsage(used).user / 1e6).toFixed(1)} s of processor), ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GiB at most`
)
