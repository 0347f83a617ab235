/// Where things stand on the globe and on a map of part of it: plain reckoning, without drawing.

export interface Spot {
  readonly lon: number
  readonly lat: number
}

/// What of the globe is drawn: its middle, and how many degrees of arc lie between its left and right edge.
export interface Frame extends Spot {
  readonly width: number
}

/// A frame this wide or wider is the whole world.
export const world: Frame = {lon: 10, lat: 0, width: 360}
export const isWorld = (frame: Frame): boolean => frame.width >= 140
const narrowest = 2

const rad = Math.PI / 180

/// Degrees of arc between two spots.
export function distance(a: Spot, b: Spot): number {
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return (2 * Math.asin(Math.min(1, Math.sqrt(h)))) / rad
}

/// The spot so many degrees of arc away in a direction: 0 is north, 90 east.
export function away(from: Spot, bearing: number, degrees: number): Spot {
  const [lat, d, b] = [from.lat * rad, degrees * rad, bearing * rad]
  const to = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(b))
  const turn = Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * Math.sin(to))
  return {lon: ((from.lon + turn / rad + 540) % 360) - 180, lat: to / rad}
}

/// The direction from one spot to another.
export function bearing(a: Spot, b: Spot): number {
  const turn = (b.lon - a.lon) * rad
  const y = Math.sin(turn) * Math.cos(b.lat * rad)
  const x = Math.cos(a.lat * rad) * Math.sin(b.lat * rad) - Math.sin(a.lat * rad) * Math.cos(b.lat * rad) * Math.cos(turn)
  return (Math.atan2(y, x) / rad + 360) % 360
}

/// The frame that holds three fifths of what happened, as narrow as can be around its middle; the world when that is no narrow one.
export function fitting(spots: readonly (Spot & {readonly events: number})[]): Frame {
  const total = spots.reduce((sum, s) => sum + s.events, 0)
  if (total === 0) return world
  // the spot from which the way to all others is shortest, each as often as it has events
  const middle = spots
    .map(s => ({s, far: spots.reduce((sum, o) => sum + o.events * distance(s, o), 0)}))
    .reduce((best, next) => (next.far < best.far ? next : best)).s
  let held = 0
  const far =
    [...spots]
      .map(s => ({events: s.events, far: distance(middle, s)}))
      .sort((a, b) => a.far - b.far)
      .find(s => (held += s.events) >= total * 0.6)?.far ?? 0
  const width = Math.max(24, far * 2.8)
  return width >= 100 ? world : {lon: middle.lon, lat: middle.lat, width}
}

/// "127,38.5,30" as a frame; anything else is none.
export function frameOf(text: string | undefined): Frame | undefined {
  if (text === "world") return world
  const [lon, lat, width, ...rest] = (text ?? "").split(",").map(part => (part.trim() === "" ? Number.NaN : Number(part)))
  if (rest.length > 0 || [lon, lat, width].some(n => n === undefined || !Number.isFinite(n))) return undefined
  if (Math.abs(lon!) > 180 || Math.abs(lat!) > 90 || width! < narrowest) return undefined
  return isWorld({lon: lon!, lat: lat!, width: width!}) ? world : {lon: lon!, lat: lat!, width: width!}
}

export const frameText = (frame: Frame): string =>
  isWorld(frame) ? "world" : [frame.lon.toFixed(1), frame.lat.toFixed(1), frame.width.toFixed(1)].map(Number).join(",")

export const scaled = (frame: Frame, by: number): Frame =>
  isWorld(frame) && by < 1 ? {...frame, width: 100} : {...frame, width: Math.max(narrowest, frame.width * by)}

/// A frame moved by a share of its width to the east and of it to the north.
export function moved(frame: Frame, east: number, north: number): Frame {
  if (isWorld(frame)) return frame
  const far = Math.hypot(east, north) * frame.width
  if (far === 0) return frame
  const to = away(frame, (Math.atan2(east, north) / rad + 360) % 360, far)
  return {...frame, lon: to.lon, lat: Math.max(-80, Math.min(80, to.lat))}
}

// ---- room for names

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const cross = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/// The first of some boxes that lies inside `room` and crosses none of those taken; it is then taken too.
export function roomFor(boxes: readonly Box[], taken: Box[], room: Box): Box | undefined {
  const found = boxes.find(
    b =>
      b.x >= room.x &&
      b.y >= room.y &&
      b.x + b.w <= room.x + room.w &&
      b.y + b.h <= room.y + room.h &&
      !taken.some(t => cross(b, t))
  )
  if (found) taken.push(found)
  return found
}

/// Heights for lines of text that want to stand at `wanted`, none closer to another than `step`, all between two bounds as far as that goes.
export function spreadOut(wanted: readonly number[], step: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, i) => ({y, i})).sort((a, b) => a.y - b.y || a.i - b.i)
  const out: number[] = []
  let at = top - step
  for (const {y, i} of order) out[i] = at = Math.max(y, at + step)
  let below = bottom + step
  for (const {i} of [...order].reverse()) out[i] = below = Math.min(out[i]!, below - step)
  return out
}

/// Whether a ring of [lon, lat] holds a spot.
export function holds(ring: readonly (readonly number[])[], {lon, lat}: Spot): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = ring[i] as [number, number]
    const [u, v] = ring[j] as [number, number]
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside
  }
  return inside
}
