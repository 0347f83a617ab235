import {existsSync, readFileSync, statSync} from "node:fs"
import {join} from "node:path"
import {type Verdict, verdictsFrom} from "../../ledger/judgements.ts"
import {contentId} from "../../model/model.ts"
import {LedgerError} from "../../store/store.ts"

/// What people have judged, as it stands in a ledger's corrections.jsonl now.
export interface Corrections {
  readonly verdicts: readonly Verdict[]
  readonly hash: string
}

/// Watches the corrections of the ledger in `folder`: each call gives them if the file is another than at the call before, the
/// first in any case. A line that cannot be read is an error that names it: to go on without it would undo what it says.
export function correctionsIn(folder: string): () => Corrections | undefined {
  const path = join(folder, "corrections.jsonl")
  let seen: string | undefined
  return () => {
    const state = existsSync(path) ? statSync(path) : undefined
    const mark = state ? `${state.mtimeMs} ${state.size}` : "none"
    if (mark === seen) return undefined
    const text = state ? readFileSync(path, "utf8") : ""
    let verdicts: readonly Verdict[]
    try {
      verdicts = verdictsFrom(text, path)
    } catch (error) {
      throw new LedgerError((error as Error).message)
    }
    seen = mark
    return {verdicts, hash: contentId(JSON.stringify(verdicts))}
  }
}
