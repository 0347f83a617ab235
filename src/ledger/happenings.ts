/// Which mentions of anything at all, in any documents, are of one happening: for `annals annotate same-event`, where mentions are
/// words and not coded events. The same idea as merging in the ledger: signed evidence, a threshold, mean linkage.

export interface Saying {
  readonly id: string
  readonly document: number
  readonly sentence: number
  /// What happens, cut to its stem, so that "arrested" and "arrest" meet.
  readonly stem: string
  /// Stems of those who take part and of what else the clause holds.
  readonly around: readonly string[]
}

/// A document as the stems it holds.
export interface Story {
  readonly stems: readonly string[]
}

/// Numbers fitted on open coreference data (no words among them): see eval/scores.json for what they reach.
export const fitted = {bias: -0.2, stories: 4.3, around: 3.1, sameDocument: 1.75, commonStem: -0.9, storyDiscount: 0.4, joinAt: 0}

/// Groups of mention ids; every mention is in exactly one.
export function happenings(sayings: readonly Saying[], stories: readonly Story[], numbers: typeof fitted = fitted): string[][] {
  const rarity = rarities(stories)
  const vectors = stories.map(story => vectorOf(story.stems, rarity))
  const likeness = vectors.map(a => vectors.map(b => cosine(a, b)))
  const byStem = new Map<string, Saying[]>()
  for (const saying of sayings) byStem.set(saying.stem, [...(byStem.get(saying.stem) ?? []), saying])
  return [...byStem.values()].flatMap(same =>
    linked(same, (a, b) => score(a, b, likeness, rarity, stories.length, numbers), numbers.joinAt)
  )
}

function score(
  a: Saying,
  b: Saying,
  likeness: readonly (readonly number[])[],
  rarity: ReadonlyMap<string, number>,
  count: number,
  n: typeof fitted
): number {
  const together = a.document === b.document
  const alike = together ? 1 : likeness[a.document]![b.document]!
  const around = overlap(a.around, b.around, rarity)
  // a stem that stands in most stories ("say", "go") tells little of which happening is meant
  const common = 1 - Math.min(1, (rarity.get(a.stem) ?? Math.log(count + 1)) / Math.log(count + 1))
  return (
    n.bias +
    n.stories * alike +
    n.around * around +
    (together ? n.sameDocument - n.stories * n.storyDiscount : 0) +
    n.commonStem * common
  )
}

/// Mean-linkage grouping, best pair first; ties by order, so the answer is the same for the same input.
function linked(items: readonly Saying[], judge: (a: Saying, b: Saying) => number, joinAt: number): string[][] {
  const groups = items.map(item => [item])
  const sums = items.map((a, i) => items.map((b, j) => (i === j ? 0 : judge(a, b))))
  const live = new Set(items.keys())
  for (;;) {
    let best: {i: number; j: number; mean: number} | undefined
    for (const i of live) {
      for (const j of live) {
        if (j <= i) continue
        const mean = sums[i]![j]! / (groups[i]!.length * groups[j]!.length)
        if (mean > joinAt && (!best || mean > best.mean)) best = {i, j, mean}
      }
    }
    if (!best) break
    const {i, j} = best
    groups[i]!.push(...groups[j]!)
    live.delete(j)
    for (const k of live) {
      sums[i]![k]! += sums[j]![k]!
      sums[k]![i] = sums[i]![k]!
    }
  }
  return [...live].map(i => groups[i]!.map(saying => saying.id))
}

function rarities(stories: readonly Story[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const story of stories) for (const stem of new Set(story.stems)) seen.set(stem, (seen.get(stem) ?? 0) + 1)
  return new Map([...seen].map(([stem, n]) => [stem, Math.log((stories.length + 1) / n)]))
}

function vectorOf(stems: readonly string[], rarity: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const vector = new Map<string, number>()
  for (const stem of stems) vector.set(stem, (vector.get(stem) ?? 0) + 1)
  for (const [stem, n] of vector) vector.set(stem, (1 + Math.log(n)) * (rarity.get(stem) ?? 0))
  const norm = Math.hypot(...vector.values()) || 1
  for (const [stem, x] of vector) vector.set(stem, x / norm)
  return vector
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
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
