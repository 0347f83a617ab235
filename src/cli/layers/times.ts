import {documentReader} from "../../language/document.ts"
import {syntaxReader} from "../../language/syntax.ts"
import {timeFinder} from "../../mentions/times/finder.ts"
import {isText, type Layer, wanted} from "./layer.ts"

export const times: Layer = {
  name: "times",
  says: "expressions of time and the days they stand for",
  open(resources) {
    const reader = documentReader(syntaxReader(resources.weights("english-fast")))
    const find = timeFinder()
    return question => {
      const text = wanted(question, "text", isText, "the text to read")
      const published = isText(question.date) ? question.date : undefined
      const document = reader.read({id: "", text, ...(published !== undefined && {published})})
      return {
        times: find(document).map(({span, means, value}) => ({
          start: span.start,
          end: span.end,
          ...(means?.from !== undefined && {from: means.from, until: means.until}),
          ...(means && {grain: means.grain}),
          value
        }))
      }
    }
  }
}
