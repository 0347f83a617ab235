import {timeFinder} from "../../mentions/times/finder.ts"
import {isText, type Layer, wanted} from "./layer.ts"
import {taggedReader} from "./tagged.ts"

export const times: Layer = {
  name: "times",
  says: "expressions of time and the days they stand for",
  open(resources) {
    const reader = taggedReader(resources)
    const find = timeFinder()
    return question => {
      const text = wanted(question, "text", isText, "the text to read")
      const document = reader.read(text, isText(question.date) ? question.date : undefined)
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
