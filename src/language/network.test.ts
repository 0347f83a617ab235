import {readFileSync} from "node:fs"
import {join} from "node:path"
import {gunzipSync} from "node:zlib"
import {expect, test} from "vitest"
import {network} from "./network.ts"
import {Bytes} from "./weights.ts"

const raw = gunzipSync(readFileSync(join(import.meta.dirname, "../../data/weights/english.bin")))
const reader = (plain: boolean) => {
  const bytes = new Bytes(raw)
  expect(bytes.text()).toBe("network")
  return network(bytes, plain)
}

test("reads the same with WebAssembly and without, alone and among others", () => {
  const sentences = [
    "On Monday , the rebels of Amara seized a port that the army had held for 12 years .",
    "Police",
    "",
    "“ We won ’t leave until they sign , ” Gen. Osei told reporters in Unterländerviertel ."
  ].map(line => line.split(" ").filter(form => form !== ""))
  const quick = reader(false)
  const together = quick.analyse(sentences)
  expect(reader(true).analyse(sentences)).toEqual(together)
  expect(sentences.flatMap(s => quick.analyse([s]))).toEqual(together)
})
