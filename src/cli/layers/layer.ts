import type {OwnModel} from "../../coding/own-model.ts"
import type {Resources} from "../../resources.ts"

/// What a user brings along to a layer.
export interface Brought {
  /// Learned from the user's own labels; only the layer `relations` asks it.
  readonly model?: OwnModel
}

/// One layer of `annals annotate`: a filter from a question line to an answer line.
export interface Layer {
  readonly name: string
  readonly says: string
  /// Opens what the layer needs, once, and returns the function that answers. It sees nothing but its question.
  open(resources: Resources, brought?: Brought): (question: Question) => Record<string, unknown>
}

/// A parsed line of input. What a layer needs beyond `id` it checks for itself, with `wanted`.
export type Question = Readonly<Record<string, unknown>> & {readonly id?: unknown}

/// A field of a question, or a clear complaint that names it.
export function wanted<T>(question: Question, field: string, fits: (value: unknown) => value is T, what: string): T {
  const value = question[field]
  if (!fits(value)) throw new Error(`"${field}" should be ${what}`)
  return value
}

export const isText = (value: unknown): value is string => typeof value === "string"

/// Sentences given as lists of forms.
export const isForms = (value: unknown): value is string[][] =>
  Array.isArray(value) && value.every(s => Array.isArray(s) && s.every(isText))
