import type {EventType, Quad, Stance, Status, Toll} from "../src/api/contract.ts"

/// Every word the page says, in one place. Another language is another object of this type; `words` is the one in use.
export type Words = typeof english

/// The parts of an event that rest on words, in the order the page shows them.
export const roles = ["who", "what", "whom", "much", "when", "where", "by"] as const
export type Role = (typeof roles)[number]

export const statuses = ["happened", "ongoing", "planned", "possible", "did-not-happen"] as const satisfies readonly Status[]

/// Types in the order of the codebook, with their class.
export const quadOf: Readonly<Record<EventType, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4
}

/// A deed in plain words: he does, they do, the word before whom, and what comes last. "visits, visit, –" with "North Korea".
type Deed = readonly [one: string, many: string, before?: string, last?: string]

const deeds: Readonly<Record<string, Deed>> = {
  AGREE: ["agrees", "agree", "with"],
  CONSULT: ["confers", "confer", "with"],
  "CONSULT visit": ["visits", "visit"],
  "CONSULT third-party": ["mediates", "mediate", "with"],
  "CONSULT multilateral": ["meets", "meet", "with"],
  "CONSULT phone": ["telephones", "telephone"],
  SUPPORT: ["supports", "support"],
  CONCEDE: ["yields", "yield", "to"],
  COOPERATE: ["cooperates", "cooperate", "with"],
  AID: ["aids", "aid"],
  RETREAT: ["draws back", "draw back", "from"],
  "RETREAT withdraw": ["withdraws", "withdraw", "from"],
  "RETREAT release": ["releases", "release"],
  "RETREAT disarm": ["disarms", "disarm", "towards"],
  "RETREAT ceasefire": ["ceases fire", "cease fire", "with"],
  "RETREAT access": ["grants access", "grant access", "to"],
  "RETREAT resign": ["resigns", "resign", "towards"],
  REQUEST: ["makes a demand", "make a demand", "of"],
  "REQUEST assist": ["asks help", "ask help", "of"],
  "REQUEST change": ["demands change", "demand change", "of"],
  "REQUEST yield": ["demands that way be given", "demand that way be given", "by"],
  "REQUEST meet": ["asks for talks", "ask for talks", "with"],
  ACCUSE: ["accuses", "accuse"],
  "ACCUSE disapprove": ["criticizes", "criticize"],
  "ACCUSE investigate": ["investigates", "investigate"],
  REJECT: ["turns down", "turn down"],
  "REJECT assist": ["refuses help", "refuse help", "to"],
  "REJECT change": ["refuses change", "refuse change", "to"],
  "REJECT yield": ["refuses to yield", "refuse to yield", "to"],
  "REJECT meet": ["refuses talks", "refuse talks", "with"],
  THREATEN: ["threatens", "threaten"],
  "THREATEN restrict": ["threatens", "threaten", "", "with restrictions"],
  "THREATEN arrest": ["threatens", "threaten", "", "with arrest"],
  "THREATEN relations": ["threatens to break", "threaten to break", "with"],
  "THREATEN expel": ["threatens", "threaten", "", "with expulsion"],
  "THREATEN violence": ["threatens", "threaten", "", "with violence"],
  PROTEST: ["protests", "protest", "against"],
  "PROTEST riot": ["riots", "riot", "against"],
  "PROTEST strike": ["strikes", "strike", "against"],
  "PROTEST hunger": ["goes on hunger strike", "go on hunger strike", "against"],
  "PROTEST boycott": ["boycotts", "boycott"],
  SANCTION: ["sanctions", "sanction"],
  "SANCTION convict": ["convicts", "convict"],
  "SANCTION expel": ["expels", "expel"],
  "SANCTION withdraw": ["breaks", "break", "with"],
  "SANCTION discontinue": ["cuts off", "cut off"],
  MOBILIZE: ["mobilizes", "mobilize", "towards"],
  "MOBILIZE troops": ["moves troops", "move troops", "towards"],
  "MOBILIZE weapons": ["brings out arms", "bring out arms", "towards"],
  "MOBILIZE police": ["deploys police", "deploy police", "towards"],
  "MOBILIZE militia": ["raises a militia", "raise a militia", "towards"],
  COERCE: ["coerces", "coerce"],
  "COERCE seize": ["seizes property", "seize property", "of"],
  "COERCE restrict": ["restricts", "restrict"],
  "COERCE censor": ["censors", "censor"],
  "COERCE curfew": ["imposes a curfew", "impose a curfew", "on"],
  "COERCE martial-law": ["imposes martial law", "impose martial law", "on"],
  "COERCE arrest": ["arrests", "arrest"],
  "COERCE deport": ["deports", "deport"],
  "COERCE withhold": ["withholds goods", "withhold goods", "from"],
  "COERCE misinformation": ["misinforms", "misinform"],
  "COERCE cyber": ["breaks into computers", "break into computers", "of"],
  ASSAULT: ["attacks", "attack"],
  "ASSAULT abduct": ["abducts", "abduct"],
  "ASSAULT beat": ["beats", "beat"],
  "ASSAULT torture": ["tortures", "torture"],
  "ASSAULT sexual": ["sexually assaults", "sexually assault"],
  "ASSAULT targeted": ["makes an attempt on the life", "make an attempt on the life", "of"],
  "ASSAULT destroy": ["destroys property", "destroy property", "of"],
  "ASSAULT firearms": ["shoots", "shoot", "at"],
  "ASSAULT explosives": ["bombs", "bomb"],
  "ASSAULT suicide-attack": ["attacks", "attack", "", "by suicide bombing"],
  "ASSAULT aerial": ["attacks", "attack", "", "from the air"],
  "ASSAULT drone": ["attacks", "attack", "", "by drone"],
  "ASSAULT heavy-weapons": ["attacks", "attack", "", "with heavy weapons"]
}

