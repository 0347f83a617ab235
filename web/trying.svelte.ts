import type {Job, OwnKind, Preview} from "../src/api/contract.ts"
import {client, Trouble} from "./client.ts"

/// Looks what a change would do before it is saved, and saves it: how far that is, what it found, what went wrong.
export interface Trying {
  /// The text that was looked at; what is shown holds for it alone.
  readonly of: string | undefined
  readonly job: Job | undefined
  readonly preview: Preview | undefined
  readonly trouble: Trouble | undefined
  /// The reading again that saving began.
  readonly saved: Job | undefined
  look(what: OwnKind, text: string): Promise<void>
  stop(): void
  save(what: OwnKind, text: string, was: string): Promise<boolean>
  clear(): void
}

export function trying(over: () => void = () => {}): Trying {
  let of = $state<string | undefined>()
  let job = $state.raw<Job | undefined>()
  let preview = $state.raw<Preview | undefined>()
  let trouble = $state.raw<Trouble | undefined>()
  let saved = $state.raw<Job | undefined>()
  let unwatch = (): void => {}
  let unwatchSaved = (): void => {}
  $effect(() => () => {
    unwatch()
    unwatchSaved()
    // what nobody waits for any more is not looked at to the end
    if (job && job.ended === undefined) client.stopJob(job.id).catch(() => {})
  })
  const wrong = (error: unknown): void => {
    trouble = error instanceof Trouble ? error : new Trouble(-1, String(error))
  }
  const stop = (): void => {
    unwatch()
    if (job && job.ended === undefined) client.stopJob(job.id).catch(() => {})
  }
  return {
    get of() {
      return of
    },
    get job() {
      return job
    },
    get preview() {
      return preview
    },
    get trouble() {
      return trouble
    },
    get saved() {
      return saved
    },
    async look(what, text) {
      stop()
      of = text
      preview = undefined
      job = undefined
      trouble = undefined
      try {
        const begun = await client.tryOwn(what, text)
        if (of !== text) return
        job = begun
        let asked = 0
        unwatch = client.watchJob(begun.id, async now => {
          job = now
          if (now.state === "failed") wrong(new Trouble(-1, now.error ?? ""))
          // the words it goes by are told with the first step; all it found with the last
          if (now.ended === undefined && asked > 0) return
          asked++
          const found = await client
            .preview(begun.id)()
            .catch(() => undefined)
          if (found && of === text && (preview === undefined || now.ended !== undefined)) preview = found
        })
      } catch (error) {
        wrong(error)
      }
    },
    stop() {
      stop()
      job = undefined
      of = undefined
    },
    async save(what, text, was) {
      stop()
      trouble = undefined
      try {
        const done = await client.saveOwn(what, text, was)
        saved = done.job
        unwatchSaved()
        unwatchSaved = client.watchJob(done.job.id, now => {
          saved = now
          if (now.ended !== undefined) over()
        })
        job = undefined
        preview = undefined
        of = undefined
        return true
      } catch (error) {
        wrong(error)
        return false
      }
    },
    clear() {
      stop()
      of = undefined
      job = undefined
      preview = undefined
      trouble = undefined
    }
  }
}
