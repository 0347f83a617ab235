import {spawnSync} from "node:child_process"
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"

/// A team's own reading, as its people bring it: a codebook folder and a model, in a ledger. Uses the built command.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const root = resolve(import.meta.dirname, "..")
const main = join(root, "dist", "main.js")
let folder: string

beforeAll(() => {
  if (!existsSync(main)) throw new Error("dist/main.js is not built; run the tests with: npm test")
  folder = mkdtempSync(join(tmpdir(), "annals-own-"))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function annals(args: readonly string[], input?: string) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28
  })
  return {status, stdout, stderr}
}

const question = (text: string, actor: string, recipient: string, type?: string) => {
  const span = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
  return JSON.stringify({id: text, text, actor: span(actor), recipient: span(recipient), ...(type && {type})})
}

const raiders = ["Turkana herders", "Murle fighters", "Pokot gunmen", "Toposa raiders"]
const labels = raiders
  .flatMap(who => [
    question(`${who} stole 300 cattle from the Lou on Sunday.`, who, "the Lou", "cattle raid"),
    question(`${who} drove off the camels of the Gabra.`, who, "the Gabra", "cattle raid"),
    question(`${who} ambushed soldiers of Uganda.`, who, "soldiers of Uganda", "assault")
  ])
  .join("\n")

describe("annals learn", () => {
  test("makes a model that annotate relations answers with, types of one's own included; twice the same bytes", () => {
    writeFileSync(join(folder, "labels.jsonl"), `${labels}\n`)
    const first = annals(["learn", "labels.jsonl", "-o", "model.json"])
    expect(first.status, first.stderr).toBe(0)
    expect(first.stderr).toContain("12 labels of 2 types → model.json")
    annals(["learn", "labels.jsonl", "-o", "again.json", "--quiet"])
    expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(readFileSync(join(folder, "model.json"), "utf8"))
    const asked = question("Karamojong boys stole 90 cattle from the Teso.", "Karamojong boys", "the Teso")
    const {stdout} = annals(["annotate", "relations", "--model", "model.json"], `${asked}\n`)
    expect(JSON.parse(stdout)).toMatchObject({type: "cattle raid"})
  })

  test("says which line of labels is wrong", () => {
    for (const [line, says] of [
      ['{"text": "a", "actor": null, "recipient": null}', '"type" should be'],
      ['{"actor": null, "recipient": null, "type": "AID"}', '"text" should be'],
      ["nonsense", "labels: -:13"]
    ] as const) {
      const {status, stderr} = annals(["learn", "-", "-o", "none.json"], `${labels}\n${line}\n`)
      expect(status).toBe(2)
      expect(stderr).toContain("-:13: ")
      if (!says.startsWith("labels")) expect(stderr).toContain(says)
      expect(existsSync(join(folder, "none.json"))).toBe(false)
    }
    expect(annals(["learn", "nowhere.jsonl", "-o", "none.json"]).stderr).toContain("nowhere.jsonl: no such file")
    expect(annals(["learn", "-", "-o", "none.json"], labels.split("\n")[0]).stderr).toContain("two types at least")
  })

  test("a model that is none, and a layer that takes none, are told so", () => {
    writeFileSync(join(folder, "odd.json"), "{}")
    expect(annals(["annotate", "relations", "--model", "odd.json"], "").stderr).toContain("odd.json: not a model")
    expect(annals(["annotate", "times", "--model", "model.json"], "")).toMatchObject({status: 2})
  })
})

describe("a ledger's own codebook", () => {
  const rules = `rules:
  - name: snub
    code: REJECT
    mode: meet
    verbs: [ignore]
    actor: subject
    recipient: object
    examples: ["{actor Norway} ignored {recipient Qatar}."]
`
  const article = JSON.stringify({title: "A snub", published: "2024-05-02", text: "Norway ignored Qatar on Wednesday."})

  test("is used by read, printed by codebook, checked by codebook check", () => {
    mkdirSync(join(folder, "team", "codebook"), {recursive: true})
    writeFileSync(join(folder, "team", "codebook", "ours.yaml"), rules)
    expect(annals(["codebook", "check", "--ledger", "team"]).stdout).toContain(
      "1 rules added, 0 changed, 0 off; 1 of 1 examples hold"
    )
    expect(annals(["codebook", "--ledger", "team"]).stdout).toContain("### snub")
    const {status, stderr} = annals(["read", "-", "--format", "jsonl", "--ledger", "team"], `${article}\n`)
    expect(status, stderr).toBe(0)
    expect(JSON.parse(annals(["events", "--json", "--ledger", "team"]).stdout).events[0]).toMatchObject({type: "REJECT"})
    annals(["codebook", "--ledger", "team", "--out", "book.html"])
    expect(readFileSync(join(folder, "book.html"), "utf8")).toContain('<h3 id="snub">')
  })

  test("that is wrong stops read, with file and line", () => {
    mkdirSync(join(folder, "wrong", "codebook"), {recursive: true})
    writeFileSync(join(folder, "wrong", "codebook", "ours.yaml"), rules.replace("REJECT", "REJEKT"))
    for (const args of [
      ["read", "-", "--format", "jsonl", "--ledger", "wrong"],
      ["codebook", "check", "--ledger", "wrong"]
    ]) {
      const {status, stderr} = annals(args, `${article}\n`)
      expect(status).toBe(1)
      expect(stderr).toContain("ours.yaml:3: code should be a PLOVER type")
    }
    expect(annals(["codebook", "check", "nowhere"]).stderr).toContain("no such folder")
  })
})
