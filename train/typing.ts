import {createHash} from "node:crypto"
import {readdirSync, readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {withGiven} from "../src/coding/between.ts"
import {codingWords} from "../src/coding/coder.ts"
import {rules} from "../src/coding/rules/list.ts"
import {
  keyOf,
  outcomes,
  ruledWords,
  type Sign,
  type TypingWords,
  typed,
  typingSigns,
  typingWeights
} from "../src/coding/typing.ts"
import {articleId, type Document, type EventType, quadOf, type Span, types} from "../src/model/model.ts"
import {readers} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {seeded} from "./examples.ts"
import {calibrationError} from "./logistic.ts"
import {type Row, softmax, weightsFrom} from "./maxent.ts"
import {marked} from "./sentences.ts"
import {wordNet} from "./wordnet.ts"

/// Fits data/weights/typing on train/sentences and the examples of the rules: npx tsx train/typing.ts
///
/// First the words: what WordNet says of the words that rules list is learned, and carried to their neighbours. Then the
/// sentences: signs of a pair of actors, with what the rules said left out now and then so that the words get their say. Every tenth
/// sentence is never trained on. Likelihoods are calibrated, and scores taken, by a model that has also not seen a quarter of all
/// wordings: sentences whose deed hangs on the same word are all in it or all out of it.

const seed = 1
const random = seeded(seed)
const resources = openResources()
const reader = readers(resources)()
const {classes} = codingWords(resources.yaml)
const ruled = ruledWords(rules)
const size = outcomes.length
const none = size - 1

/// Every text is read once.
const documents = new Map<string, Document>()
function documentOf(text: string): Document {
  const held = documents.get(text) ?? reader.documents.read({id: articleId(undefined, text), text})
  documents.set(text, held)
  return held
}

interface Told {
  readonly text: string
  readonly actors: readonly Span[]
  readonly recipients: readonly Span[]
  readonly outcome: number
  readonly from: "sentences" | "rules" | "retold"
  readonly held: boolean
  /// Of a retelling: that of the sentence retold.
  readonly family?: string
}

const folder = join(import.meta.dirname, "sentences")
const told: Told[] = []
for (const file of readdirSync(folder)
  .filter(f => f.endsWith(".jsonl"))
  .sort()) {
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter(line => line.trim() !== "")
    .forEach((line, at) => {
      const {text, type} = JSON.parse(line) as {text: string; type: EventType | null}
      const outcome = type === null ? none : types.indexOf(type)
      if (outcome < 0) throw new Error(`${file}:${at + 1}: unknown type "${type}"`)
      told.push({...marked(text), outcome, from: "sentences", held: at % 10 === 9})
    })
}
for (const rule of rules) {
  for (const example of rule.examples)
    told.push({...marked(example), outcome: types.indexOf(rule.code), from: "rules", held: false})
  for (const text of rule.not ?? []) told.push({...marked(text), outcome: none, from: "rules", held: false})
}

// The words.
const net = wordNet()
const near = nearWords()
process.stdout.write(`${near.size} words beside those of the rules\n`)

/// What WordNet makes of each verb and noun. A word that a rule lists is judged by what was learned from the other words,
/// so that strengths mean the same for known and unknown words.
function nearWords(): Map<string, (readonly [EventType, number])[]> {
  const parts = 5
  const labels = new Map<string, Float32Array>()
  for (const rule of rules) {
    if (rule.needs || rule.modal || rule.negated || rule.complement?.types || rule.complement?.words) continue
    for (const [pos, list] of [
      ["v", rule.verbs],
      ["n", rule.nouns]
    ] as const) {
      for (const word of list ?? []) {
        const target = new Float32Array(size)
        for (const [type, strength] of ruled.get(word) ?? []) target[types.indexOf(type)] = strength
        const sum = target.reduce((a, b) => a + b, 0)
        if (sum > 0)
          labels.set(
            `${pos} ${word}`,
            target.map(x => x / sum)
          )
      }
    }
  }
  // Words of sentences without an event, and nouns that no rule knows, speak for nothing.
  for (const {text, outcome} of told) {
    for (const token of documentOf(text).tokens) {
      const lemma = token.lemma.toLowerCase()
      if (ruled.has(lemma)) continue
      if (token.upos === "VERB" ? outcome !== none : token.upos !== "NOUN") continue
      const target = new Float32Array(size)
      target[none] = 1
      labels.set(`${token.upos === "VERB" ? "v" : "n"} ${lemma}`, target)
    }
  }
  const places = new Map<string, number>()
  const describe = (key: string, grow: boolean): {signs: Int32Array; values: Float32Array} => {
    const signs: number[] = []
    const values: number[] = []
    for (const [name, value] of net.featuresOf(key[0] as "v" | "n", key.slice(2))) {
      if (grow && !places.has(name)) places.set(name, places.size)
      const place = places.get(name)
      if (place === undefined) continue
      signs.push(place)
      values.push(value)
    }
    return {signs: Int32Array.from(signs), values: Float32Array.from(values)}
  }
  const rows = [...labels].map(([key, target]) => ({
    key,
    part: keyOf(key) % parts,
    row: {...describe(key, true), target, weight: target[none] === 1 ? 0.3 : 1}
  }))
  const learn = (kept: readonly Row[]) =>
    weightsFrom(kept, {signs: places.size, outcomes: size, epochs: 12, rate: 0.1, pull: 3e-4, random})
  const models = Array.from({length: parts}, (_, part) =>
    learn(rows.filter(r => r.part !== part && r.row.signs.length > 0).map(r => r.row))
  )
  const whole = learn(rows.filter(r => r.row.signs.length > 0).map(r => r.row))
  const judge = (weights: Float32Array, {signs, values}: {signs: Int32Array; values: Float32Array}): Float64Array => {
    const sums = new Float64Array(size)
    for (let s = 0; s < signs.length; s++) for (let c = 0; c < size; c++) sums[c]! += weights[signs[s]! * size + c]! * values[s]!
    softmax(sums)
    return sums
  }
  let [right, counted] = [0, 0]
  for (const {part, row} of rows) {
    if (row.signs.length === 0 || row.target[none] === 1) continue
    const said = judge(models[part]!, row)
    counted++
    if (row.target[said.indexOf(Math.max(...said.subarray(0, none)))]! > 0.3) right++
  }
  process.stdout.write(`words of rules, judged by the others: ${(right / counted).toFixed(3)} of ${counted}\n`)
  const found = new Map<string, (readonly [EventType, number])[]>()
  const partOf = new Map(rows.map(r => [r.key, r.part]))
  for (const pos of ["n", "v"] as const) {
    for (const lemma of net.lemmas(pos)) {
      const key = `${pos} ${lemma}`
      if (/[^a-z -]/.test(lemma) || (lemma.includes(" ") && pos === "n")) continue
      const held = partOf.get(key)
      const said = judge(held === undefined ? whole : models[held]!, describe(key, false))
      const strong = types.map((type, c) => [type, Math.round(said[c]! * 100) / 100] as const).filter(([, p]) => p >= 0.12)
      if (strong.some(([, p]) => p >= 0.25)) found.set(key, strong)
    }
  }
  return found
}

// The sentences.
const words: TypingWords = {classes, ruled, near}

/// "France helped Chad" told as a promise, a refusal, a threat: what the codebook makes of it is known without asking.
const retellings: readonly {readonly of: readonly EventType[]; readonly as: EventType; readonly verbs: readonly string[]}[] = [
  {
    of: ["CONSULT", "SUPPORT", "COOPERATE", "AID"],
    as: "AGREE",
    verbs: ["will", "agreed to", "promised to", "offered to", "said it would", "is ready to", "has pledged to", "plans to"]
  },
  {of: ["RETREAT", "CONCEDE"], as: "CONCEDE", verbs: ["will", "said it would", "announced that it would"]},
  {
    of: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"],
    as: "REJECT",
    verbs: [
      "refused to",
      "will not",
      "declined to",
      "has ruled out plans to",
      "said it would not",
      "would never",
      "failed to",
      "rejected calls to",
      "is unwilling to",
      "said on Monday they will not"
    ]
  },
  {
    of: ["SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"],
    as: "THREATEN",
    verbs: ["threatened to", "warned that it would", "said it would", "vowed to", "will", "is prepared to"]
  }
]

/// Retellings of a sentence whose main clause, plain and past, has the actor as its subject.
function retold(one: Told, document: Document): Told[] {
  const {clauses, tokens} = document
  const [actor] = one.actors
  const clause = clauses.find(
    c =>
      !c.parent &&
      c.predicate.kind === "verb" &&
      c.tense === "past" &&
      !(c.negated || c.passive || c.modal || c.perfect || c.progressive)
  )
  const verb = clause?.predicate.light ? undefined : tokens[clause?.predicate.head ?? -1]
  if (!clause || !verb || !actor || verb.xpos !== "VBD" || one.actors.length > 1) return []
  if (!clause.subjects.some(s => tokens[s.head]!.start >= actor.start && tokens[s.head]!.end <= actor.end)) return []
  const type = types[one.outcome]
  return retellings
    .filter(r => r.of.includes(type!))
    .map(({as, verbs}) => {
      const words = `${verbs[Math.floor(random() * verbs.length)]} ${verb.lemma}`
      const by = words.length - (verb.end - verb.start)
      const moved = ({start, end}: Span): Span => (start >= verb.end ? {start: start + by, end: end + by} : {start, end})
      const text = one.text.slice(0, verb.start) + words + one.text.slice(verb.end)
      const outcome = types.indexOf(as)
      return {
        text,
        actors: one.actors.map(moved),
        recipients: one.recipients.map(moved),
        outcome,
        from: "retold" as const,
        held: false,
        family: familyOf(document, [...one.actors, ...one.recipients])
      }
    })
}

/// The word that a deed hangs on: sentences that share it are one family of wordings.
function familyOf(document: Document, spans: readonly Span[]): string {
  const holds = (clause: Document["clauses"][0], span: Span): boolean =>
    [...clause.subjects, ...clause.objects, ...clause.recipients, ...clause.obliques.map(o => o.phrase)].some(
      p => p.span.start < span.end && span.start < p.span.end
    )
  const {clauses} = document
  const found = clauses.find(c => spans.every(s => holds(c, s))) ?? clauses.find(c => spans.some(s => holds(c, s))) ?? clauses[0]
  return found ? `${found.predicate.light ?? ""} ${found.predicate.lemma}` : ""
}

/// Families that the measuring model has not seen.
const unseen = (family: string): boolean => keyOf(`family ${family}`) % 4 === 0

interface Sample {
  readonly family: string
  readonly signs: readonly Sign[]
  readonly outcome: number
  readonly weight: number
  readonly from: Told["from"]
  readonly held: boolean
}

const samples: Sample[] = []
const queue: Told[] = [...told]
for (let at = 0; at < queue.length; at++) {
  const one = queue[at]!
  const document = documentOf(one.text)
  if (!one.held && one.from === "sentences") queue.push(...retold(one, document))
  const mentions = reader.mentions(document)
  let {actors, recipients} = one
  if (one.outcome === none && actors.length + recipients.length === 0) {
    actors = mentions.actors.slice(0, 1).map(m => m.span)
    recipients = mentions.actors.slice(1, 2).map(m => m.span)
  }
  const pairs: [Span | undefined, Span | undefined, number][] = []
  if (recipients.length === 0 && actors.length > 1) {
    pairs.push([actors[0], actors[1], 0.7], [actors[1], actors[0], 0.3])
  } else {
    pairs.push([actors[0], recipients[0], 1])
    if (recipients.length > 1) pairs.push([actors[0], recipients[1], 0.5])
    if (actors.length > 1) pairs.push([actors[1], recipients[0], 0.5])
  }
  for (const [actor, recipient, weight] of one.held ? pairs.slice(0, 1) : pairs) {
    const {events} = reader.code(document, withGiven(document, mentions, [actor, recipient]))
    const signs = typingSigns(document, words, events, actor, recipient)
    samples.push({
      family: one.family ?? familyOf(document, [...actors, ...recipients]),
      signs,
      outcome: one.outcome,
      weight: one.from === "retold" ? weight / 2 : weight,
      from: one.from,
      held: one.held
    })
  }
}
/// Weights in whole numbers of eight bits.
interface Packed {
  readonly scale: number
  readonly kept: readonly {readonly key: number; readonly row: Int8Array}[]
}

function packedWeights(given: readonly Sample[]): Packed {
  const counts = new Map<string, number>()
  for (const {signs} of given) for (const {name} of signs) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts]
    .filter(([, n]) => n > 1)
    .map(([name]) => name)
    .sort()
  const placeOf = new Map(names.map((name, i) => [name, i]))
  const often = new Float64Array(size)
  for (const {outcome, weight} of given) often[outcome]! += weight
  const usual = often.reduce((a, b) => a + b, 0) / size
  const rows: Row[] = given.map(({signs, outcome, weight, from}) => {
    const known = signs.filter(s => placeOf.has(s.name))
    const target = new Float32Array(size)
    target[outcome] = 1
    return {
      signs: Int32Array.from(known, s => placeOf.get(s.name)!),
      values: Float32Array.from(known, s => s.value),
      target,
      weight: weight * Math.sqrt(usual / (often[outcome]! + 1)),
      without: random => {
        // A rule reads its own example rightly: nothing can be learned from that about rules.
        const [noRules, noWords] = [random() < (from === "rules" ? 1 : 0.35), random() < 0.1]
        return at => (known[at]!.family === "rules" && noRules) || (known[at]!.family === "words" && noWords)
      }
    }
  })
  const weights = weightsFrom(rows, {
    signs: names.length,
    outcomes: size,
    epochs: 14,
    rate: 0.06,
    pull: 1e-3,
    random: seeded(seed)
  })
  let largest = 0
  for (const w of weights) largest = Math.max(largest, Math.abs(w))
  const scale = (largest * 0.7) / 127
  const kept: {key: number; row: Int8Array}[] = []
  const seen = new Set<number>()
  names.forEach((name, i) => {
    const row = Int8Array.from(weights.subarray(i * size, (i + 1) * size), w =>
      Math.max(-127, Math.min(127, Math.round(w / scale)))
    )
    const key = keyOf(name)
    if (seen.has(key) || row.every(w => w === 0)) return
    seen.add(key)
    kept.push({key, row})
  })
  kept.sort((a, b) => a.key - b.key)
  return {scale, kept}
}

