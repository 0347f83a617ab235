/// Do the ledger's tests see a mistake in the ledger? `npm run bench:mutants -- [COUNT] [SEED]`. Small mistakes (another operator, a condition turned
/// round, a number one too big, a call left out) are drawn at random from the ledger's core and tried one by one against its tests:
/// a mistake that no test sees is told with its place. All of them lie in one program, in which a number says which one holds.
import {spawn} from "node:child_process"
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import ts from "typescript"
import {build} from "vite"
import {numbersOf} from "./invented.ts"
import {keep} from "./results.ts"

const count = Number(process.argv[2] ?? 150)
const seed = Number(process.argv[3] ?? 1)
const root = join(import.meta.dirname, "..")
/// Several times what a test run takes that is not caught in a loop.
const mostProcessorSeconds = 40

const core = [
  ...readdirSync(join(root, "src/ledger"))
    .filter(f => f.endsWith(".ts") && !f.endsWith(".test.ts"))
    .map(f => `src/ledger/${f}`),
  "src/store/merging.ts",
  "src/store/standing.ts"
]
// the quick ones first
const tests = ["same-event", "event", "gist", "placing", "kept", "evidence", "account", "happenings", "judgements", "merge"]
  .map(name => `src/ledger/${name}.test.ts`)
  .concat("src/store/standing.test.ts", "src/store/merging.test.ts")

interface Mutant {
  readonly file: string
  readonly line: number
  readonly was: string
  readonly now: string
  readonly node: ts.Expression
  readonly change: ts.Expression
}

// ---- the mistakes

const operators = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [ts.SyntaxKind.LessThanToken, ts.SyntaxKind.LessThanEqualsToken],
  [ts.SyntaxKind.LessThanEqualsToken, ts.SyntaxKind.LessThanToken],
  [ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.GreaterThanEqualsToken],
  [ts.SyntaxKind.GreaterThanEqualsToken, ts.SyntaxKind.GreaterThanToken],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsEqualsToken],
  [ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.MinusToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.SlashToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken],
  [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken]
])
const methods = new Map([
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"]
])
const make = ts.factory

/// What an expression may be by mistake.
function mistakes(node: ts.Node): ts.Expression[] {
  const parent = node.parent
  const found: ts.Expression[] = []
  if (ts.isBinaryExpression(node)) {
    const other = operators.get(node.operatorToken.kind)
    if (other !== undefined) found.push(make.createBinaryExpression(node.left, other, node.right))
  }
  if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(parent) && !ts.isPropertyAssignment(parent.parent ?? parent))
    found.push(make.createNumericLiteral(Number(node.text) + 1))
  if (node.kind === ts.SyntaxKind.TrueKeyword && !ts.isLiteralTypeNode(parent)) found.push(make.createFalse())
  if (node.kind === ts.SyntaxKind.FalseKeyword && !ts.isLiteralTypeNode(parent)) found.push(make.createTrue())
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) found.push(node.operand)
  if (
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  )
    found.push(make.createLogicalNot(make.createParenthesizedExpression(node as ts.Expression)))
  if (ts.isCallExpression(node)) {
    if (ts.isPropertyAccessExpression(node.expression)) {
      const {expression, name} = node.expression
      const other = methods.get(name.text)
      if (other)
        found.push(make.createCallExpression(make.createPropertyAccessExpression(expression, other), undefined, node.arguments))
      if (name.text === "filter" || name.text === "sort" || name.text === "toSorted") found.push(expression)
    }
    if (ts.isExpressionStatement(parent) || (ts.isAwaitExpression(parent) && ts.isExpressionStatement(parent.parent)))
      found.push(make.createVoidZero())
  }
  return found
}

function mutantsOf(file: string): {source: ts.SourceFile; all: Mutant[]} {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true)
  const printer = ts.createPrinter({removeComments: true})
  const all: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    for (const change of ts.isSourceFile(node) ? [] : mistakes(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const short = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 90)
      const now = short(printer.printNode(ts.EmitHint.Unspecified, change, source))
      all.push({file, line, was: short(node.getText()), now, node: node as ts.Expression, change})
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return {source, all}
}

/// A source in which each of these mistakes holds when its number is set.
function withMutants(source: ts.SourceFile, chosen: ReadonlyMap<ts.Node, readonly [number, ts.Expression][]>): string {
  const holds = (number: number): ts.Expression =>
    make.createStrictEquality(
      make.createPropertyAccessExpression(make.createIdentifier("globalThis"), "mutant"),
      make.createNumericLiteral(number)
    )
  const {transformed} = ts.transform(source, [
    context => whole => {
      const visit = (node: ts.Node): ts.Node => {
        const inner = ts.visitEachChild(node, visit, context)
        return (chosen.get(node) ?? []).reduce<ts.Node>(
          (as, [number, change]) =>
            make.createParenthesizedExpression(
              make.createConditionalExpression(holds(number), undefined, change, undefined, as as ts.Expression)
            ),
          inner
        )
      }
      return ts.visitNode(whole, visit) as ts.SourceFile
    }
  ])
  return ts.createPrinter().printFile(transformed[0]!)
}

