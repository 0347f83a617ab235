import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {type OwnModel, ownModel} from "../../coding/own-model.ts"
import type {Own} from "../../pipeline.ts"

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

/// What a ledger's folder holds of its team's own: model.json. A model given by path goes before it.
export function ownIn(folder: string, given?: string): Own {
  const held = join(folder, "model.json")
  const model = given !== undefined ? modelAt(given) : existsSync(held) ? modelAt(held) : undefined
  return {...(model && {model})}
}
