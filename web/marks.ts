/// Words lit by role. Spans of several roles may nest or cross; a page can only nest. A span that crosses another is cut at the crossing.

export interface Lit<R extends string> {
  readonly start: number
  readonly end: number
  readonly role: R
}

export type Piece<R extends string> = string | {readonly role: R; readonly inside: readonly Piece<R>[]}

/// `text` as nested pieces. Reading the pieces in order gives the text back, and each letter stands inside exactly the roles
/// whose spans cover it. Spans of one role that touch or overlap become one; spans outside the text are clipped.
export function marked<R extends string>(text: string, spans: readonly Lit<R>[]): readonly Piece<R>[] {
  const todo = unite(text.length, spans)
  return fill(0, text.length)

  function fill(from: number, until: number): Piece<R>[] {
    const pieces: Piece<R>[] = []
    let here = from
    while (todo.length > 0 && todo[0]!.start < until) {
      const span = todo.shift()!
      if (span.start > here) pieces.push(text.slice(here, span.start))
      if (span.end > until) put({...span, start: until})
      const end = Math.min(span.end, until)
      pieces.push({role: span.role, inside: fill(span.start, end)})
      here = end
    }
    if (here < until) pieces.push(text.slice(here, until))
    return pieces
  }

  // Kept in order: earlier first, of two at one place the longer, then by role, so that the same spans always nest the same way.
  function put(span: Lit<R>): void {
    const i = todo.findIndex(other => before(span, other))
    todo.splice(i < 0 ? todo.length : i, 0, span)
  }
}

const before = (a: Lit<string>, b: Lit<string>): boolean =>
  a.start !== b.start ? a.start < b.start : a.end !== b.end ? a.end > b.end : a.role < b.role

function unite<R extends string>(length: number, spans: readonly Lit<R>[]): Lit<R>[] {
  const last = new Map<R, {start: number; end: number; role: R}>()
  const united: {start: number; end: number; role: R}[] = []
  const inside = spans
    .map(s => ({role: s.role, start: Math.max(0, s.start), end: Math.min(length, s.end)}))
    .filter(s => s.start < s.end)
    .sort((a, b) => a.start - b.start)
  for (const span of inside) {
    const open = last.get(span.role)
    if (open && span.start <= open.end) open.end = Math.max(open.end, span.end)
    else {
      last.set(span.role, span)
      united.push(span)
    }
  }
  return united.sort((a, b) => (before(a, b) ? -1 : 1))
}
