import {reader} from "./reader.svelte.ts"

/// Single keys. They act only outside of inputs, without ctrl, alt or meta, and only while the reader has them on; Escape always does.
/// A binding of two keys, "g l", waits a second for its second.

type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

const bound: (() => Bindings)[] = []
let before = ""
let beforeAt = 0

/// Bind keys while a component stands; the latest binding of a key wins.
export function keys(bindings: () => Bindings): void {
  $effect(() => {
    bound.push(bindings)
    return () => {
      bound.splice(bound.indexOf(bindings), 1)
    }
  })
}

addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.target
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))
  if (event.key !== "Escape" && (typing || !reader.singleKeys || document.querySelector("dialog[open]"))) return
  const prefixed = before && event.timeStamp - beforeAt < 1000 ? `${before} ${event.key}` : undefined
  const maps = bound.map(b => b()).reverse()
  const act = (prefixed && maps.find(m => m[prefixed])?.[prefixed]) || maps.find(m => m[event.key])?.[event.key]
  before = ""
  if (act) {
    act(event)
    return
  }
  if (maps.some(m => Object.keys(m).some(k => k.startsWith(`${event.key} `)))) {
    before = event.key
    beforeAt = event.timeStamp
  }
})

const isTextInput = (e: HTMLElement): boolean =>
  e instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(e.type)
