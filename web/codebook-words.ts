import type {CodebookRule, EventChange, Job, RunLine} from "../src/api/contract.ts"
import {number} from "./words.ts"

/// The words of the codebook, actors, sources and runs: they come with the view, when it is first opened.

const n = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`

export const says = {
  title: "Codebook and runs",
  parts: {codebook: "Codebook", actors: "Actors and offices", sources: "Sources", runs: "Runs"},
  partsLabel: "With what it is read",
  lead: (rules: number, examples: number) =>
    `${n(rules, "rule", "rules")} in the order in which they are tried, with ${n(examples, "example", "examples")} that hold. `,
  own: (added: number, changed: number, off: number) =>
    added + changed + off === 0
      ? "All are as they are shipped."
      : `Your own: ${[
          ...(added > 0 ? [`${number(added)} added`] : []),
          ...(changed > 0 ? [`${number(changed)} changed`] : []),
          ...(off > 0 ? [`${number(off)} switched off`] : [])
        ].join(", ")}.`,
  find: "Find a rule by name, word or example",
  newRule: "Add a rule",
  types: "Types",
  rules: (k: number) => n(k, "rule", "rules"),
  rulesHead: "Rules",
  modes: "Modes",
  rulings: "Rulings",
  rulingsHint: "where words could be read either way",
  contexts: "Contexts",
  statuses: "Status",
  columns: {
    rule: "Rule",
    words: "Hangs on",
    example: "Example",
    type: "Type",
    weight: "Weight",
    cameo: "CAMEO",
    is: "Is",
    mode: "Mode",
    told: "Told",
    coded: "Coded",
    name: "Name"
  },
  noRule: (what: string) => `No rule has “${what}” in its name, words or examples.`,
  allRules: "All rules",
  origin: {shipped: "as shipped", added: "your own", changed: "changed by you", off: "switched off"} satisfies Record<
    CodebookRule["origin"],
    string
  >,
  rule: {
    lead: (origin: string) => `, ${origin}`,
    codes: (reports: string) => `It codes ${reports} of `,
    none: "It codes no event now.",
    the: "The rule",
    fresh: "A new rule",
    freshTitle: "A rule of your own",
    freshLead: "It is tried before those that are shipped. One example at least must be read by it.",
    unsaved: "changed, not saved",
    asShipped: "as it is shipped",
    elsewhere: (at: string) => `It stands in ${at}, which is kept by hand: change it there.`,
    text: "The rule as YAML",
    reads: "reads",
    not: "reads nothing of",
    examples: "Examples",
    latest: "Latest events of it",
    off: "Switch off",
    on: "Switch on",
    out: "Take out",
    back: "Back to the shipped rule",
    gone: "There is no such rule.",
    beside: "All fields: docs/codebook-own.md. Words stand as in a dictionary; the passive is undone before rules look.",
    template: (type: string) =>
      `name: \ncode: ${type}\nverbs: []\nactor: subject\nrecipient: object\nexamples:\n  - "{actor } … {recipient }."\n`
  },
  edit: {
    preview: "See what would change",
    again: "Look again",
    stop: "Stop",
    save: "Save, and read again",
    saveChanges: (k: number) => (k === 0 ? "Save, and read again" : `Save: ${n(k, "event changes", "events change")}`),
    discard: "Discard",
    against: "Against what is saved",
    saved: (file: string) => `Saved in ${file}.`,
    reading: "Reading everything again:",
    read: "Everything is read again.",
    whatChanged: "What it changed",
    holds: (hold: number, of: number) =>
      `${number(hold)} of ${n(of, "example of your rules holds", "examples of your rules hold")}`,
    wrong: "does not hold",
    proposed: {off: "would be switched off", on: "would be switched on", out: "would be taken out"}
  },
  impact: {
    title: "What would change",
    before:
      "Change something, then look: every event that would come, go or be told otherwise stands here before you save. Nothing is written by looking.",
    looking: (looked: number, holding: number) =>
      `Looked at ${number(looked)} of ${n(holding, "article", "articles")} that hold its words`,
    all: (articles: number) => `, of ${number(articles)} in all`,
    took: (seconds: string) => `in ${seconds} s`,
    ended: {
      articles: (looked: number) => `The newest ${number(looked)} were looked at; saving reads all.`,
      time: (looked: number) => `In the time there is, the newest ${number(looked)} were looked at; saving reads all.`
    },
    stopped: "Stopped before the end.",
    opening: "Opening words and weights …",
    waiting: "Waiting for what is under way …",
    merging: "Putting together what they tell …",
    nothing: "Nothing would change.",
    nothingWhy: (k: number) =>
      k === 0
        ? "No article holds its words."
        : `${n(k, "article", "articles")} hold its words, and none would be read otherwise.`,
    tabs: {
      all: (k: number) => (k === 1 ? "event changes" : "events change"),
      added: (k: number) => (k === 1 ? "appears" : "appear"),
      removed: (k: number) => (k === 1 ? "vanishes" : "vanish"),
      changed: (k: number) => (k === 1 ? "is told otherwise" : "are told otherwise"),
      decided: (k: number) => (k === 1 ? "touches a decision" : "touch a decision")
    },
    filter: "Which of them",
    columns: {change: "Change", sentence: "Sentence", now: "Now", would: "Then"},
    kinds: {
      added: "appears",
      split: "parts from another",
      removed: "vanishes",
      merged: "goes into another",
      changed: "told otherwise",
      renamed: "begins earlier"
    } satisfies Record<EventChange["kind"], string>,
    noEvent: "no event",
    same: "the same",
    agrees: (who: string, when: string) => `agrees with ${who}, ${when}`,
    contradicts: (who: string, when: string) => `contradicts ${who}, ${when}`,
    shown: (k: number, of: number) => `${number(k)} of ${number(of)}, those that touch decisions first`,
    more: (k: number) => `Show ${number(k)} more`,
    unlisted: (k: number) => `${number(k)} more are not listed; saving and comparing the runs lists all.`
  },
  actors: {
    lead: "Who is known: the shipped lists, and what you add to them. Offices are dated and looked up on the day that is told of.",
    find: "Find by name, spelling or id",
    list: "Known",
    count: (k: number) => `${number(k)} known`,
    nobody: (what: string) => `Nobody is known as “${what}”.`,
    addThem: "Add them",
    add: "Add somebody",
    columns: {
      name: "Name",
      country: "Country",
      kind: "Kind",
      offices: "Offices",
      also: "Also written",
      events: "Events",
      name2: "Name",
      sentence: "A sentence",
      do: "Do"
    },
    kinds: {person: "person", organization: "organization", group: "group"},
    own: "yours",
    unknown: "Names nobody knows",
    unknownHint: "most events first",
    unknownNone: "Every name in the ledger is known.",
    more: "Show more",
    isKnown: "is somebody known",
    writeDown: "write down",
    search: (name: string) => `Look for ${name} among those known`,
    newOne: (name: string) => `Add ${name} to those known`,
    adding: (name: string) => `Choose whom “${name}” means: it is added as a spelling.`
  },
  known: {
    lead: "dated, and looked up on the day that is told of",
    events: "in the ledger",
    noEvents: "In no event of the ledger",
    offices: "Offices",
    noOffice: "No office is known.",
    columns: {office: "Office", of: "Of", from: "From", until: "Until", source: "Source"},
    today: "today",
    also: "Also written",
    one: "No other spelling.",
    yours: "What you say of it",
    nothing: "nothing yet",
    the: "As YAML",
    fresh: "Somebody new",
    freshLead: "What is written here goes before the shipped lists.",
    addSpelling: "Add a spelling",
    spelling: "Spelling",
    addOffice: "Add an office",
    title: "Title",
    country: "Country code",
    from: "First day",
    until: "First day after",
    gone: "Nobody of that id is known.",
    out: "Take out what you say of it",
    template: (name: string) =>
      `name: ${name}\nkind: person # person, organization or group\ncountry: # ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC\n`,
    beside: "All fields: docs/actors.md. A name you write goes before a shipped one."
  },
  sources: {
    lead: (k: number) =>
      `${n(k, "outlet", "outlets")}. What an outlet alone tells is gone when it is ignored; nothing of it is deleted.`,
    columns: {
      outlet: "Outlet",
      articles: "Articles",
      undated: "Undated",
      first: "First",
      last: "Last",
      events: "Events",
      alone: "Nobody else tells",
      do: "Ignore"
    },
    unnamed: "no outlet named",
    ignore: "Ignore …",
    ignored: (who: string, when: string) => `ignored by ${who}, ${when}`,
    takeBack: "Count it again",
    would: (name: string, events: number, alone: number) =>
      alone === 0
        ? `Nothing that ${name} tells would count: ${n(events, "event", "events")} would lose a report, none would vanish.`
        : `Nothing that ${name} tells would count: ${n(alone, "event", "events")} that nobody else tells would vanish, ${number(events - alone)} would lose a report.`,
    yes: "Ignore this source",
    no: "Cancel",
    why: "Why, if you like",
    cannot: "it tells no event",
    skipped: "Skipped",
    skippedHint: "nothing was read of these",
    skippedNone: "Nothing was skipped.",
    input: "Input",
    reason: "Why",
    more: "Show more",
    none: "No articles yet.",
    done: (name: string) => `${name} is ignored`,
    undone: (name: string) => `${name} counts again`
  },
  runs: {
    lead: "Same articles, same versions: same bytes. Choose two runs to see what differs between them, and why.",
    none: "Nothing was read yet.",
    columns: {
      run: "Run",
      when: "When",
      what: "What",
      cause: "Cause of the difference",
      came: "New",
      changed: "Changed",
      gone: "Gone",
      pick: "Compare"
    },
    what: {read: "read", recode: "read again", corrections: "corrections", forget: "forgotten"} satisfies Record<
      RunLine["what"],
      string
    >,
    folded: (k: number, first: number, last: number) => `${number(k)} runs of corrections, ${first} to ${last}`,
    unfold: "each",
    fold: "fold",
    articles: (k: number) => n(k, "article", "articles"),
    changes: (k: number) => n(k, "change", "changes"),
    hashes: {code: "program", data: "data", codebook: "codebook", actors: "actors", corrections: "corrections"} as Readonly<
      Record<string, string>
    >,
    first: "the first",
    nothing: "nothing but the order",
    versions: "Versions and hashes",
    version: (v: string) => `annals ${v}`,
    compare: "What differs",
    between: (a: string, b: string) => (a === "0" ? `from the beginning to run ${b}` : `from run ${a} to run ${b}`),
    from: "From",
    to: "to",
    begin: "the beginning",
    run: (k: number) => `run ${k}`,
    byCause: "By cause",
    byKind: "By kind",
    allCauses: "all",
    same: "Nothing differs between them.",
    order: "The second run must be the later one.",
    columns2: {kind: "Change", event: "Event", differs: "Differs", cause: "Cause"},
    more: (k: number) => `Show ${number(k)} more`,
    kinds: {
      added: "new",
      split: "parted from another",
      removed: "gone",
      merged: "went into another",
      changed: "told otherwise",
      renamed: "begins earlier"
    } satisfies Record<EventChange["kind"], string>,
    causes: {text: "articles", code: "program", data: "data", codebook: "codebook", correction: "corrections"} as Readonly<
      Record<string, string>
    >,
    reports: (a: number, b: number) => `${number(a)} → ${n(b, "report", "reports")}`
  },
  job: (state: Job["state"], done: number, left: number | undefined) =>
    state === "waiting"
      ? "waiting"
      : left === undefined
        ? `${number(done)} articles`
        : `${number(done)} of ${number(done + left)} articles`
}
