import {spawnSync} from "node:child_process"
import {expect, test} from "vitest"
import {sparing} from "./engine.ts"

test("the engine knows what it is told", () => {
  const {status, stderr} = spawnSync(process.execPath, [...sparing, "-e", "0"], {encoding: "utf8"})
  expect([status, stderr]).toEqual([0, ""])
})
