import {existsSync, readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {load} from "js-yaml"
import {codingWords} from "../../coding/coder.ts"
import {type OwnModel, ownModel} from "../../coding/own-model.ts"
import {type OwnCodebook, ownCodebook} from "../../coding/own-rules.ts"
import {rules} from "../../coding/rules/list.ts"
import {type ActorFile, type OwnActor, ownActors} from "../../mentions/actors/own-actors.ts"
import {actorTables} from "../../mentions/actors/tables.ts"
import type {Own} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"

/// The model that `annals learn` wrote to a file; throws with the path and what is wrong with it.
export function modelAt(path: string): OwnModel {
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch {
    throw new Error(`${path}: no such file; annals learn LABELS.jsonl -o ${path} makes one`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: not JSON (${(error as Error).message})`)
  }
  return ownModel(json, path)
}

/// The rules of a team's own in a codebook folder, on top of the shipped ones; undefined without any file. Throws with file and line.
export function codebookIn(folder: string): OwnCodebook | undefined {
  const files = yamlIn(folder)
  return files.length === 0 ? undefined : ownCodebook(files, rules, codingWords(openResources().yaml).classes)
}

/// The YAML files of a folder by name; none if there is no folder. Throws with file and line where one is no YAML.
export function yamlIn(folder: string): ActorFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(f => /\.ya?ml$/.test(f))
    .sort()
    .map(name => {
      const path = join(folder, name)
      const text = readFileSync(path, "utf8")
      try {
        return {path, text, yaml: /^\s*[^\s#]/m.test(text) ? load(text) : undefined}
      } catch (error) {
        const {mark, reason} = error as {mark?: {line: number}; reason?: string}
        throw new Error(`${path}:${(mark?.line ?? 0) + 1}: no YAML: ${reason ?? (error as Error).message}`)
      }
    })
}

/// The actors of a team's own in a folder. Throws with file, line and what would be right; `annals actors check` tells all at once.
export function actorsIn(folder: string): readonly OwnActor[] {
  const files = yamlIn(folder)
  if (files.length === 0) return []
  const {actors, complaints} = ownActors(files, actorTables(openResources().rows))
  if (complaints.length > 0)
    throw new Error(
      `${complaints[0]!.at}: ${complaints[0]!.says}${complaints.length > 1 ? `; and ${complaints.length - 1} more: annals actors check` : ""}`
    )
  return actors
}

/// What a ledger's folder holds of its team's own: actors/*.yaml, codebook/*.yaml and model.json. A model given by path goes before the latter.
export function ownIn(folder: string, given?: string): Own {
  const held = join(folder, "model.json")
  const model = given !== undefined ? modelAt(given) : existsSync(held) ? modelAt(held) : undefined
  const codebook = codebookIn(join(folder, "codebook"))
  const actors = actorsIn(join(folder, "actors"))
  return {
    ...(model && {model}),
    ...(actors.length > 0 && {actors}),
    ...(codebook && {rules: codebook.rules, classes: codebook.classes})
  }
}
