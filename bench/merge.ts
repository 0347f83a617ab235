/// How fast mentions are merged to events, in memory: mentions made up with the skew that news has (few pairs hold most events, few
/// events most reports). Run: npx tsx bench/merge.ts [MENTIONS]
import {ledger} from "../src/ledger/ledger.ts"
import {mentions} from "./made-up.ts"

const count = Number(process.argv[2] ?? 100_000)
const all = [...mentions(count)]
const used = process.cpuUsage()
const began = performance.now()
const found = ledger.components(all.map(m => ledger.gist(m))).map(component => component.map(i => all[i]!))
const joined = performance.now()
const events = found.reduce((sum, c) => sum + ledger.merge(c, () => ({signature: [], credits: []})).length, 0)
const done = performance.now()
const largest = found.reduce((most, c) => Math.max(most, c.length), 0)
console.log(`${count} mentions: ${found.length} components (the largest of ${largest}), ${events} events`)
console.log(
  `meeting ${((joined - began) / 1000).toFixed(1)} s, merging ${((done - joined) / 1000).toFixed(1)} s (${(process.cpuUsage(used).user / 1e6).toFixed(1)} s of processor), ${(process.memoryUsage().rss / 2 ** 30).toFixed(1)} GiB`
)
