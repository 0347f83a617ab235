/// When the reader was here before: her own browser keeps it, the ledger knows nothing of her.

interface Seen {
  /// The last run there was, by number and id.
  readonly run: number
  readonly id: string
  /// The day, as her clock had it.
  readonly day: string
}

/// Notes this visit to a ledger (named by its first run) and gives the one before it: a visit lasts as long as its tab is open. Nothing
/// is given on a first visit, or by a browser that keeps nothing.
export function visitBefore(ledger: string, last: Omit<Seen, "day">): Seen | undefined {
  const name = `annals.visits.${ledger}`
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "{}") as {before?: Seen; now?: Seen}
    const same = sessionStorage.getItem(name) !== null
    const before = same ? kept.before : kept.now
    sessionStorage.setItem(name, "here")
    const now: Seen = {...last, day: new Date().toLocaleDateString("sv-SE")}
    localStorage.setItem(name, JSON.stringify({...(before && {before}), now}))
    return before
  } catch {
    return undefined
  }
}
