import {untrack} from "svelte"
import {Trouble} from "./client.ts"

/// A question to the ledger that is asked again whenever what it depends on changes. The old answer stands until the new one is there;
/// an answer that comes too late is dropped.
export interface Asked<T> {
  readonly answer: T | undefined
  readonly trouble: Trouble | undefined
  again(): void
}

// Counted beside the state that is watched: in the clean-up of an effect a state still reads as it was before.
let count = 0
let under = $state(0)
const counting = (by: 1 | -1): void => {
  count += by
  under = count
}

/// Whether any question has not been answered yet.
export const busy = (): boolean => under > 0

export function asking<T>(question: () => ((signal: AbortSignal) => Promise<T>) | undefined): Asked<T> {
  let answer = $state.raw<T | undefined>()
  let trouble = $state.raw<Trouble | undefined>()
  let times = $state(0)
  $effect(() => {
    times
    const ask = question()
    if (!ask) return
    const stop = new AbortController()
    let counted = true
    const done = (): void => {
      if (counted) counting(-1)
      counted = false
    }
    untrack(() => counting(1))
    ask(stop.signal).then(
      got => {
        if (stop.signal.aborted) return
        done()
        answer = got
        trouble = undefined
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        done()
        trouble = error instanceof Trouble ? error : new Trouble(-1, String(error))
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
    again: () => times++
  }
}
