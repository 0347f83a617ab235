import {type Syntax, syntaxReader} from "../../language/syntax.ts"
import {happenings, type Saying, type Story, stemOf} from "../../ledger/happenings.ts"
import type {Token} from "../../model/model.ts"
import {isText, type Layer, type Question, wanted} from "./layer.ts"

interface Given {
  readonly id: string
  readonly document: string
  readonly start: number
  readonly end: number
}

const isList =
  <T>(fits: (value: Record<string, unknown>) => boolean) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(v => typeof v === "object" && v !== null && fits(v as Record<string, unknown>))

export const sameEventLayer: Layer = {
  name: "same-event",
  says: "which mentions, within and across documents, are of one happening",
  open(resources) {
    const {read} = syntaxReader(resources.weights("english-fast"))
    return question => {
      const {sayings, stories} = prepare(question, read)
      return {clusters: happenings(sayings, stories)}
    }
  }
}

/// The question as the ledger takes it: stories and sayings.
export function prepare(question: Question, read: Syntax["read"]): {sayings: Saying[]; stories: Story[]} {
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
  const tokens = documents.map(d => read(d.text).tokens)
  const order = new Map(documents.map((d, i) => [d.id, i]))
  return {
    stories: tokens.map(all => ({stems: all.filter(isContent).map(t => stemOf(t.lemma))})),
    sayings: mentions.map(m => {
      const document = order.get(m.document) ?? 0
      return sayingOf(m, document, tokens[document]!)
    })
  }
}

const isContent = (token: Token): boolean => /^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.upos)

/// The words of a mention and those around it: its dependents, what governs it, and the names of its sentence.
function sayingOf(mention: Given, document: number, tokens: readonly Token[]): Saying {
  const inside = tokens.filter(t => t.start < mention.end && mention.start < t.end)
  const head = inside.find(t => t.head < 0 || !inside.some(i => i.index === t.head)) ?? inside[0]
  if (!head) return {id: mention.id, document, sentence: -1, stem: "", around: []}
  const around = tokens.filter(
    t =>
      t.sentence === head.sentence &&
      !inside.includes(t) &&
      isContent(t) &&
      (t.head === head.index || head.head === t.index || t.upos === "PROPN" || t.upos === "NUM")
  )
  return {id: mention.id, document, sentence: head.sentence, stem: stemOf(head.lemma), around: around.map(t => stemOf(t.lemma))}
}
