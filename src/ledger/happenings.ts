/// Which mentions of anything at all, in any documents, are of one happening: for `annals annotate same-event`, where mentions are
/// words and not coded events. The same idea as merging in the ledger: signed evidence, a threshold, mean linkage.

export interface Saying {
  readonly id: string
  readonly document: number
  /// Which sentence of its document.
  readonly sentence: number
  readonly lemma: string
  /// What happens, cut to its stem, so that "arrested" and "arrest" meet.
  readonly stem: string
  /// Stems of who does it, of whom it is done to, and of where and when, as far as the clause says.
  readonly subjects: readonly string[]
  readonly objects: readonly string[]
  readonly obliques: readonly string[]
  /// Stems of the words next to it and of the names and numbers in its sentence.
  readonly around: readonly string[]
}

/// A document as the stems of its sentences.
export interface Story {
  readonly sentences: readonly (readonly string[])[]
}

/// Whether two lemmas may tell of one deed: "buy" and "takeover".
export type SameDeed = (a: string, b: string) => boolean

/// What speaks for and against two mentions being one happening; what the words themselves are does not count.
const evidence = [
  "any two of one tale",
  "the same stem",
  "words for one deed",
  "a close-knit tale",
  "a close-knit tale and the same stem",
  "a close-knit tale and words for one deed",
  "like stories and the same stem",
  "one document",
  "one document and the same stem",
  "the same words around",
  "the same objects",
  "the same subjects",
  "other subjects",
  "the same times and places",
  "like sentences and the same stem",
  "one sentence",
  "early in their documents"
] as const
export type Evidence = (typeof evidence)[number]

/// Numbers fitted by train/happenings.ts on the training half of ECB+ (no words among them).
export const fitted: {readonly weights: Readonly<Record<Evidence, number>>; readonly joinAt: number} = {
  weights: {
    "any two of one tale": -4.63,
    "the same stem": 1.48,
    "words for one deed": 2.28,
    "a close-knit tale": 2.27,
    "a close-knit tale and the same stem": 17.05,
    "a close-knit tale and words for one deed": 6.66,
    "like stories and the same stem": 4.86,
    "one document": 0.88,
    "one document and the same stem": 3.35,
    "the same words around": 1.47,
    "the same objects": 2.01,
    "the same subjects": 0.47,
    "other subjects": -0.31,
    "the same times and places": 1.01,
    "like sentences and the same stem": 0.64,
    "one sentence": -2.07,
    "early in their documents": 0.28
  },
  joinAt: 0.44
}

/// From this mean likeness on, groups of documents are taken to tell one tale.
const taleAt = 0.045

/// Groups of mention ids; every mention is in exactly one. Documents are first grouped to tales; only mentions of one tale may be
/// one happening.
export function happenings(sayings: readonly Saying[], stories: readonly Story[], sameDeed: SameDeed): string[][] {
  const {tales, weigh} = pile(sayings, stories, sameDeed)
  const judge = (a: Saying, b: Saying): number => chance(weigh(a, b))
  return tales.flatMap(tale => linked(tale, judge, fitted.joinAt)).map(group => group.map(saying => saying.id))
}

const chance = (parts: readonly number[]): number =>
  1 / (1 + Math.exp(-parts.reduce((sum, x, i) => sum + x * fitted.weights[evidence[i]!], 0)))

export interface Pile {
  /// The mentions, tale by tale.
  readonly tales: readonly (readonly Saying[])[]
  /// How much of each kind of evidence there is on two mentions of one tale, in the order of `fitted.weights`.
  weigh(a: Saying, b: Saying): readonly number[]
}

export function pile(sayings: readonly Saying[], stories: readonly Story[], sameDeed: SameDeed): Pile {
  const rarity = rarities(stories)
  const vectors = stories.map(story => vectorOf(story.sentences.flat(), rarity))
  const sentences = stories.map(story => story.sentences.map(s => vectorOf(s, rarity)))
  const likeness = vectors.map((a, i) => vectors.map((b, j) => (i === j ? 0 : cosine(a, b))))
  const groups = linked([...stories.keys()], (a, b) => likeness[a]![b]!, taleAt)
  const taleOf = new Map(groups.flatMap((documents, tale) => documents.map(d => [d, tale] as const)))
  const closeness = groups.map(g => {
    const sum = g.reduce((all, a) => all + g.reduce((mine, b) => mine + likeness[a]![b]!, 0), 0)
    return sum / Math.max(1, g.length * (g.length - 1))
  })
  const tales = groups.map(() => [] as Saying[])
  for (const saying of sayings) {
    const tale = taleOf.get(saying.document)
    if (tale === undefined) tales.push([saying])
    else tales[tale]!.push(saying)
  }
  const shared = (x: readonly string[], y: readonly string[]): number => overlap(x, y, rarity)
  return {
    tales: tales.filter(tale => tale.length > 0),
    weigh(a, b) {
      const together = a.document === b.document ? 1 : 0
      const inSentence = together && a.sentence === b.sentence ? 1 : 0
      const stem = a.stem === b.stem ? 1 : 0
      const deed = !stem && (sameDeed(a.lemma, b.lemma) || sharedStart(a.stem, b.stem) >= 5) ? 1 : 0
      const close = together ? 0 : closeness[taleOf.get(a.document)!]!
      const like = inSentence || !stem ? 0 : cosine(sentences[a.document]![a.sentence], sentences[b.document]![b.sentence])
      const subjects = shared(a.subjects, b.subjects)
      const early = (a.sentence < 2 ? 0.5 : 0) + (b.sentence < 2 ? 0.5 : 0)
      return [
        1,
        stem,
        deed,
        close,
        close * stem,
        close * deed,
        likeness[a.document]![b.document]! * stem,
        together,
        together * stem,
        shared(a.around, b.around),
        shared(a.objects, b.objects),
        subjects,
        a.subjects.length > 0 && b.subjects.length > 0 && subjects === 0 ? 1 : 0,
        shared(a.obliques, b.obliques),
        like,
        inSentence,
        early
      ]
    }
  }
}