function packed({scale, kept}: Packed, calm: number): Uint8Array {
  const head = new TextEncoder().encode(
    `${JSON.stringify({
      rows: kept.length,
      scale,
      calm,
      near: Object.fromEntries(
        [...near].map(([word, votes]) => [word, votes.map(([t, s]) => [types.indexOf(t), Math.round(s * 100)])])
      )
    })}\n`
  )
  const bytes = new Uint8Array(head.length + kept.length * (4 + size))
  bytes.set(head)
  const view = new DataView(bytes.buffer)
  kept.forEach(({key, row}, i) => {
    view.setUint32(head.length + i * 4, key, true)
    bytes.set(new Uint8Array(row.buffer), head.length + kept.length * 4 + i * size)
  })
  return bytes
}

// Calibrated and measured on wordings that the model has not seen.
const seen = packedWeights(samples.filter(s => !s.held && !unseen(s.family)))
const measured = samples.filter(s => unseen(s.family) && s.from === "sentences")
const lossAt = (calm: number): number => {
  const model = typingWeights(packed(seen, calm))
  let loss = 0
  for (const {signs, outcome} of measured) {
    const said = typed(model, signs)
    const p = outcome === none ? said.none : said.likelihoods.get(types[outcome]!)!
    loss -= Math.log(Math.max(p, 1e-6))
  }
  return loss / measured.length
}
const calms = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4]
const losses = calms.map(lossAt)
const calm = calms[losses.indexOf(Math.min(...losses))]!
const whole = packedWeights(samples.filter(s => !s.held))
const bytes = packed(whole, calm)
const scores = {
  newWordings: scoresOf(packed(seen, calm), measured),
  everyTenth: scoresOf(
    bytes,
    samples.filter(s => s.held)
  )
}
process.stdout.write(`${JSON.stringify({calm, signs: whole.kept.length, bytes: bytes.length, ...scores}, null, 1)}\n`)

