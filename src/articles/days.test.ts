import {expect, test} from "vitest"
import {dayOf, writtenDays} from "./days.ts"

test.each([
  ["2024-10-18T23:30:00-05:00", "2024-10-18"],
  ["2024-10-18", "2024-10-18"],
  ["20241018", "2024-10-18"],
  ["2024/1/8 09:00", "2024-01-08"],
  ["Fri, 18 Oct 2024 23:30:00 GMT", "2024-10-18"],
  ["Fri Oct 18 23:30:00 UTC 2024", "2024-10-18"],
  ["October 18, 2024 at 9:14 pm ET", "2024-10-18"],
  ["Oct. 18th, 2024", "2024-10-18"],
  ["18th of October 2024", "2024-10-18"],
  ["18.10.2024", "2024-10-18"],
  ["10/18/2024", "2024-10-18"],
  ["1729294200", "2024-10-18"],
  ["1729294200000", "2024-10-18"],
  // Which is the month?
  ["03/04/2024", undefined],
  ["2023-02-29", undefined],
  ["2024-00-00", undefined],
  ["1776-07-04", undefined],
  ["2999-01-01", undefined],
  ["in March 2024", undefined],
  ["yesterday", undefined],
  ["", undefined]
])("%s is %s", (stamp, day) => {
  expect(dayOf(stamp)).toBe(day)
})

test("the order of numbers can be told", () => {
  expect(dayOf("03/04/2024", "month first")).toBe("2024-03-04")
  expect(dayOf("03/04/2024", "day first")).toBe("2024-04-03")
})

test("written days are found where they stand", () => {
  const text = "From May 3, 2011 until 4 June 2012, and in 2013."
  expect(writtenDays(text).map(w => [text.slice(w.start, w.end), w.day])).toEqual([
    ["May 3, 2011", "2011-05-03"],
    ["4 June 2012", "2012-06-04"]
  ])
})
