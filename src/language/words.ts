/// The word lists that clauses and reports are told by: data/words/{event-nouns,light-verbs,phrasal-verbs,control,saying}.yaml, checked.

/// How the words around an event noun stand to it; data/words/event-nouns.yaml tells what each means.
export type Frame = "acts" | "moves" | "sufferings" | "aimed" | "together" | "words" | "wills" | "gifts"
const frames: readonly Frame[] = ["acts", "moves", "sufferings", "aimed", "together", "words", "wills", "gifts"]

/// A verb that only lends its grammar to an event noun.
export interface LightVerb {
  /// Whether the verb can be light for a noun.
  readonly takes: (noun: string, frame: Frame) => boolean
  /// The noun is its subject ("the attack took place"), not its object.
  readonly subject: boolean
}

export interface LanguageWords {
  readonly eventNouns: ReadonlyMap<string, Frame>
  /// Common nouns that do what the event noun behind them tells: "police raid".
  readonly agents: ReadonlySet<string>
  /// By verb, with particle and preposition: "pay", "carry out", "engage in".
  readonly lightVerbs: ReadonlyMap<string, LightVerb>
  readonly subjectKeeps: ReadonlySet<string>
  readonly sends: ReadonlySet<string>
  readonly handsOn: ReadonlySet<string>
  readonly undoes: ReadonlySet<string>
  readonly blames: ReadonlySet<string>
  readonly objectDoes: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  readonly headlinePassives: ReadonlySet<string>
  /// Verbs with a particle that take an object: "call off".
  readonly phrasalVerbs: ReadonlySet<string>
  /// Verbs of telling, thinking and showing.
  readonly cues: ReadonlyMap<string, "say" | "think" | "show">
  /// Verbs whose object may be what is said: "denied the charge".
  readonly saysObject: ReadonlySet<string>
  /// Verb and preposition behind which it stands: "call for".
  readonly speaksOf: ReadonlySet<string>
  /// Verbs that call their object something: "called the vote a farce".
  readonly calls: ReadonlySet<string>
  /// Verbs of saying whose infinitive is not said: "continued to shell".
  readonly plainInfinitive: ReadonlySet<string>
  /// Event nouns of saying and thinking.
  readonly saysAsNoun: ReadonlySet<string>
}

/// The lists as `resources.yaml` reads them. An unknown group or a word in two groups is an error that says what would be right.
export function languageWords(yaml: (path: string) => unknown): LanguageWords {
  const lists = (path: string, known: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const found = yaml(path)
    if (found === null || typeof found !== "object") throw new Error(`data/${path}: should be lists under ${known.join(", ")}`)
    const entries = Object.entries(found)
    for (const [name, words] of entries) {
      if (!known.includes(name)) throw new Error(`data/${path}: unknown list "${name}"; known: ${known.join(", ")}`)
      if (!Array.isArray(words) || words.some(w => typeof w !== "string")) {
        throw new Error(`data/${path}: "${name}" should be a list of words, one string each`)
      }
    }
    return new Map(entries)
  }
  const nouns = lists("words/event-nouns.yaml", [...frames, "agents"])
  const eventNouns = new Map<string, Frame>()
  for (const frame of frames) {
    for (const noun of nouns.get(frame) ?? []) {
      const other = eventNouns.get(noun)
      if (other) throw new Error(`data/words/event-nouns.yaml: "${noun}" stands in ${other} and in ${frame}; keep one`)
      eventNouns.set(noun, frame)
    }
  }
  const control = lists("words/control.yaml", [
    "subject_keeps",
    "sends",
    "hands_on",
    "undoes",
    "blames",
    "object_does",
    "addresses",
    "headline_passives"
  ])
  const saying = lists("words/saying.yaml", [
    "say",
    "think",
    "show",
    "objects",
    "speaks_of",
    "calls",
    "plain_infinitive",
    "nouns"
  ])
  const cues = new Map<string, "say" | "think" | "show">()
  for (const kind of ["think", "show", "say"] as const) for (const verb of saying.get(kind) ?? []) cues.set(verb, kind)
  return {
    eventNouns,
    agents: new Set(nouns.get("agents")),
    lightVerbs: lightVerbs(yaml("words/light-verbs.yaml"), eventNouns),
    subjectKeeps: new Set(control.get("subject_keeps")),
    sends: new Set(control.get("sends")),
    handsOn: new Set(control.get("hands_on")),
    undoes: new Set(control.get("undoes")),
    blames: new Set(control.get("blames")),
    objectDoes: new Set(control.get("object_does")),
    addresses: new Set(control.get("addresses")),
    headlinePassives: new Set(control.get("headline_passives")),
    phrasalVerbs: phrasalVerbs(yaml("words/phrasal-verbs.yaml")),
    cues,
    saysObject: new Set(saying.get("objects")),
    speaksOf: new Set(saying.get("speaks_of")),
    calls: new Set(saying.get("calls")),
    plainInfinitive: new Set(saying.get("plain_infinitive")),
    saysAsNoun: new Set(saying.get("nouns"))
  }
}

function phrasalVerbs(entries: unknown): ReadonlySet<string> {
  if (!Array.isArray(entries) || entries.some(e => typeof e !== "string" || !/^\S+ \S+$/.test(e))) {
    throw new Error("data/words/phrasal-verbs.yaml: should be a list of verb and particle, two words each")
  }
  return new Set(entries)
}

function lightVerbs(entries: unknown, eventNouns: ReadonlyMap<string, Frame>): ReadonlyMap<string, LightVerb> {
  if (!Array.isArray(entries)) throw new Error("data/words/light-verbs.yaml: should be a list of {verb, nouns}")
  return new Map(
    entries.map(({verb, nouns, subject}) => {
      if (typeof verb !== "string" || !Array.isArray(nouns)) {
        throw new Error(`data/words/light-verbs.yaml: ${JSON.stringify({verb, nouns})} should be {verb: word, nouns: [words]}`)
      }
      const groups = new Set<string>(nouns.filter(n => n === n.toUpperCase()).map(n => n.toLowerCase()))
      const single = new Set<string>(nouns.filter(n => n !== n.toUpperCase()))
      for (const group of groups) {
        if (!frames.some(f => f === group)) {
          throw new Error(`data/words/light-verbs.yaml: ${verb}: unknown group "${group}"; known: ${frames.join(", ")}`)
        }
      }
      for (const noun of single) {
        if (!eventNouns.has(noun)) {
          throw new Error(`data/words/light-verbs.yaml: ${verb}: "${noun}" is not in event-nouns.yaml; add it there`)
        }
      }
      return [verb, {takes: (noun: string, frame: Frame) => groups.has(frame) || single.has(noun), subject: subject === true}]
    })
  )
}