// ---- the program

const shim = `
import * as chai from "chai"
import {JestChaiExpect, JestAsymmetricMatchers, JestExtend} from "@vitest/expect"
import fc from "fast-check"
chai.use(JestExtend); chai.use(JestChaiExpect); chai.use(JestAsymmetricMatchers)
fc.configureGlobal({seed: ${seed}, endOnFailure: true})
// before anything of the ledger is made
globalThis.mutant = Number(process.env.MUTANT)
export const expect = chai.expect
const all = []
const hooks = []
export const describe = (_, body) => body()
export const test = (name, body) => all.push([name, body])
test.each = rows => (name, body) => rows.map(row => [row].flat()).forEach(row => test(name.replace("%s", row[0]), () => body(...row)))
export const beforeAll = body => hooks.push(body)
export const afterAll = () => {}
export const vi = {setConfig() {}}
export async function run() {
  for (const hook of hooks) await hook()
  // few tries see most mistakes
  for (globalThis.share of [0.1, 1])
    for (const [name, body] of all) {
      try { await body() } catch (error) { process.stdout.write(name); process.exit(1) }
    }
  process.exit(0)
}
`

const files = core.map(mutantsOf)
const every = files.flatMap(f => f.all)
const random = numbersOf(seed)
const drawn = every
  .map(mutant => ({mutant, at: random()}))
  .sort((a, b) => a.at - b.at)
  .slice(0, count)
  .map(d => d.mutant)
const where = mkdtempSync(join(tmpdir(), "annals-mutants-"))
symlinkSync(join(root, "node_modules"), join(where, "node_modules"))
for (const part of ["src/model", "src/ledger", "src/store", "test"])
  cpSync(join(root, part), join(where, part), {recursive: true})
for (const {source, all} of files) {
  const chosen = new Map<ts.Node, [number, ts.Expression][]>()
  for (const mutant of all) {
    const number = drawn.indexOf(mutant)
    if (number !== -1) chosen.set(mutant.node, [...(chosen.get(mutant.node) ?? []), [number, mutant.change]])
  }
  writeFileSync(join(where, source.fileName), withMutants(source, chosen))
}
for (const file of tests)
  writeFileSync(
    join(where, file),
    readFileSync(join(where, file), "utf8").replaceAll(/numRuns: (\d+)/g, "numRuns: Math.ceil($1 * globalThis.share)")
  )
mkdirSync(join(where, "bench"))
writeFileSync(join(where, "bench/shim.js"), shim)
writeFileSync(
  join(where, "bench/all.js"),
  `${tests.map(file => `import "../${file}"`).join("\n")}\nimport {run} from "./shim.js"\nawait run()\n`
)
await build({
  root: where,
  configFile: false,
  logLevel: "warn",
  resolve: {alias: {vitest: join(where, "bench/shim.js")}, preserveSymlinks: true},
  ssr: {noExternal: true, external: ["@duckdb/node-api", "pg"]},
  build: {ssr: join(where, "bench/all.js"), outDir: join(where, "out"), minify: false, target: "node20"}
})
const program = join(where, "out", readdirSync(join(where, "out")).find(f => f.startsWith("all."))!)

/// Which test sees it; undefined if none does.
function seenBy(number: number): Promise<string | undefined> {
  return new Promise(done => {
    const child = spawn("sh", ["-c", `ulimit -t ${mostProcessorSeconds}; exec "${process.execPath}" "${program}"`], {
      env: {...process.env, MUTANT: String(number)},
      stdio: ["ignore", "pipe", "ignore"]
    })
    let said = ""
    child.stdout.on("data", piece => (said += piece))
    child.on("close", status => done(status === 0 ? undefined : said || (status === null ? "never ended" : "did not start")))
  })
}

const sound = await seenBy(-1)
if (sound !== undefined) throw new Error(`without any mistake the tests fail: ${sound}`)
const unseen: string[] = []
/// What is known after so many tries: a run that is broken off leaves what it saw.
const told = (tried: number): object => ({
  seed,
  possible: every.length,
  tried,
  seen: tried - unseen.length,
  scorePercent: Math.round((1 - unseen.length / tried) * 1000) / 10,
  unseen
})
for (const [number, {file, line, was, now}] of drawn.entries()) {
  const by = await seenBy(number)
  if (by === undefined) {
    unseen.push(`${file}:${line} ${was} → ${now}`)
    process.stderr.write(`${number}: nobody sees ${unseen.at(-1)}\n`)
  } else if (process.env.ANNALS_TELL) process.stderr.write(`${number}: ${file}:${line} ${was} → ${now} seen by: ${by}\n`)
  keep("mutants", told(number + 1))
}
rmSync(where, {recursive: true})
process.stdout.write(`${JSON.stringify(told(drawn.length), null, 1)}\n`)
