import {existsSync, readFileSync, statSync} from "node:fs"
import {join} from "node:path"
import {type Verdict, verdictsFrom} from "../../ledger/judgements.ts"
import {type Correction, contentId} from "../../model/model.ts"
import {correctionsFrom} from "../../review/lines.ts"
import {LedgerError} from "../../store/store.ts"

/// What people say, as it stands in a ledger's corrections.jsonl now.
export interface Corrections {
  /// Judgements on ids of events.
  readonly verdicts: readonly Verdict[]
  /// Corrections aimed at words, and undos.
  readonly lines: readonly Correction[]
  /// Where in the file the line of an id stands.
  placeOf(id: string): number
  readonly hash: string
}

export const correctionsFile = (folder: string): string => join(folder, "corrections.jsonl")

export const noCorrections: Corrections = {verdicts: [], lines: [], placeOf: () => 0, hash: ""}

/// Watches the corrections of the ledger in `folder`: each call gives them if the file is another than at the call before, the
/// first in any case. A line that cannot be read is an error that names it: to go on without it would undo what it says.
export function correctionsIn(folder: string): () => Corrections | undefined {
  const path = correctionsFile(folder)
  let seen: string | undefined
  return () => {
    const state = existsSync(path) ? statSync(path) : undefined
    const mark = state ? `${state.mtimeMs} ${state.size}` : "none"
    if (mark === seen) return undefined
    const said = correctionsOf(state ? readFileSync(path, "utf8") : "", path)
    seen = mark
    return said
  }
}

/// The corrections in a text; `path` is where errors say that they stand.
export function correctionsOf(text: string, path: string): Corrections {
  try {
    const [verdicts, lines] = [verdictsFrom(text, path), correctionsFrom(text, path)]
    const places = new Map<string, number>()
    text.split("\n").forEach((line, i) => {
      if (line.trim() !== "") places.set((JSON.parse(line) as {id: string}).id, i + 1)
    })
    const said = lines.length === 0 ? verdicts : [verdicts, lines]
    return {verdicts, lines, placeOf: id => places.get(id) ?? 0, hash: contentId(JSON.stringify(said))}
  } catch (error) {
    throw new LedgerError((error as Error).message)
  }
}
