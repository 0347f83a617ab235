import {readFileSync} from "node:fs"
import {basename} from "node:path"
import type {ReplayCheck} from "../../api/contract.ts"
import type {Correction} from "../../model/model.ts"
import {type Agreement, agreementOf, type Disagreement, decisionsOf, scoreOf, unitOf, wilson} from "../../review/agreement.ts"
import {standing} from "../../review/lines.ts"
import {connect} from "../ledger/connect.ts"
import {correctionsOf} from "../ledger/corrections.ts"
import {clip, table} from "../table.ts"

interface Options {
  readonly json?: boolean
  readonly limit?: string
}

/// `annals agree A.jsonl B.jsonl`: how far people agree, field by field, with the machine as one more coder, and where they do not. A
/// file may hold the decisions of several people; they are told apart by their names.
export function agree(paths: readonly string[], options: Options): number {
  const people = new Map<string, Correction[]>()
  for (const path of paths) {
    for (const line of standing(correctionsOf(textOf(path), path).lines).corrections) {
      const of = people.get(line.who)
      if (of) of.push(line)
      else people.set(line.who, [line])
    }
  }
  if (people.size < 2) {
    const found = [...people.keys()].join(", ") || "nobody"
    process.stderr.write(
      `annals agree: decisions of ${found} alone in ${paths.map(p => basename(p)).join(", ")}; two people are needed\n`
    )
    return 2
  }
  const found = agreementOf(new Map([...people].map(([who, lines]) => [who, decisionsOf(lines)])))
  process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : told(found, Number(options.limit ?? 20)))
  return 0
}

/// `annals eval GOLD`: what is read now, scored against what people decided.
export async function evaluate(path: string, options: Options & {readonly ledger: string}): Promise<number> {
  const text = textOf(path)
  const gold = decisionsOf(standing(correctionsOf(text, path).lines).corrections)
  const connection = await connect(options)
  try {
    const answer = await connection.ask("/api/v1/reviews/check", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({text, path})
    })
    const check = (await answer.json()) as ReplayCheck
    const gone = check.corrections.filter(c => c.state === "orphan")
    const lost = new Set(gone.flatMap(c => (typeof c.correction.target === "object" ? unitOf(c.correction.target) : [])))
    const there = new Map([...gold].filter(([unit]) => !lost.has(unit)))
    const now = new Map(
      check.corrections.flatMap(c =>
        typeof c.correction.target === "object" && c.now ? [[unitOf(c.correction.target), c.now]] : []
      )
    )
    const score = scoreOf(there, target => now.get(unitOf(target)))
    const {found, right, events, recalled, fields, whole, misses} = score
    if (options.json) {
      process.stdout.write(`${JSON.stringify({...score, units: there.size, lost: lost.size, unjudged: check.unjudged})}\n`)
      return 0
    }
    const f1 = found + events === 0 ? 0 : (right + recalled) / (found + events)
    const row = (name: string, n: number, of: number, k?: number): string[] => {
      const {low, high} = wilson(n, of)
      return [
        name,
        of === 0 ? "–" : (n / of).toFixed(3),
        `${n} of ${of}`,
        of === 0 ? "" : `${low.toFixed(2)} to ${high.toFixed(2)}`,
        shown(k)
      ]
    }
    process.stdout.write(
      [
        `${there.size} units judged, ${lost.size} whose words are not in this ledger; ${check.unjudged} tellings in their articles that nobody judged\n\n`,
        table(
          ["", "share", "", "95 %", "kappa"],
          [
            row("precision", right, found),
            row("recall", recalled, events),
            ["F1", f1.toFixed(3), "", "", ""],
            ...fields.map(f => row(f.field, f.right, f.units, f.kappa)),
            row("every field right", whole, right)
          ]
        ),
        differences(misses, Number(options.limit ?? 20))
      ].join("")
    )
    return 0
  } finally {
    await connection.close()
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    throw new Error(`${path}: no such file; corrections.jsonl in a ledger's folder is one`)
  }
}

const shown = (value: number | undefined): string => (value === undefined ? "–" : value.toFixed(3))

function told({coders, fields, disagreements}: Agreement, most: number): string {
  const pairs = fields[0]!.pairs
  const head = ["", "units", "alpha", "with machine", ...pairs.flatMap(({a, b}) => [`kappa ${a}, ${b}`, "agree", "span F1"])]
  return [
    `coders: ${coders.join(", ")}\n\n`,
    table(
      head,
      fields.map(f => [
        f.field,
        String(f.units),
        shown(f.alpha),
        shown(f.alphaWithMachine),
        ...f.pairs.flatMap(p => [shown(p.kappa), `${p.agreed} of ${p.units}`, shown(p.spanF1)])
      ])
    ),
    "\nalpha: Krippendorff, nominal; kappa: Cohen; span F1: exact words. A dash: nothing to agree on.\n",
    differences(disagreements, most)
  ].join("")
}

function differences(all: readonly Disagreement[], most: number): string {
  if (all.length === 0) return "\nno differences\n"
  const rows = all
    .slice(0, most)
    .map(({target, field, values}) => [
      target.article.slice(0, 8),
      clip(`…${target.prefix.slice(-20)}[${target.quote}]${target.suffix.slice(0, 20)}…`.replace(/\s+/g, " "), 60),
      field,
      values.map(v => `${v.coder}: ${v.value || "not said"}`).join("; ")
    ])
  const more = all.length > most ? `and ${all.length - most} more: --limit ${all.length}, or --json\n` : ""
  return `\n${table(["article", "words", "field", "differ"], rows)}${more}`
}