function scoresOf(packedBytes: Uint8Array, set: readonly Sample[]) {
  const model = typingWeights(packedBytes)
  const answers = set.map(({signs, outcome}) => ({
    outcome,
    said: typed(model, signs),
    bare: typed(
      model,
      signs.filter(s => s.family !== "rules")
    )
  }))
  const coded = answers.filter(a => a.outcome !== none)
  const share = (part: readonly unknown[], of: readonly unknown[]) =>
    Math.round((part.length / Math.max(1, of.length)) * 1e4) / 1e4
  const error = calibrationError(coded.map(a => ({said: a.said.probability, right: a.said.type === types[a.outcome] ? 1 : 0})))
  return {
    sentences: answers.length,
    right: share(
      coded.filter(a => a.said.type === types[a.outcome]),
      coded
    ),
    rightWithoutRules: share(
      coded.filter(a => a.bare.type === types[a.outcome]),
      coded
    ),
    quadRight: share(
      coded.filter(a => quadOf[a.said.type] === quadOf[types[a.outcome]!]),
      coded
    ),
    silentKnown: share(
      answers.filter(a => a.outcome === none && a.said.none > 0.5),
      answers.filter(a => a.outcome === none)
    ),
    calibrationError: Math.round(error * 1e4) / 1e4
  }
}

writeFileSync(join(resources.folder, "weights/typing.bin"), bytes)
writeFileSync(
  join(resources.folder, "weights/typing.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: "which PLOVER type one actor's deed to another is, or that nothing happened: weights of readable signs",
      script: "train/typing.ts",
      seed,
      corpora: [
        {
          name: `train/sentences: ${told.filter(t => t.from === "sentences" && !t.held).length} sentences written for this project; ${told.filter(t => t.held).length} more kept back`,
          licence: "CC0 1.0"
        },
        {name: "the rules of src/coding/rules: their word lists and examples", licence: "Apache-2.0"},
        {
          name: "WordNet 3.1: senses and relations of words, from which the types of words no rule lists were learned",
          licence: "WordNet License",
          credit: "Princeton University, WordNet 3.1, copyright 2011",
          source: "https://wordnet.princeton.edu"
        }
      ],
      licence: "CC0 1.0",
      scores
    },
    null,
    2
  )}\n`
)
