/// The rows of the ledger as the reader last saw them, so that an event knows its neighbours and the way back. It lasts as long as
/// the page stays open; an event opened by its address alone has no trail.
export interface Trail {
  readonly href: string
  readonly ids: readonly string[]
  /// The number of the first of `ids`, counted from 0.
  readonly from: number
  readonly total: number
}

let trail: Trail | undefined

export const lastTrail = (): Trail | undefined => trail
export const leaveTrail = (seen: Trail): void => {
  trail = seen
}
