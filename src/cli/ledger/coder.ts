import {readdirSync, readFileSync, statSync} from "node:fs"
import {dirname, join, resolve} from "node:path"
import {fileURLToPath} from "node:url"
import {rules} from "../../coding/rules/list.ts"
import {contentId} from "../../model/model.ts"
import type {Own} from "../../pipeline.ts"
import {dataFolder} from "../../resources.ts"
import type {Cause} from "../../store/history.ts"

/// With what articles are read: the program, its data, its rules and its actors, each as a hash. Two that are equal read alike.
export interface Coder {
  readonly code: string
  readonly data: string
  readonly codebook: string
  readonly actors: string
}

/// The coder of this installation, as it reads with what the user brings along.
export function coderOf(own: Own = {}): Coder {
  const {model, fast, actors, gazetteer, agents, ...brought} = own
  const data = dataFolder()
  return {
    code: programHash(),
    data: contentId(
      JSON.stringify(model ?? null),
      ...(fast ? ["fast"] : []),
      ...hashable(join(data, "places"), join(data, "weights"))
    ),
    codebook: contentId(JSON.stringify([rules, brought]), ...hashable(join(data, "words"))),
    actors: contentId(JSON.stringify([actors, gazetteer, agents]), ...hashable(join(data, "actors")))
  }
}

/// What differs between two coders, in words of causes.
export const causesOf = (old: Coder, now: Coder): Cause[] =>
  (["code", "data", "codebook", "actors"] as const)
    .filter(part => old[part] !== now[part])
    .map(part => (part === "actors" ? "data" : part))
    .filter((cause, i, all) => all.indexOf(cause) === i)

/// The program that runs: the built files beside this one, or the sources of all stages but the rules, which are the codebook.
function programHash(): string {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith(".js")) return contentId(...hashable(dirname(here)))
  const src = resolve(dirname(here), "..", "..")
  const stages = ["articles", "language", "mentions", "coding", "ledger", "model"].map(stage => join(src, stage))
  return contentId(...hashable(...stages, join(src, "pipeline.ts")).filter(text => !text.includes("/coding/rules/")))
}

/// Names and contents of the files under some paths, in order; of weights the card, which holds the hash of the rest. Tests and
/// what belongs to pages are no part of the reading.
function hashable(...paths: readonly string[]): string[] {
  const above = dirname(paths[0]!)
  return paths.flatMap(path => {
    const files = statSync(path).isFile()
      ? [path]
      : readdirSync(path, {recursive: true, encoding: "utf8"})
          .sort()
          .map(file => join(path, file))
    return files
      .filter(file => /\.(js|ts|tsv|yaml|json)$/.test(file) && !/\.test\.ts$|[\\/]web[\\/]/.test(file) && statSync(file).isFile())
      .map(file => `${file.slice(above.length).replaceAll("\\", "/")}\n${readFileSync(file, "utf8")}`)
  })
}
