import {relater, withGiven} from "../../coding/between.ts"
import {codingWords} from "../../coding/coder.ts"
import {rules} from "../../coding/rules/list.ts"
import {typer, typingWeights} from "../../coding/typing.ts"
import {articleId, quadOf, type Span} from "../../model/model.ts"
import {readers} from "../../pipeline.ts"
import {isText, type Layer, type Question, wanted} from "./layer.ts"

/// The PLOVER type of what one given actor does to another. There is always an answer.
export const relations: Layer = {
  name: "relations",
  says: "what a given actor does to a given recipient, in PLOVER",
  open(resources) {
    const reader = readers(resources)()
    const relate = relater(typer(typingWeights(resources.weights("typing").bytes), codingWords(resources.yaml).classes, rules))
    return question => {
      const text = wanted(question, "text", isText, "the text to read")
      const published = isText(question.date) ? question.date : undefined
      const [actor, recipient] = [spanOf(question, "actor"), spanOf(question, "recipient")]
      const document = reader.documents.read({id: articleId(undefined, text), text, ...(published ? {published} : {})})
      const mentions = withGiven(document, reader.mentions(document), [actor, recipient])
      const {type, mode, contexts, status, why} = relate(document, reader.code(document, mentions).events, actor, recipient)
      return {type, ...(mode ? {mode} : {}), quad: quadOf[type], contexts, ...(status ? {status} : {}), why}
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