type Vector = ReadonlyMap<string, number>
const nothing: Vector = new Map()

function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/// Mean-linkage grouping, best pair first; ties by order, so the answer is the same for the same input.
function linked<T>(items: readonly T[], judge: (a: T, b: T) => number, joinAt: number): T[][] {
  const groups = items.map(item => [item])
  const sums = items.map((a, i) => Float64Array.from(items, (b, j) => (j <= i ? 0 : judge(a, b))))
  for (let i = 0; i < items.length; i++) for (let j = 0; j < i; j++) sums[i]![j] = sums[j]![i]!
  const live = new Set(items.keys())
  const mean = (i: number, j: number): number => sums[i]![j]! / (groups[i]!.length * groups[j]!.length)
  // of each group, the later group that suits it best
  const bestOf = (i: number): {j: number; mean: number} => {
    let best = {j: -1, mean: joinAt}
    for (const j of live) if (j > i && mean(i, j) > best.mean) best = {j, mean: mean(i, j)}
    return best
  }
  const best = items.map((_, i) => bestOf(i))
  for (;;) {
    let i = -1
    for (const k of live) if (best[k]!.j >= 0 && (i < 0 || best[k]!.mean > best[i]!.mean)) i = k
    if (i < 0) break
    const {j} = best[i]!
    groups[i]!.push(...groups[j]!)
    live.delete(j)
    for (const k of live) {
      sums[i]![k]! += sums[j]![k]!
      sums[k]![i] = sums[i]![k]!
    }
    for (const k of live) {
      if (k === i || best[k]!.j === i || best[k]!.j === j) best[k] = bestOf(k)
      else if (k < i && mean(k, i) > best[k]!.mean) best[k] = {j: i, mean: mean(k, i)}
    }
  }
  return [...live].map(i => groups[i]!)
}

function rarities(stories: readonly Story[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const story of stories) for (const stem of new Set(story.sentences.flat())) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  return new Map([...seen].map(([stem, n]) => [stem, Math.log((stories.length + 1) / n)]))
}

function vectorOf(stems: readonly string[], rarity: ReadonlyMap<string, number>): Vector {
  const vector = new Map<string, number>()
  for (const stem of stems) vector.set(stem, (vector.get(stem) ?? 0) + 1)
  for (const [stem, n] of vector) vector.set(stem, (1 + Math.log(n)) * (rarity.get(stem) ?? 0))
  return unit(vector)
}

function unit(vector: ReadonlyMap<string, number>): Vector {
  const norm = Math.hypot(...vector.values()) || 1
  return new Map([...vector].map(([stem, x]) => [stem, x / norm]))
}

function cosine(a: Vector = nothing, b: Vector = nothing): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, x] of few) sum += x * (many.get(stem) ?? 0)
  return sum
}

/// The share of the lighter side's weight that both hold.
function overlap(a: readonly string[], b: readonly string[], rarity: ReadonlyMap<string, number>): number {
  const weigh = (stems: Iterable<string>): number => [...stems].reduce((sum, s) => sum + (rarity.get(s) ?? 1), 0)
  const [x, y] = [new Set(a), new Set(b)]
  const least = Math.min(weigh(x), weigh(y))
  return least === 0 ? 0 : weigh([...x].filter(s => y.has(s))) / least
}

const endings = [
  "ations",
  "ation",
  "ements",
  "ement",
  "ments",
  "ment",
  "ings",
  "ing",
  "ions",
  "ion",
  "als",
  "al",
  "ers",
  "er",
  "ors",
  "or",
  "ures",
  "ure",
  "ances",
  "ance",
  "ed",
  "es",
  "e",
  "s"
]

/// A rough stem of a lemma: what is left when an ending of nouns made of verbs falls off ("announcement" and "announce" meet).
export function stemOf(lemma: string): string {
  const word = lemma.toLowerCase()
  for (const ending of endings)
    if (word.endsWith(ending) && word.length - ending.length >= 4) return undoubled(word.slice(0, -ending.length))
  return word
}

const undoubled = (word: string): string => (/([bdgklmnprt])\1$/.test(word) ? word.slice(0, -1) : word)