/// The same where nobody is named whom it is done to, for deeds that cannot stand without.
const alone: Readonly<Record<string, readonly [one: string, many: string]>> = {
  "CONSULT visit": ["pays a visit", "pay a visit"],
  "CONSULT phone": ["makes a call", "make a call"],
  SUPPORT: ["gives support", "give support"],
  AID: ["gives aid", "give aid"],
  "RETREAT release": ["frees captives", "free captives"],
  ACCUSE: ["makes an accusation", "make an accusation"],
  "ACCUSE disapprove": ["voices disapproval", "voice disapproval"],
  "ACCUSE investigate": ["opens an inquiry", "open an inquiry"],
  REJECT: ["refuses", "refuse"],
  THREATEN: ["makes a threat", "make a threat"],
  "PROTEST boycott": ["calls a boycott", "call a boycott"],
  SANCTION: ["imposes sanctions", "impose sanctions"],
  "SANCTION convict": ["passes sentence", "pass sentence"],
  "SANCTION expel": ["orders an expulsion", "order an expulsion"],
  "SANCTION discontinue": ["cuts off dealings", "cut off dealings"],
  COERCE: ["uses coercion", "use coercion"],
  "COERCE arrest": ["makes an arrest", "make an arrest"],
  "COERCE deport": ["orders a deportation", "order a deportation"],
  "COERCE restrict": ["imposes restrictions", "impose restrictions"],
  "COERCE censor": ["imposes censorship", "impose censorship"],
  "COERCE misinformation": ["spreads false news", "spread false news"],
  ASSAULT: ["makes an attack", "make an attack"],
  "ASSAULT abduct": ["carries out an abduction", "carry out an abduction"],
  "ASSAULT explosives": ["sets off a bomb", "set off a bomb"]
}

export const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`

const plural = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`

/// 1204118 → "1,204,118".
export const number = (n: number): string => n.toLocaleString(words.locale)

