import {spawnSync} from "node:child_process"
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs"
import {join, resolve} from "node:path"
import {expect, test} from "vitest"

const root = resolve(import.meta.dirname, "..")
const readme = readFileSync(join(root, "README.md"), "utf8")

test("the README's program runs as it stands and prints what it says", () => {
  const program = /```ts\n([\s\S]*?)```/.exec(readme)![1]!
  // inside the project's folder, so that `annals` is found as any installed package is
  const folder = mkdtempSync(join(root, "node_modules", ".readme-"))
  try {
    symlinkSync(join(root, "samples"), join(folder, "samples"))
    const file = join(folder, "program.ts")
    writeFileSync(file, program)
    writeFileSync(join(folder, "package.json"), '{"type": "module"}')
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          module: "nodenext",
          target: "es2023",
          strict: true,
          noEmit: true,
          types: ["node"],
          skipLibCheck: true,
          paths: {annals: [join(root, "dist", "index.d.ts")]}
        },
        files: ["program.ts"]
      })
    )
    const types = spawnSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder], {
      encoding: "utf8"
    })
    expect(types.stdout).toBe("")
    const script = join(folder, "program.mjs")
    writeFileSync(script, program.replace('"annals"', JSON.stringify(join(root, "dist", "index.js"))))
    const {stdout, stderr, status} = spawnSync(process.execPath, [script], {cwd: folder, encoding: "utf8"})
    expect(status, stderr).toBe(0)
    expect(stdout.split("\n")[0]).toBe("THREATEN 2024-04-30 threatened")
    expect(stdout.trim().split("\n").at(-1)).toBe("true")
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

test("every file the README points to is there", () => {
  for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/g)) expect(() => readFileSync(join(root, path!)), path).not.toThrow()
})
