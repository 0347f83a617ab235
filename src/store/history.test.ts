import {expect, test} from "vitest"
import {mention} from "../../test/mentions.ts"
import type {Event, EventMention} from "../model/model.ts"
import {changesOf} from "./history.ts"

const event = (...mentions: [EventMention, ...EventMention[]]): Event =>
  ({
    id: mentions[0].id,
    type: mentions[0].type,
    modes: [],
    contexts: [],
    actors: [],
    recipients: [],
    tolls: [],
    status: "happened",
    background: false,
    confidence: 1,
    outlets: 1,
    independent: 1,
    mentions,
    links: [],
    bonds: []
  }) as unknown as Event

const accuse = mention({type: "ACCUSE", article: "a"})
const reject = mention({type: "REJECT", article: "a"})
const other = mention({type: "REJECT", article: "b"})

test("the same words coded as another type are the same event, told otherwise", () => {
  expect(changesOf([event(accuse)], [event(reject)])).toMatchObject([{event: reject.id, kind: "changed", other: accuse.id}])
})

test("other words are another event", () => {
  expect(
    changesOf([event(accuse)], [event(other)])
      .map(c => c.kind)
      .sort()
  ).toEqual(["added", "removed"])
})

test("two events of the same words: one is the former, the other is new", () => {
  const second = mention({type: "COERCE", article: "a"})
  expect(changesOf([event(accuse)], [event(reject), event(second)]).map(c => [c.kind, c.other])).toEqual([
    ["changed", accuse.id],
    ["added", undefined]
  ])
})

test("an event that goes on under its later report has not become what its first words tell now", () => {
  const stays = mention({type: "ACCUSE", article: "c"})
  const kinds = changesOf([event(accuse, stays)], [event(stays), event(reject)]).map(c => c.kind)
  expect(kinds).not.toContain("changed")
})
