/// Where in a long list one is. A browser draws nothing taller than some millions of pixels; a list that would be is drawn in a frame
/// of `most`, in which a short way scrolls the list as far as the reader moved, and a long one (the bar dragged, a key to the end) to
/// the same share of the list as of the frame.
export interface Frame {
  /// The height of the list and of the frame it is drawn in, and of what is seen of it.
  readonly list: number
  readonly frame: number
  readonly seen: number
}

export interface Place {
  /// How far the frame's top lies above the top of the window, and the list's.
  readonly frame: number
  readonly list: number
}

export const most = 8_000_000

export const frameOf = (list: number, seen: number): Frame => ({list, frame: Math.min(list, most), seen})

const ends = ({list, frame, seen}: Frame): {readonly list: number; readonly frame: number} => ({
  list: Math.max(0, list - seen),
  frame: Math.max(0, frame - seen)
})

/// Where one is after the frame was scrolled to `to`.
export function scrolled(frame: Frame, from: Place, to: number): Place {
  const end = ends(frame)
  if (to <= 0) return {frame: to, list: to}
  if (to >= end.frame) return {frame: to, list: end.list + to - end.frame}
  const step = to - from.frame
  const near = from.list + step
  if (Math.abs(step) <= 2 * frame.seen && near >= 0 && near <= end.list) return {frame: to, list: near}
  return {frame: to, list: (to / end.frame) * end.list}
}

/// Where the frame stands for a place in the list: of the frame the same share as of the list.
export function placeOf(frame: Frame, list: number): Place {
  const end = ends(frame)
  const at = Math.min(Math.max(0, list), end.list)
  return {list: at, frame: end.list === 0 ? at : (at / end.list) * end.frame}
}
