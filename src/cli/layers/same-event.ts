import {clauseFinder} from "../../language/clauses.ts"
import {syntaxReader} from "../../language/syntax.ts"
import {languageWords} from "../../language/words.ts"
import {happenings, type SameDeed, type Saying, type Story, stemOf} from "../../ledger/happenings.ts"
import {sameDeeds} from "../../ledger/same-deeds.ts"
import type {Clause, Phrase, Sentence, Token} from "../../model/model.ts"
import type {Resources} from "../../resources.ts"
import {isText, type Layer, type Question, wanted} from "./layer.ts"

interface Given {
  readonly id: string
  readonly document: string
  readonly start: number
  readonly end: number
}

/// A document read as far as telling happenings needs.
interface Read {
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
}

const isList =
  <T>(fits: (value: Record<string, unknown>) => boolean) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(v => typeof v === "object" && v !== null && fits(v as Record<string, unknown>))

export const sameEventLayer: Layer = {
  name: "same-event",
  says: "which mentions, within and across documents, are of one happening",
  open(resources) {
    const {sameDeed, prepare} = questionReader(resources)
    return question => {
      const {sayings, stories} = prepare(question)
      return {clusters: happenings(sayings, stories, sameDeed)}
    }
  }
}

/// What turns a question into what the ledger takes, and what it needs of our word lists.
export function questionReader(resources: Resources): {
  sameDeed: SameDeed
  prepare(question: Question): {sayings: Saying[]; stories: Story[]}
} {
  const {read} = syntaxReader(resources.weights("english"))
  const clausesOf = clauseFinder(languageWords(resources.yaml))
  return {
    sameDeed: sameDeeds(resources.yaml("words/same-deeds.yaml")),
    prepare: question =>
      prepare(question, text => {
        const {sentences, tokens} = read(text)
        return {sentences, tokens, clauses: clausesOf(text, sentences, tokens)}
      })
  }
}

/// The question as the ledger takes it: stories and sayings.
function prepare(question: Question, read: (text: string) => Read): {sayings: Saying[]; stories: Story[]} {
  const documents = wanted(
    question,
    "documents",
    isList<{id: string; text: string}>(d => isText(d.text)),
    "a list of {id, text}"
  )
  const mentions = wanted(
    question,
    "mentions",
    isList<Given>(m => typeof m.start === "number" && typeof m.end === "number"),
    "a list of {id, document, start, end}"
  )
  const all = documents.map(d => read(d.text))
  const order = new Map(documents.map((d, i) => [d.id, i]))
  return {
    stories: all.map(({sentences, tokens}) => ({
      sentences: sentences.map(s => stems(tokens.slice(s.first, s.last)))
    })),
    sayings: mentions.map(m => {
      const document = order.get(m.document) ?? 0
      return sayingOf(m, document, all[document]!)
    })
  }
}

const isContent = (token: Token): boolean => /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.upos)
const stems = (tokens: readonly Token[]): string[] => tokens.filter(isContent).map(t => stemOf(t.lemma))

/// The words of a mention and those around it: its roles, its dependents and what governs it, and the names of its sentence.
function sayingOf(mention: Given, document: number, {sentences, tokens, clauses}: Read): Saying {
  const inside = tokens.filter(t => t.start < mention.end && mention.start < t.end)
  const head = inside.find(t => t.head < 0 || !inside.some(i => i.index === t.head)) ?? inside[0]
  if (!head) {
    const nothing = {subjects: [], objects: [], obliques: [], around: []}
    return {id: mention.id, document, sentence: -1, lemma: "", stem: "", ...nothing}
  }
  const sentence = sentences[head.sentence]!
  const others = tokens.slice(sentence.first, sentence.last).filter(t => !inside.includes(t))
  const near = others.filter(t => t.head === head.index || head.head === t.index)
  const clause = clauses.find(c => inside.some(t => t.index === c.predicate.head))
  const within = (phrases: readonly Phrase[]): string[] =>
    stems(phrases.flatMap(p => others.filter(t => p.span.start <= t.start && t.end <= p.span.end)))
  return {
    id: mention.id,
    document,
    sentence: head.sentence,
    lemma: head.lemma.toLowerCase(),
    stem: stemOf(head.lemma),
    subjects: within(clause?.subjects ?? []),
    objects: within(clause?.objects ?? []),
    obliques: within(clause?.obliques.map(o => o.phrase) ?? []),
    around: stems([...new Set([...near, ...others.filter(t => t.upos === "PROPN" || t.upos === "NUM")])])
  }
}