const english = {
  locale: "en-GB",
  name: "annals",
  skip: "Skip to the page",
  views: {
    label: "Views",
    briefing: "Briefing",
    ledger: "Ledger",
    actors: "Actors and pairs",
    map: "Map and timeline",
    review: "Review",
    codebook: "Codebook and runs"
  },
  search: {label: "Search events by words, names and places", hint: "Search"},
  theme: {
    light: "Light",
    dark: "Dark",
    switch: (to: "light" | "dark") => (to === "light" ? "Light: switch to the light theme" : "Dark: switch to the dark theme")
  },
  quads: {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict"
  } satisfies Record<Quad, string> as Readonly<Record<Quad, string>>,
  status: {
    happened: "happened",
    ongoing: "ongoing",
    planned: "planned",
    possible: "possible",
    "did-not-happen": "did not happen"
  } satisfies Record<Status, string> as Readonly<Record<Status, string>>,
  background: "background",
  denied: "denied",
  basis: {stated: "stated", inferred: "inferred", assumed: "assumed"},
  roles: {
    who: "Who",
    what: "Did what",
    whom: "To whom",
    much: "How many",
    when: "When",
    where: "Where",
    by: "According to"
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
  grains: {
    exact: "a point",
    city: "a city",
    region: "a region",
    country: "a country",
    sea: "a sea",
    continent: "a continent"
  },
  tolls: {
    killed: "killed",
    wounded: "wounded",
    arrested: "arrested",
    abducted: "abducted",
    displaced: "displaced",
    missing: "missing",
    troops: "troops",
    weapons: "weapons",
    people: "people",
    money: "in money"
  } satisfies Record<Toll["what"], string> as Readonly<Record<Toll["what"], string>>,
  sectors: {
    COP: "police",
    GOV: "government",
    JUD: "courts",
    LEG: "parliament",
    MIL: "armed forces",
    PRM: "paramilitaries",
    PTY: "parties",
    REB: "rebels",
    SPY: "intelligence",
    UAF: "unidentified armed men",
    UNK: "unknown",
    AGR: "farming",
    BUS: "business",
    CRM: "criminals",
    CVL: "civilians",
    EDU: "schools",
    ELI: "elites",
    JRN: "journalists",
    LAB: "labour",
    MED: "media",
    REF: "refugees",
    OPP: "opposition",
    PRE: "former government",
    REL: "clergy",
    SOC: "civil society"
  } as Readonly<Record<string, string>>,
  tollText: {atLeast: (n: string) => `at least ${n}`, atMost: (n: string) => `at most ${n}`},
  /// What stands in the place of a country for those who have none.
  stateless: {
    IGO: "international organizations",
    UNO: "United Nations",
    EUR: "European Union",
    NGO: "non-governmental organizations",
    ISM: "international separatists",
    IMG: "international armed groups",
    MNC: "companies of many countries"
  } as Readonly<Record<string, string>>,
  /// What a voice says became of it.
  says(stance: Stance, status: Status): string {
    if (stance === "denies") return "it did not happen"
    if (stance === "doubts") return "doubts it"
    if (stance === "predicts") return "expects it"
    if (stance === "promises") return "promises it"
    if (stance === "threatens") return "threatens it"
    if (stance === "demands") return "demands it"
    const plain = {
      happened: "it happened",
      ongoing: "it goes on",
      planned: "it is planned",
      possible: "it may be",
      "did-not-happen": "it did not happen"
    }[status]
    return stance === "alleges" ? `alleges: ${plain}` : plain
  },
  nobody: "somebody not named",
  eachOther: "each other",
  ownVoice: "in its own voice",
  ownVoices: (outlets: readonly string[]) => `${some3(outlets)}, in ${outlets.length === 1 ? "its" : "their"} own voice`,
  /// Three names at most, and how many more.
  some3: (names: readonly string[]) => some3(names),
  unnamedOutlet: "an outlet not named",
  untitled: "An article without a title",
  undated: "undated",
  noDate: "no date said",
  noPlace: "no place said",
  notSaid: "not said",
  open: {from: (d: string) => `from ${d}`, until: (d: string) => `until ${d}`},
  some: (day: string) => `some day within ${day}`,
  and: (names: readonly string[]) => listed(names, "and"),
  or: (names: readonly string[]) => listed(names, "or"),
  more: (n: number) => `${number(n)} more`,
  /// A headline made of codes: it says what the codes say and no more. `mutual`: they do it to each other; `several`: who acts is
  /// one name for many ("soldiers").
  headline(
    who: readonly string[],
    whom: readonly string[],
    type: EventType,
    mode: string | undefined,
    status: Status,
    {mutual = false, several = false}: {readonly mutual?: boolean; readonly several?: boolean} = {}
  ): string {
    const [one, many, before, last = ""] = deeds[`${type} ${mode}`] ?? deeds[type]!
    const object = whom.length > 0 ? few(whom) : mutual && before === undefined ? "each other" : ""
    const bare = object === "" && !before ? (alone[`${type} ${mode}`] ?? alone[type]) : undefined
    const [says, say] = bare ?? [one, many]
    const verb = {
      happened: who.length > 1 || several ? say : says,
      ongoing: who.length > 1 || several ? say : says,
      planned: `to ${say}`,
      possible: `may ${say}`,
      "did-not-happen": `did not ${say}`
    }[status]
    const acts = who.length === 0 ? "Somebody not named" : few(who)
    return [acts, verb, ...(object ? [before, object] : []), last].filter(Boolean).join(" ")
  },
  counts: {
    events: (n: number) => plural(n, "event", "events"),
    reports: (n: number) => plural(n, "report", "reports"),
    outlets: (n: number) => plural(n, "outlet", "outlets"),
    lines: (n: number) => plural(n, "independent line", "independent lines"),
    articles: (n: number) => plural(n, "article", "articles"),
    spans: (n: number) => plural(n, "span", "spans"),
    values: (n: number) => plural(n, "value", "values"),
    words: (n: number) => plural(n, "word", "words"),
    rows: (n: number) => plural(n, "row", "rows"),
    filters: (n: number) => plural(n, "filter", "filters"),
    sentences: (n: number) => plural(n, "sentence", "sentences"),
    actors: (n: number) => plural(n, "actor", "actors")
  },
  sure: "sure",
  ledger: {
    title: "The ledger",
    /// "134 events happened or go on, 1 Jan 2022 to 31 Dec 2024, with Russia or North Korea." without its number.
    lead(n: number, statuses: readonly Status[], background: string | undefined, rest: readonly string[]): string {
      const one = n === 1
      const verbs: Record<Status, string> = {
        happened: "happened",
        ongoing: one ? "goes on" : "go on",
        planned: one ? "is planned" : "are planned",
        possible: one ? "is possible" : "are possible",
        "did-not-happen": "did not happen"
      }
      const what =
        statuses.length === 5
          ? "of every status"
          : listed(
              statuses.map(s => verbs[s]),
              "or"
            )
      const told = background === "yes" ? " told as history" : ""
      const with_ = background === "all" ? ", told as news or as history" : ""
      return ` ${one ? "event" : "events"}${told} ${what}${rest.length > 0 ? `, ${rest.join(", ")}` : ""}${with_}.`
    },
    dates: (since?: string, until?: string) =>
      since && until ? `${since} to ${until}` : since ? `from ${since}` : `until ${until}`,
    filters: "Filters",
    clearAll: "Clear all",
    clear: "Clear",
    without: (what: string) => `Take away the filter: ${what}`,
    facets: {
      status: "Status",
      background: "Told as history",
      type: "Type",
      quad: "Class",
      actor: "Who acts",
      recipient: "To whom",
      place: "Where",
      publisher: "Outlet"
    },
    backgrounds: {no: "told as news", yes: "told as history", all: "both"},
    moreOf: {
      type: (n: number) => plural(n, "more type", "more types"),
      actor: (n: number) => plural(n, "more actor", "more actors"),
      recipient: (n: number) => plural(n, "more recipient", "more recipients"),
      place: (n: number) => plural(n, "more place", "more places"),
      publisher: (n: number) => plural(n, "more outlet", "more outlets")
    } as Readonly<Record<string, (n: number) => string>>,
    fewer: "fewer",
    report: "report",
    reports: "reports",
    everyStatus: "of every status",
    onlyBackground: "nothing else",
    columns: {
      year: "Year",
      when: "When",
      who: "Who → whom",
      type: "Type",
      status: "Status",
      what: "What",
      where: "Where",
      reports: "Reports",
      lines: "Lines",
      sure: "Sure"
    },
    sortBy: (column: string) => `Sort by: ${column}`,
    table: "Events",
    rows: (shown: number, total: number) =>
      shown < total ? `Rows 1 to ${number(shown)} of ${number(total)}` : shown === 1 ? "1 row" : `All ${number(total)} rows`,
    next: (n: number) => `Show ${number(n)} more`,
    rowsOf: (first: number, last: number, total: number) => `Rows ${number(first)} to ${number(last)} of ${number(total)}`,
    rowYet: (n: number) => `row ${number(n)}`,
    keysHint: {move: "move", opens: "opens", exports: "exports what you see"},
    exportRows: (n: number) => `Export ${plural(n, "row", "rows")}`,
    asFiles: (n: number) => `${n === 1 ? "This row" : `These ${number(n)} rows`} as`,
    histogram: {
      per: {day: "Events a day", month: "Events a month", quarter: "Events a quarter", year: "Events a year"},
      label: (per: string, from: string, until: string) => `${per}, ${from} to ${until}, by class`,
      from: "Beginning of the time shown",
      until: "End of the time shown",
      how: "Drag over the bars, or use the arrow keys on a handle; with shift, a year at a time.",
      vague: "some day within",
      undated: (n: number) => `${number(n)} undated, not drawn`
    },
    chip: {
      type: "of type ",
      mode: "mode ",
      quad: "",
      status: "",
      context: "context ",
      party: "with ",
      pair: "between ",
      actor: "done by ",
      recipient: "done to ",
      place: "in ",
      placed: "",
      dated: "",
      publisher: "told by ",
      article: "from article ",
      background: "",
      search: "“…”"
    } as Readonly<Record<string, string>>,
    quarter: (n: number, year: string) => `Q${n} ${year}`,
    inBin: (when: string) => `counted in ${when}`,
    placed: {
      point: "told to be at a point",
      region: "told to be in a region",
      country: "told to be in a country",
      sea: "told to be at sea",
      continent: "told to be on a continent",
      none: "without a place"
    } as Readonly<Record<string, string>>,
    dated: {yes: "dated", no: "undated"} as Readonly<Record<string, string>>,
    views: {
      label: "Saved views",
      save: "Save this view",
      name: "Name of the view",
      keep: "Save",
      cancel: "Cancel",
      rename: "Rename",
      delete: "Delete",
      replaces: (name: string) => `“${name}” gives way to this view`,
      saved: (name: string) => `saved as “${name}”`,
      deleted: (name: string) => `“${name}” is deleted`
    },
    onMap: "On the map",
    searched: (what: string) => `with the words “${what}”`
  },
  event: {
    title: "Event",
    fieldsHint: ["Point at a field, or move with", ": its words light up in the reports.", "keeps them lit,", "lets go."],
    words: "The words it rests on",
    ofReports: (shown: number, all: number) => [`${number(shown)} of`, plural(all, "report", "reports")] as const,
    allReports: (n: number) => (n === 1 ? "the only report" : `all ${number(n)} reports`),
    showAll: (n: number) => `Show all ${number(n)} reports`,
    nextReport: "next report",
    showFirst: "Show the first three",
    elsewhere: "Elsewhere in the article:",
    sentence: (n: number) => `sentence ${number(n)}`,
    assumedDay: "assumed: no day is said, so the day it was published",
    differ: "Where they differ",
    differHint: "side by side, never an average",
    claims: "Claims by voice",
    claimsHint: "earliest first; a denial is a row, not a silence",
    claimColumns: ["Said on", "Voice", "Says", "In these words", "First seen in"],
    copies: (outlets: number, lines: number) =>
      `${plural(outlets, "outlet", "outlets")}, ${plural(lines, "independent line", "independent lines")}`,
    begins: "begins with",
    wording: (n: number) => `Wording ${n}`,
    verbatim: (n: number) => `${number(n)} word for word:`,
    atMost: (n: number) =>
      n === 1
        ? "At most one line: no outlet shows that it knew this on its own."
        : `At most ${number(n)}, as far as the texts show: they may still go back to one briefing.`,
    whyCoded: "Why it was coded so",
    corrected: "What people said of it",
    correctedHint: "the fields show what holds after that",
    correctedAs: {accept: "accepted as it stands", add: "added", note: "noted"} as Readonly<Record<string, string>>,
    rule: "Rule",
    merged: "Why these are one event",
    single: "One report tells of it; nothing was merged.",
    mergeOf: (a: string, b: string) => `${a} with ${b}`,
    sum: "Sum",
    links: "Bound up with",
    /// How this event stands to the other, and how the other stands to this.
    linkKinds: {
      "plan-of": ["this was the plan of", "was planned here"],
      "denial-of": ["this denies", "is denied here"],
      undecided: ["perhaps the same as", "perhaps the same as"],
      "stage-of": ["this is a stage of", "is a stage of this"]
    } as Readonly<Record<string, readonly [string, string]>>,
    cite: "Cite",
    copy: "Copy",
    copied: "Copied",
    citation: (title: string, when: string, id: string, sources: string) =>
      `“${title}”, ${when}, event ${id}, annals ledger; after ${sources}.`,
    previous: "previous",
    next: "next",
    rowOf: (n: number, all: number) => `Ledger, row ${number(n)} of ${number(all)}`,
    inLedger: "Ledger",
    id: (id: string) => `event ${id}`,
    fields: "What is said of it"
  },
  article: {
    title: "Article",
    coded: (n: number) => `${plural(n, "event", "events")} coded`,
    notCoded: (n: number) => `${plural(n, "sentence", "sentences")} not coded`,
    original: "Original",
    lightUp: "Light up",
    tints: "Tints",
    text: "text",
    plannedPossible: "planned, possible",
    plain: "plain: not coded",
    whyNot: "Not coded, and why",
    notCodedLabel: "not coded",
    nothing: "nothing in it looks like an event",
    removed: "removed",
    pieces: (n: number) => plural(n, "piece", "pieces"),
    saysWho: (who: string) => `says: ${who}`,
    sentence: (n: number) => `Sentence ${n}`,
    undated: "undated"
  },
  actors: {
    title: "Actors and pairs",
    lead: "Everybody who takes part in an event, most events first; what is told as history is not counted.",
    nobody: "Nobody takes part in any event yet.",
    nobodyNamed: (name: string) => `Nobody in the ledger is called “${name}”.`,
    all: "All actors",
    list: "Actors",
    columns: {actor: "Actor", country: "Country", sectors: "Sectors", events: "Events", acts: "Acts", undergoes: "Is acted on"},
    pairs: "Pairs",
    pairsHint: "most events first",
    find: "Find an actor",
    more: "Show more actors"
  },
  actor: {
    asActor: "as the one who acts",
    asRecipient: "as the one acted on",
    partners: "Partners",
    partnersHint: "opens the pair",
    latest: "Latest events",
    openLedger: "open in the ledger",
    events: "events"
  },
  pair: {
    and: "and",
    whoActs: "Who acts",
    either: "either",
    by: "By",
    grains: {year: "year", quarter: "quarter", month: "month"},
    none: "none",
    to: " to ",
    event: "event",
    undatedEvents: "Undated",
    withWhom: (name: string) => `with ${name}`,
    nothingHint: "Counted is what happened or goes on.",
    everything: "Show all that is told of them",
    nothing: (a: string, b: string) => `No events between ${a} and ${b}.`,
    cooperation: "cooperation",
    conflict: "conflict",
    of: (n: number, what: string, when: string, verbal: number, material: number) =>
      `${number(n)} of ${what} in ${when}: ${number(verbal)} verbal, ${number(material)} material`,
    asTable: "The same as a table",
    asChart: "The same as a chart",
    mean: "Mean weight",
    hollow: "hollow: under 3",
    band: "band: 90 %",
    offices: {
      title: "Offices held",
      label: (from: string, until: string) => `Offices held, ${from} to ${until}`,
      spell: (who: string, title: string, from: string | undefined, until: string | undefined) =>
        `${who}, ${title}, ${from && until ? `${from} to ${until}` : from ? `from ${from}` : until ? `until ${until}` : "time not known"}`,
      columns: {office: "Office", who: "Who", from: "From", until: "First day after"},
      now: "–"
    },
    network: {
      label: (a: string, b: string) => `Network around ${a} and ${b}; the table beneath says the same`,
      cooperation: "mostly cooperation",
      conflict: "mostly conflict",
      width: "width: number of events",
      left: (n: number) => `${plural(n, "weaker tie", "weaker ties")} not drawn`
    },
    shaded: {
      year: "in the shaded year",
      quarter: "in the shaded quarter",
      month: "in the shaded month",
      day: "on the shaded day"
    },
    choose: (when: string) => `Show the events of ${when} below`,
    open: "open in the ledger",
    whoElse: "Who else",
    whoElseHint: "events with either",
    columns: {
      when: "When",
      direction: "Direction",
      type: "Type",
      what: "What",
      status: "Status",
      where: "Where",
      total: "All",
      mean: "Mean weight"
    },
    acts: (who: string) => `${who} acts`,
    both: "both act",
    vague: (n: string) => `${n} dated more vaguely, spread over their time`,
    lead: {events: "events", cooperation: "Cooperation:", conflict: "Conflict:", verbal: "verbal", material: "material"}
  },
  briefing: {
    title: "Briefing",
    read: (n: number) => plural(n, "article", "articles"),
    /// "Since run 46, 3 November 2024: 48 articles read, 23 events new, 9 grown, …"
    since: {
      visit: (day: string) => `Since your last visit on ${day}:`,
      run: (run: number, day: string | undefined) => `Since run ${run}${day ? ` on ${day}` : ""}:`,
      day: (day: string) => `Since ${day}:`,
      beginning: "Since the beginning:"
    },
    lead: {
      read: (n: number) => (n === 1 ? "article read" : "articles read"),
      new: (n: number) => (n === 1 ? "event new" : "events new"),
      grown: () => "grown",
      corrected: () => "corrected",
      contradicted: () => "contradicted",
      withdrawn: () => "withdrawn"
    },
    sinceLabel: "Since",
    ways: {
      visit: "last visit",
      day: "a day before",
      week: "7 days before",
      run: (n: number) => `run ${n}`,
      beginning: "the beginning"
    },
    heads: {
      new: "New",
      grown: "Grown",
      corrected: "Corrected",
      contradicted: "Contradicted",
      withdrawn: "Withdrawn"
    } as Readonly<Record<string, string>>,
    hints: {
      new: "most outlets first",
      grown: "more reports than before, nothing told otherwise",
      corrected: "something is told otherwise now",
      contradicted: "values of one field that cannot all be true",
      withdrawn: "no longer in the ledger, or part of another event"
    } as Readonly<Record<string, string>>,
    all: (n: number) => `all ${number(n)}`,
    more: (n: number) => `${number(n)} more`,
    outletsLines: (outlets: number, lines: number) =>
      `${plural(outlets, "outlet", "outlets")}, ${plural(lines, "line", "lines")}`,
    nothing: "Nothing new.",
    nothingWhy: (articles: string) => `Since then ${articles} were read, and no event came, went or changed.`,
    wholly: "See what came before",
    none: {
      new: "No event is new.",
      grown: "No event has grown.",
      corrected: "No event is told otherwise.",
      contradicted: "No event is contradicted.",
      withdrawn: "No event was withdrawn."
    } as Readonly<Record<string, string>>,
    how: {
      tolls: (what: string) => `how many ${what}`,
      time: "when it was",
      place: "where it was",
      status: "whether it happened"
    },
    voices: (n: number) => `${number(n)} voices`,
    fresh: "new",
    scale: (value: string, most: string) => `${value}, on a scale up to ${most}`,
    articles: (before: number, after: number) => `${number(before)} → ${plural(after, "report", "reports")}`,
    fields: {
      type: "type",
      modes: "mode",
      actors: "who",
      recipients: "to whom",
      time: "when",
      place: "where",
      status: "status",
      background: "history",
      tolls: "how many"
    } as Readonly<Record<string, string>>,
    unsaid: "not said",
    partOf: "now part of",
    another: "another event",
    gone: "its reports tell of no event any more",
    causes: {
      text: "articles that came",
      code: "another version of the program",
      data: "other word lists",
      codebook: "another codebook",
      correction: "a correction"
    } as Readonly<Record<string, string>>,
    by: (causes: readonly string[]) => `by ${listed(causes, "and")}`,
    ordinary: {
      title: "Out of the ordinary",
      how: {
        month: "Events a month, two years at most.",
        week: "Events a week, 24 weeks at most.",
        day: "Events a day, 24 days at most."
      } as Readonly<Record<string, string>>,
      band: "Grey: what each pair’s own past lets expect for as many articles, nine times out of ten.",
      measured: "How this is measured",
      method: [
        "A pair’s rate is its events per article read, over the bars before the newest; half an event is added, so that none so far does not mean never.",
        "If its counts jump about more than chance would have them, the range is as much wider (a negative binomial with that spread).",
        "Named are pairs whose newest count is too unlikely to be chance, so that of those named at most one in twenty is expected to be there by chance (Benjamini and Hochberg, over all pairs compared).",
        "Counted is what happened or goes on, without history, dated no more vaguely than a bar."
      ],
      usual: (low: number, high: number) => (low === high ? `usual ${number(low)}` : `usual ${number(low)} to ${number(high)}`),
      departs: (more: boolean) => (more ? "more than usual" : "fewer than usual"),
      within: "within its range",
      outside: "outside, as chance lets some pair be",
      low: "low numbers, read with care",
      nothing: (pairs: string) => `Nothing: of ${pairs} none left its own range.`,
      tooFew: "No pair has events enough to be compared.",
      short: "The pile is too short to tell: it takes seven days, weeks or months with articles.",
      chart: (a: string, b: string, n: number, when: string, low: number, high: number) =>
        `${a} and ${b}: ${number(n)} in ${when}, usual ${number(low)} to ${number(high)}`,
      pairs: (n: number) => plural(n, "pair", "pairs"),
      bin: "Time",
      count: "Events",
      range: "Usual",
      asTable: "as a table"
    },
    health: {
      title: "Health of the pile",
      undated: "Articles without a date",
      unplaced: "Events without a place",
      undatedEvents: "Events without a date",
      skipped: "Inputs skipped",
      names: "Names nobody knows",
      days: "Days without a source",
      span: (from: string, until: string) => `${from} to ${until}`
    } as const,
    lists: {
      undated: {
        title: (n: number) => plural(n, "article without a date", "articles without a date"),
        lead: "Their events have no day but what the text itself says.",
        none: "Every article has a date."
      },
      skipped: {
        title: (n: number) => plural(n, "input skipped", "inputs skipped"),
        lead: "Nothing was read of them. Mend them and read them again; nothing is counted twice.",
        none: "Nothing was skipped."
      },
      names: {
        title: (n: number) => plural(n, "name nobody knows", "names nobody knows"),
        lead: "They take part in events, and no list of actors knows them.",
        none: "Every name is known."
      },
      days: {
        title: (n: number) => plural(n, "day without a source", "days without a source"),
        lead: "No article was published on them: that nothing is told says little.",
        none: "Every day has a source."
      }
    },
    columns: {
      title: "Article",
      publisher: "Outlet",
      events: "Events",
      path: "Input",
      reason: "Why",
      name: "Name",
      day: "Day"
    } as Readonly<Record<string, string>>,
    back: "Back to the briefing"
  },
  map: {
    title: "Map and timeline",
    lead: {
      happened: (n: number) => (n === 1 ? "event." : "events."),
      on: (n: number) => `${number(n)} on the map`,
      each: ", each as exactly as it was told;",
      off: (n: number) => `${number(n)} not on the map`
    },
    filters: "Shown",
    all: "all that happened or goes on",
    map: "Map",
    label: (events: string, places: string) => `${events} at ${places}`,
    precision: "As exact as it was told",
    grains: {
      point: "a point: city, base, site",
      region: "a region",
      country: "a country: a label, no pin",
      sea: "a sea",
      continent: "a continent"
    } as Readonly<Record<string, string>>,
    area: "Area of a dot: number of events. Hatched: a region of known extent; of others there is but the name. Arrows: places beyond this frame.",
    off: "Not on the map",
    unplaced: "no place said, or none that is known",
    nowhere: "a place of unknown whereabouts",
    asTable: (n: number) => `All ${plural(n, "place", "places")} as a table`,
    asMap: "The same as a map",
    columns: {place: "Place", country: "Country", grain: "Told as", events: "Events"},
    closer: "Closer",
    wider: "Wider",
    fit: "Where most happened",
    world: "The world",
    frame: "What is drawn",
    pan: "Drag to move, or use the arrow keys; plus and minus draw closer and wider.",
    beyond: (n: number, events: string) => `${plural(n, "more place", "more places")} beyond, ${events}`,
    unlabelled: (n: number) => `${plural(n, "place", "places")} without room for a name.`,
    at: (place: string, events: string) => `${place}: ${events}`,
    noPlaces: "No event under these filters tells a place that is known.",
    timeline: "Timeline",
    within: "some day within",
    clear: "Clear",
    close: "draw only this time",
    far: "draw all the time",
    from: "Beginning of the time chosen",
    until: "End of the time chosen",
    lane: (name: string, events: string) => `${name}: ${events}`,
    drawn: (n: number, all: number) => `${number(n)} of ${number(all)}, the most reported`,
    narrow: (name: string) => `Only what ${name} takes part in`,
    undated: (n: number) => `${plural(n, "event", "events")} without a date, not drawn`,
    noLanes: "No event under these filters has a date.",
    how: "Drag over the lanes to choose a time, or use the arrow keys on a handle; with shift, a year at a time.",
    twin: {actor: "Who", when: "When", what: "What", type: "Type", words: "In the words"}
  },
  speak: {
    noArticles: "No articles yet.",
    runRead: ["Run", "annals read FOLDER", ", or look around first with", "annals demo", "."],
    noEvents: "No events yet.",
    noEventsWhy: (articles: string) => `${articles} were read, and no sentence in them was coded.`,
    nothingFits: (n: number) => (n === 1 ? "No event fits the filter." : `No event fits all ${number(n)} filters.`),
    without: "Without",
    thereAre: (n: number) => (n === 1 ? "there is" : "there are"),
    notFound: "There is no such page.",
    notFoundWhy: "The address may have been cut short.",
    toLedger: "Open the ledger",
    wrong: "That did not work.",
    silent: "The ledger does not answer.",
    silentWhy: "The program that serves it may have been stopped. Nothing stored is lost: start it again with",
    again: "Try again",
    asking: "Asking the ledger …"
  },
  keys: {
    title: "Keys",
    open: "Keys",
    on: "single keys on",
    close: "Close",
    groups: [
      {
        name: "Everywhere",
        keys: [
          ["/", "search"],
          ["?", "this list"],
          ["g b", "go to the briefing"],
          ["g l", "go to the ledger"],
          ["g a", "go to actors and pairs"],
          ["g m", "go to map and timeline"],
          ["g r", "go to the review"],
          ["g c", "go to codebook and runs"],
          ["t", "theme"],
          ["esc", "let go, close"]
        ]
      },
      {
        name: "Lists",
        keys: [
          ["j", "next"],
          ["k", "previous"],
          ["↵", "open"],
          ["e", "export what you see"],
          ["[ ]", "histogram handle left, right"]
        ]
      },
      {
        name: "Event, article",
        keys: [
          ["1", "light a field, 1 to 7"],
          ["n", "next coded sentence"],
          ["p", "previous"],
          ["u", "source"],
          ["c", "copy citation"]
        ]
      },
      {
        name: "Review",
        keys: [
          ["a", "accept, with what was changed"],
          ["x", "no event here"],
          ["space", "skip"],
          ["⌫", "take the last decision back, and the one before"],
          ["e", "edit"],
          ["1", "choose a value, 1 to 9"],
          ["m", "merge with the other"],
          ["s", "split"],
          ["n", "add an event that was not coded"],
          ["j", "next case"],
          ["k", "previous case"],
          ["u", "source"]
        ]
      }
    ] as readonly {readonly name: string; readonly keys: readonly (readonly [string, string])[]}[]
  },
  foot: {
    pile: (articles: string, outlets: string, events: string) => `${articles}, ${outlets}, ${events}`,
    version: (v: string) => `annals ${v}`,
    thisAs: "This page as",
    json: "JSON"
  }
}

const some3 = (names: readonly string[]): string =>
  names.length <= 3 ? listed(names, "and") : `${names.slice(0, 3).join(", ")} and ${number(names.length - 3)} more`

function few(names: readonly string[]): string {
  return names.length <= 3 ? listed(names, "and") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`
}

/// The words in use.
export const words: Words = english
