/// How fast who, where and when are found in documents that are read already, one core, by what finds them; and how long everything
/// they look up takes to open in a fresh process. Times are the processor's, so that a busy machine changes them little.
/// Run: npm run bench:mentions [-- ROUNDS]
import {fork} from "node:child_process"
import {join} from "node:path"
import {articlesFrom} from "../src/articles/read.ts"
import {actorFinder} from "../src/mentions/actors/finder.ts"
import {actorLexicon} from "../src/mentions/actors/lexicon.ts"
import {actorTables} from "../src/mentions/actors/tables.ts"
import {nameFinder} from "../src/mentions/names.ts"
import {placeFinder} from "../src/mentions/places/finder.ts"
import {gazetteer} from "../src/mentions/places/gazetteer.ts"
import {timeFinder} from "../src/mentions/times/finder.ts"
import type {Document} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"

const clock = (): number => {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

/// What a piece of work gives, and its milliseconds.
function timed<T>(work: () => T): [made: T, cpu: number, wall: number] {
  const [cpu, wall] = [clock(), performance.now()]
  const made = work()
  return [made, clock() - cpu, performance.now() - wall]
}

function finders() {
  const resources = openResources()
  const rows = (name: string) => resources.rows(`places/${name}.tsv`)
  const [names, ofNames, wallNames] = timed(() => nameFinder(resources.weights("names")))
  const [places, ofPlaces, wallPlaces] = timed(() =>
    placeFinder(
      gazetteer({
        countries: rows("countries"),
        regions: rows("regions"),
        lands: rows("lands"),
        sites: rows("sites"),
        towns: rows("towns"),
        peoples: rows("peoples"),
        ordinary: rows("ordinary"),
        packed: resources.weights("places")
      })
    )
  )
  const [actors, ofActors, wallActors] = timed(() => actorFinder(actorLexicon(actorTables(resources.rows, resources.table))))
  const [times, ofTimes, wallTimes] = timed(() => timeFinder())
  return {
    names,
    places,
    actors,
    times,
    opened: {names: ofNames, places: ofPlaces, actors: ofActors, times: ofTimes},
    wall: wallNames + wallPlaces + wallActors + wallTimes
  }
}

if (process.send !== undefined) {
  const {opened, wall} = finders()
  process.send({opened, wall})
  process.disconnect()
} else {
  const documents: Document[] = []
  const read = reader(openResources()).documents
  for await (const found of articlesFrom([join(import.meta.dirname, "..", "samples", "articles")], {}))
    if ("text" in found) documents.push(read.read(found))
  const tokens = documents.reduce((sum, {tokens}) => sum + tokens.length, 0)
  const {names, times, places, actors} = finders()
  const rounds = Number(process.argv[2] ?? 20)
  // Of each document and finder the least of some rounds: what it takes when nothing else is done.
  const stages = ["names", "times", "places", "actors"] as const
  const least = documents.map(() => new Float64Array(stages.length).fill(Number.POSITIVE_INFINITY))
  let first = 0
  for (let round = 0; round < rounds; round++) {
    const began = clock()
    documents.forEach((document, d) => {
      const note = <T>(stage: number, work: () => T): T => {
        const from = performance.now()
        const made = work()
        least[d]![stage] = Math.min(least[d]![stage]!, performance.now() - from)
        return made
      }
      const named = note(0, () => names(document))
      const timed = note(1, () => times(document))
      const placed = note(2, () => places(document, named))
      note(3, () => actors(document, named, timed, placed))
    })
    if (round === 0) first = clock() - began
  }
  const sums = stages.map((_, s) => least.reduce((sum, row) => sum + row[s]!, 0))
  const all = sums.reduce((a, b) => a + b)
  const per = (ms: number): string => Math.round((tokens / ms) * 1000).toLocaleString("en")
  console.log(`${documents.length} documents, ${tokens} tokens, Node ${process.version}`)
  console.log(`all mentions   ${per(all).padStart(9)} tokens/s, ${per(first)} in the first round`)
  stages.forEach((stage, s) => {
    console.log(
      `  ${stage.padEnd(12)} ${per(sums[s]!).padStart(9)} tokens/s, ${((sums[s]! / tokens) * 1000).toFixed(2)} µs a token`
    )
  })
  interface Opened {
    readonly opened: Readonly<Record<string, number>>
    readonly wall: number
  }
  const starts: Opened[] = []
  for (let run = 0; run < 5; run++) {
    starts.push(
      await new Promise<Opened>((resolve, reject) => {
        const child = fork(process.argv[1]!, [], {execArgv: process.execArgv})
        child.on("message", opened => resolve(opened as Opened))
        child.on("error", reject)
      })
    )
  }
  const best = (of: (one: Opened) => number): string => Math.min(...starts.map(of)).toFixed(0)
  const parts = stages.map(stage => `${stage} ${best(({opened}) => opened[stage]!)}`).join(", ")
  console.log(
    `dictionaries   open in ${best(({wall}) => wall)} ms, the best of ${starts.length} processes (of the processor: ${parts})`
  )
}
