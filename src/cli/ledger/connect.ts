import {api} from "../../api/app.ts"
import type {Problem} from "../../api/contract.ts"
import {LedgerError, openStore} from "../../store/store.ts"
import {deskOn} from "./desk.ts"
import type {Wanted} from "./own.ts"
import {ownerOf} from "./owner.ts"

/// A way to ask a ledger, whoever owns its file: this process, or one that serves it.
export interface Connection {
  readonly folder: string
  /// Asks the API; a refusal is thrown as an error with its own words.
  ask(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

/// Which ledger, and how it reads.
export interface Where extends Wanted {
  /// Its folder.
  readonly ledger: string
  /// A PostgreSQL database that holds it, instead of a file in the folder.
  readonly store?: string
  /// How many articles are read at once; as many as there are cores, if not given.
  readonly jobs?: number
}

/// Connects to a ledger: to the process that serves the one in the folder, if there is one (it reads as it was started), else by opening
/// its file or database.
export async function connect({ledger: folder, store: url, ...reading}: Where, mustExist = true): Promise<Connection> {
  const owner = url === undefined ? ownerOf(folder) : undefined
  if (owner) {
    const wanted = reading.model !== undefined ? "--model" : reading.fast ? "--fast" : undefined
    if (wanted)
      throw new LedgerError(
        `process ${owner.pid} serves the ledger ${folder} and reads as it was started; stop it to use ${wanted}`
      )
    const base = `http://${owner.host ?? "127.0.0.1"}:${owner.port}`
    return {
      folder,
      async ask(path, init) {
        const headers = {...(init?.headers as Record<string, string> | undefined), authorization: `Bearer ${owner.token}`}
        // a connection may break; all may be asked twice but a decision, which would be put down twice
        const asked = (): Promise<Response> => fetch(base + path, {...init, headers})
        const answer = await asked()
          .catch(error => (path.endsWith("/corrections") ? Promise.reject(error) : asked()))
          .catch(() => {
            throw new LedgerError(
              `process ${owner.pid} serves the ledger ${folder} but does not answer at ${base}; stop it and try again`
            )
          })
        return refused(answer)
      },
      async close() {}
    }
  }
  const store = await openStore(folder, mustExist, url)
  const token = "own"
  const desk = deskOn(store, {
    token,
    wanted: reading,
    ...(reading.jobs !== undefined && {jobs: reading.jobs})
  })
  const app = api(desk)
  return {
    folder,
    ask: async (path, init) =>
      refused(
        await app.request(path, {
          ...init,
          headers: {...(init?.headers as Record<string, string> | undefined), authorization: `Bearer ${token}`}
        })
      ),
    async close() {
      try {
        await desk.close()
        for (const warning of desk.keeper!.warnings) process.stderr.write(`annals: ${warning}\n`)
      } finally {
        await store.close()
      }
    }
  }
}

async function refused(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
  throw new LedgerError(problem.detail ?? problem.title ?? `the ledger answered ${answer.status}`)
}
