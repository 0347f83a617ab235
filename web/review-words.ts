import type {ReviewCase, ReviewQueueName, Status} from "../src/api/contract.ts"
import {number} from "./words.ts"

/// The words of the review: they come with it, when it is first opened.

const n = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`

export const says = {
  title: "Review",
  lead: (done: number, of: number) => [number(done), ` of ${number(of)} decided today. `] as const,
  order: {
    doubtful:
      "Order: effect on visible numbers times doubt; one in six is drawn at random, so that the reported precision is honest.",
    disagreements: "Corrections that what is read now, or somebody else, contradicts. Nothing is done until somebody decides.",
    orphans: "Corrections whose words are not in the ledger. None is attached by guess.",
    double: "A sample drawn at random, as it was read: what others said of it is not shown until you have decided too."
  } satisfies Record<ReviewQueueName, string>,
  queue: "Queue",
  queues: {
    doubtful: "doubtful",
    disagreements: "disagreements",
    orphans: "orphans",
    double: "double coding"
  } satisfies Record<ReviewQueueName, string>,
  progress: (done: number, of: number, accepted: number, changed: number, rejected: number) =>
    `${done} of ${of}: ${accepted} accepted, ${changed} changed, ${rejected} rejected`,
  accepted: (k: number) => `${number(k)} accepted`,
  changed: (k: number) => `${number(k)} changed`,
  rejected: (k: number) => `${number(k)} rejected`,
  precision: "precision on the random sample so far",
  noPrecision: "precision: nothing of the random sample is decided yet",
  share: (right: number, of: number) => `${number(right)} of ${number(of)}`,
  between: (low: number, high: number) => `: between ${low.toFixed(2)} and ${high.toFixed(2)}`,
  rows: (k: number) => n(k, "row", "rows"),
  random: "random sample",
  doubt: {
    event: "is it an event?",
    same: "one event or two?",
    who: "who is that?",
    when: "on which day?",
    where: "where?",
    "how-many": "how many?",
    status: "did it happen?",
    disagreement: "what holds?",
    orphan: "its words are gone"
  } satisfies Record<ReviewCase["doubt"]["kind"], string>,
  inDoubt: "in doubt:",
  drawn: "drawn at random:",
  blind: "as it was read:",
  event: "This event",
  other: "The other",
  inDoubtFlag: "in doubt",
  fields: {
    who: "Who",
    whom: "To whom",
    type: "Did what",
    when: "When",
    where: "Where",
    much: "How many",
    status: "Status"
  },
  field: "Field",
  basis: {stated: "stated", inferred: "inferred", assumed: "assumed"},
  notSaid: "not said",
  history: "told as history",
  accept: "Accept",
  save: "Accept so",
  reject: "No event here",
  skip: "Skip",
  edit: "Edit",
  stopEdit: "Stop editing",
  merge: "Merge",
  split: "Split",
  undo: "Undo",
  keep: "Take the correction back",
  hold: "Say it again",
  noMerge: "no other event is near enough to merge with",
  noSplit: "it stands alone: there is nothing to split it from",
  holds: "This answer holds for",
  thisReport: "this report",
  allReports: (k: number) => `all ${number(k)} reports of the event`,
  everywhere: (name: string, k: number) => `“${name}” in ${n(k, "event", "events")}`,
  why: "Why, if you like",
  whyHint: "e.g. the meeting is a reminder, not news",
  reviewer: "You decide as",
  just: "Just decided",
  nothingYet: "Nothing yet.",
  did: {accepted: "accepted", changed: "changed", rejected: "no event here", noted: "noted"},
  after: "After the last run",
  applied: "applied",
  agrees: "agrees by itself now",
  conflict: "conflict",
  orphan: "lost its words",
  inAll: (k: number) => `${n(k, "correction", "corrections")} in all; none is attached by guess.`,
  keys: "Change or switch off single keys",
  empty: {
    doubtful: ["Nothing is left to decide.", "Every telling in the ledger was decided on; what is read next comes here."],
    disagreements: [
      "Nobody disagrees.",
      "When two people, or a person and what is read now, contradict one another, it comes here."
    ],
    orphans: ["No correction has lost its words.", "When an article goes or its text changes, what was said of it comes here."],
    double: ["Your half of the sample is coded.", "annals agree corrections.jsonl tells how far you agree with the others."]
  } satisfies Record<ReviewQueueName, readonly [string, string]>,
  said: (what: string, done: number, of: number) => `${what}, ${number(done)} of ${number(of)}`,
  skipped: "skipped",
  merged: "merged",
  parted: "split",
  undone: (what: string) => `taken back: ${what}`,
  nothingToUndo: "nothing to take back",
  lines: (k: number) => `Corrections as JSON, ${n(k, "line", "lines")}`,
  addEvent: "Add an event",
  added: "added",
  adding: {
    title: "An event that was not coded",
    deed: "The words of the deed, as they stand in the sentence",
    notThere: "These words do not stand in the sentence.",
    twice: "They stand there more than once: take more of them.",
    names: "names, with commas between",
    add: "Add it",
    cancel: "Cancel"
  },
  choose: "Choose a value",
  type: "Type",
  mode: "Mode",
  noMode: "no mode",
  day: "Day",
  grain: "exactly",
  grains: {day: "that day", month: "that month", year: "that year", none: "not said"},
  place: "Place",
  find: "type a name of the ledger",
  remove: (name: string) => `Take out ${name}`,
  add: (field: string) => `Add to “${field}”`,
  statuses: {
    happened: "happened",
    ongoing: "ongoing",
    planned: "planned",
    possible: "possible",
    "did-not-happen": "did not happen"
  } satisfies Record<Status, string>
}
