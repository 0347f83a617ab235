import fc from "fast-check"
import {expect, test} from "vitest"
import {
  away,
  bearing,
  distance,
  type Frame,
  fitting,
  frameOf,
  frameText,
  holds,
  isWorld,
  moved,
  roomFor,
  scaled,
  spreadOut,
  world
} from "../../web/globe.ts"

const seoul = {lon: 126.98, lat: 37.57}
const pyongyang = {lon: 125.75, lat: 39.03}
const newYork = {lon: -74, lat: 40.7}

test("ways over the globe", () => {
  expect(distance(seoul, pyongyang) * 111.2).toBeCloseTo(195, -1)
  expect(distance(seoul, newYork) * 111.2).toBeCloseTo(11_060, -2)
  expect(bearing(seoul, pyongyang)).toBeGreaterThan(320)
  const there = away(seoul, bearing(seoul, newYork), distance(seoul, newYork))
  expect([there.lon, there.lat]).toEqual([expect.closeTo(-74, 3), expect.closeTo(40.7, 3)])
})

test("the frame holds where most happened; far places are left to the edge", () => {
  const near = fitting([
    {...pyongyang, events: 41},
    {...seoul, events: 19},
    {...newYork, events: 20}
  ])
  expect(isWorld(near)).toBe(false)
  expect(distance(near, pyongyang)).toBeLessThan(3)
  const wide = fitting([
    {...pyongyang, events: 10},
    {...newYork, events: 10},
    {lon: 28, lat: -26, events: 10}
  ])
  expect(wide).toEqual(world)
  expect(fitting([])).toEqual(world)
})

test("a frame's text leads back to it, and other text to none", () => {
  const frame: Frame = {lon: 127.1, lat: 38.5, width: 30}
  expect(frameOf(frameText(frame))).toEqual(frame)
  expect(frameOf("world")).toEqual(world)
  for (const text of [undefined, "", "1,2", "1,2,x", "999,0,20", "1,2,0.1", "1,2,3,4"]) expect(frameOf(text)).toBeUndefined()
  expect(isWorld(scaled(scaled(frame, 4), 4))).toBe(true)
  expect(scaled(world, 0.6).width).toBe(100)
  expect(moved(frame, 0.25, 0).lon).toBeGreaterThan(frame.lon)
})

test("names never cross", () => {
  const room = {x: 0, y: 0, w: 100, h: 100}
  const taken = [{x: 0, y: 0, w: 50, h: 20}]
  expect(
    roomFor(
      [
        {x: 10, y: 5, w: 40, h: 10},
        {x: 60, y: 5, w: 30, h: 10}
      ],
      taken,
      room
    )
  ).toEqual({x: 60, y: 5, w: 30, h: 10})
  expect(roomFor([{x: 80, y: 90, w: 30, h: 5}], taken, room)).toBeUndefined()
})

test("lines at an edge keep their distance", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: -50, max: 450}), {maxLength: 12}), wanted => {
      const out = spreadOut(wanted, 16, 12, 380)
      const sorted = [...out].sort((a, b) => a - b)
      expect(sorted.every((y, i) => i === 0 || y - sorted[i - 1]! >= 15.999)).toBe(true)
      expect(sorted.every(y => y >= 12 && y <= 380)).toBe(true)
    })
  )
})

test("a ring holds what is inside of it", () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0]
  ]
  expect(holds(ring, {lon: 5, lat: 5})).toBe(true)
  expect(holds(ring, {lon: 15, lat: 5})).toBe(false)
})
