import type {Article, Event, Reading, Skipped} from "../model/model.ts"
import type {Store} from "../store/store.ts"
import type {
  CodebookAnswer,
  CorrectionCounts,
  CorrectionLine,
  Office,
  OwnFile,
  OwnKind,
  Preview,
  Problem,
  RegistryDetail,
  RegistryRow,
  ReplayCheck,
  ReviewCase,
  ReviewQueueName,
  ReviewState,
  RuleDetail,
  Said
} from "./contract.ts"

/// What the API is given to work with. It reads no file and knows no stage: reading and merging come as functions.
export interface Desk {
  readonly store: Store
  readonly version: string
  /// Reads one article, stores nothing.
  read(article: Article): Reading
  /// Reads and stores; the ledger is up to date when it returns.
  add(articles: readonly (Article | Skipped)[]): Promise<{articles: number; sentences: number; mentions: number}>
  /// The articles in a file's contents; its name is told, and nothing is opened by it. Without this nothing can be read over the wire.
  inputs?(name: string, bytes: Uint8Array): AsyncIterable<Article | Skipped>
  /// Makes an article of a bare text, for `explain`.
  article(text: string, about: {date?: string; title?: string; publisher?: string}): Article
  /// Name and numbers of a country by its code: "Russia" for RUS.
  country(code: string): {readonly name: string; readonly cow?: string; readonly gw?: string} | undefined
  /// Who held which office of a country, by its code; nothing is said of offices without it.
  offices?(code: string): readonly Office[]
  /// Writes events as Parquet and gives the bytes.
  parquet(events: AsyncIterable<Event>): Promise<Uint8Array>
  /// Keeps runs, corrections and what waits to be stored; without one, what is added is stored at once and nothing is read again.
  readonly keeper?: Keeper
  /// What people say of the ledger, and what they are asked; without it nobody can say anything.
  readonly reviewing?: Reviewing
  /// With what articles are read, and what the ledger's team brings to it; without it nothing of that can be seen or changed.
  readonly brought?: Brought
  /// What a request must carry to write; without one nothing can be written over the wire.
  readonly token?: string
}

export interface Keeper {
  begin(what: "read" | "recode" | "corrections"): Promise<void>
  end(): Promise<object | undefined>
  /// Brings the ledger up to date with what was added and with what people have judged.
  settle(): Promise<void>
  recode(most: number): Promise<{articles: number; sentences: number; mentions: number; left: number}>
  readonly warnings: readonly string[]
}

export interface Reviewing {
  /// Every line that people have written, in the order of the file, and what became of it.
  lines(): Promise<readonly CorrectionLine[]>
  counts(): Promise<CorrectionCounts>
  /// Writes down one decision. Refuses what cannot be meant, with what would be right.
  decide(decision: {
    readonly who: string
    readonly why?: string
    readonly corrections: readonly Said[]
  }): Promise<readonly CorrectionLine[]>
  cases(queue: ReviewQueueName, who: string, limit: number): Promise<readonly ReviewCase[]>
  state(who: string | undefined): Promise<ReviewState>
  check(text: string, path: string): Promise<ReplayCheck>
}

export interface Brought {
  codebook(): CodebookAnswer
  /// A rule by name, also one that is switched off.
  rule(name: string): Omit<RuleDetail, "reports" | "events" | "latest"> | undefined
  /// Who is known, those first whose name begins with the words looked for.
  registry(search: string | undefined): readonly RegistryRow[]
  known(id: string): Omit<RegistryDetail, "events"> | undefined
  /// The one file that is written over the wire. Its name is fixed; no request says where.
  file(what: OwnKind): OwnFile
  /// Looks what would change if the file held this text. Refuses what is not well written, with file and line. Nothing is written.
  preview(what: OwnKind, text: string): Trial
  /// Checks as `annals codebook check` and `annals actors check` do, writes, and reads with it from now on. `was` is the hash of the
  /// file as its writer knew it.
  save(what: OwnKind, text: string, was: string): Promise<OwnFile>
}

export interface Trial {
  /// Looks at article after article; tells after each few how many more it has looked at and how many are left, and ends early when asked to.
  look(step: (articles: number, mentions: number, left: number) => void, isOver: () => boolean): Promise<void>
  /// What it has found so far.
  found(): Omit<Preview, "state">
}

export const problem = (status: number, title: string, detail?: string): Problem => ({
  type: "about:blank",
  title,
  status,
  ...(detail && {detail})
})

/// A request that cannot be answered as it stands; the message says what would be right.
export class BadRequest extends Error {
  override name = "BadRequest"
  readonly status: 400 | 401 | 403 | 404 | 406 | 409 | 413 | 415 | 503
  constructor(message: string, status: BadRequest["status"] = 400) {
    super(message)
    this.status = status
  }
}

/// A request for what is not there.
export const missing = (what: string): BadRequest => new BadRequest(what, 404)
