import {untrack} from "svelte"
import {Trouble} from "./client.ts"

/// A question to the ledger that is asked again whenever what it depends on changes. The old answer stands until the new one is there;
/// an answer that comes too late is dropped.
export interface Asked<T> {
  readonly answer: T | undefined
  readonly trouble: Trouble | undefined
  readonly waiting: boolean
  again(): void
}

let under = $state(0)

/// Whether any question has not been answered yet.
export const busy = (): boolean => under > 0

export function asking<T>(question: () => ((signal: AbortSignal) => Promise<T>) | undefined): Asked<T> {
  let answer = $state.raw<T | undefined>()
  let trouble = $state.raw<Trouble | undefined>()
  let waiting = $state(true)
  let times = $state(0)
  $effect(() => {
    times
    const ask = question()
    if (!ask) return
    const stop = new AbortController()
    let counted = true
    const done = (): void => {
      if (counted) under--
      counted = false
    }
    untrack(() => {
      waiting = true
      under++
    })
    ask(stop.signal).then(
      got => {
        if (stop.signal.aborted) return
        done()
        answer = got
        trouble = undefined
        waiting = false
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        done()
        trouble = error instanceof Trouble ? error : new Trouble(-1, String(error))
        waiting = false
      }
    )
    return () => {
      stop.abort()
      untrack(done)
    }
  })
  return {
    get answer() {
      return answer
    },
    get trouble() {
      return trouble
    },
    get waiting() {
      return waiting
    },
    again: () => times++
  }
}
