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
export const codebookIn = (folder: string): OwnCodebook | undefined => codebookOf(yamlIn(folder))

export const codebookOf = (files: readonly ActorFile[]): OwnCodebook | undefined =>
  files.length === 0 ? undefined : ownCodebook(files, rules, codingWords(openResources().yaml).classes)

/// The YAML files of a folder by name; none if there is no folder. Throws with file and line where one is no YAML.
export function yamlIn(folder: string): ActorFile[] {
  if (!existsSync(folder)) return []
  return yamlNames(folder).map(name => yamlOf(join(folder, name), readFileSync(join(folder, name), "utf8")))
}

export const yamlNames = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(f => /\.ya?ml$/.test(f))
        .sort()
    : []

/// A text as YAML; `path` is where errors say that it stands.
export function yamlOf(path: string, text: string): ActorFile {
  try {
    return {path, text, yaml: /^\s*[^\s#]/m.test(text) ? load(text) : undefined}
  } catch (error) {
    const {mark, reason} = error as {mark?: {line: number}; reason?: string}
    throw new Error(`${path}:${(mark?.line ?? 0) + 1}: no YAML: ${reason ?? (error as Error).message}`)
  }
}

/// The actors of a team's own in a folder. Throws with file, line and what would be right; `annals actors check` tells all at once.
export const actorsIn = (folder: string): readonly OwnActor[] => actorsOf(yamlIn(folder))

export function actorsOf(files: readonly ActorFile[]): readonly OwnActor[] {
  if (files.length === 0) return []
  const {actors, complaints} = ownActors(files, actorTables(openResources().rows))
  if (complaints.length > 0)
    throw new Error(
      `${complaints[0]!.at}: ${complaints[0]!.says}${complaints.length > 1 ? `; and ${complaints.length - 1} more: annals actors check` : ""}`
    )
  return actors
}

/// How articles are to be read where that is said with a command.
export interface Wanted {
  /// The path of a model of the user's own, instead of the one in the ledger's folder.
  readonly model?: string
  /// With the smaller network.
  readonly fast?: boolean
}

/// What a ledger's folder holds of its team's own: actors/*.yaml, codebook/*.yaml and model.json; and how it is to be read besides.
export function ownIn(folder: string, {model: given, fast}: Wanted = {}): Own {
  const held = join(folder, "model.json")
  const model = given !== undefined ? modelAt(given) : existsSync(held) ? modelAt(held) : undefined
  const own = ownOf(codebookIn(join(folder, "codebook")), actorsIn(join(folder, "actors")), model)
  return fast ? {...own, fast} : own
}

export const ownOf = (
  codebook: Pick<OwnCodebook, "rules" | "classes"> | undefined,
  actors: readonly OwnActor[],
  model?: OwnModel
): Own => ({
  ...(model && {model}),
  ...(actors.length > 0 && {actors}),
  ...(codebook && {rules: codebook.rules, classes: codebook.classes})
})
