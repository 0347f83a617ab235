/// How fast mentions are merged to events, in memory: mentions made up with the skew that news has (few pairs hold most events, few
/// events most reports). Run: npx tsx bench/merge.ts [MENTIONS]
import {ledger} from "../src/ledger/ledger.ts"
import {mentions} from "./made-up.ts"

const count = Number(process.argv[2] ?? 100_000)
const all = [...mentions(count)]
const used = process.cpuUsage()
const began = performance.now()
const events = ledger.merge(all, () => ({signature: [], credits: []}))
const seconds = (performance.now() - began) / 1000
const largest = events.reduce((most, e) => Math.max(most, e.mentions.length), 0)
console.log(`${count} mentions: ${events.length} events, the largest of ${largest}`)
console.log(
  `merging ${seconds.toFixed(1)} s (${(process.cpuUsage(used).user / 1e6).toFixed(1)} s of processor), ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GiB at most`
)
