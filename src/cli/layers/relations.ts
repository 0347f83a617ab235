import {relater, withGiven} from "../../coding/between.ts"
import {codingWords} from "../../coding/coder.ts"
import {ownTyper, quadOfOwn, type Relater} from "../../coding/own-model.ts"
import {rules} from "../../coding/rules/list.ts"
import {type Typer, typer, typingWeights} from "../../coding/typing.ts"
import {articleId, type Document, type EventMention, quadOf, type Span} from "../../model/model.ts"
import {readers} from "../../pipeline.ts"
import type {Resources} from "../../resources.ts"
import {isText, type Layer, type Question, wanted} from "./layer.ts"

/// The PLOVER type of what one given actor does to another. There is always an answer. With a model of the user's own, the answer
/// is that model's, which may be a type of the user's own; what the shipped rules say is then told in `why`.
export const relations: Layer = {
  name: "relations",
  says: "what a given actor does to a given recipient, in PLOVER",
  open(resources, brought = {}) {
    const {model, relate, read} = pairReader(resources)
    const own = brought.model && ownTyper(brought.model, model, relate)
    return question => {
      const {document, events, actor, recipient} = read(question)
      if (!own) {
        const {type, mode, contexts, status, why} = relate(document, events, actor, recipient)
        return {type, ...(mode ? {mode} : {}), quad: quadOf[type], contexts, ...(status ? {status} : {}), why}
      }
      const {type, probability, says, shipped} = own(document, events, actor, recipient)
      const {mode, contexts, status} = shipped
      return {
        type,
        ...(mode && type === shipped.type ? {mode} : {}),
        quad: quadOfOwn(type, shipped.type),
        contexts,
        ...(status ? {status} : {}),
        probability: Math.round(probability * 1e3) / 1e3,
        why: `own model: ${says.join(", ") || "nothing speaks against the rules"} (without it ${shipped.type}, ${shipped.why})`
      }
    }
  }
}

/// What answers for pairs, and how a question about a pair is read: shared by the layer and by `annals learn`.
export function pairReader(resources: Resources): {
  readonly model: Typer
  readonly relate: Relater
  readonly read: (question: Question) => {
    readonly document: Document
    readonly events: readonly EventMention[]
    readonly actor: Span | undefined
    readonly recipient: Span | undefined
  }
} {
  const reader = readers(resources)()
  const model = typer(typingWeights(resources.weights("typing").bytes), codingWords(resources.yaml).classes, rules)
  return {
    model,
    relate: relater(model),
    read(question) {
      const text = wanted(question, "text", isText, "the text to read")
      const published = isText(question.date) ? question.date : undefined
      const [actor, recipient] = [spanOf(question, "actor"), spanOf(question, "recipient")]
      const document = reader.documents.read({id: articleId(undefined, text), text, ...(published ? {published} : {})})
      const mentions = withGiven(document, reader.mentions(document), [actor, recipient])
      return {document, events: reader.code(document, mentions).events, actor, recipient}
    }
  }
}

function spanOf(question: Question, field: string): Span | undefined {
  const value = question[field]
  if (value === null || value === undefined) return undefined
  return wanted(question, field, isSpan, "{start, end} or null")
}

const isSpan = (value: unknown): value is Span =>
  typeof value === "object" && value !== null && Number.isInteger((value as Span).start) && Number.isInteger((value as Span).end)
