import {syntaxReader} from "../../language/syntax.ts"
import {isText, type Layer, wanted} from "./layer.ts"

export const tokens: Layer = {
  name: "tokens",
  says: "sentences and tokens of raw text",
  open(resources) {
    const syntax = syntaxReader(resources.weights("english-fast"))
    return question => {
      const read = syntax.read(wanted(question, "text", isText, "a string"))
      return {
        sentences: read.sentences.map(s => ({
          start: s.start,
          end: s.end,
          tokens: read.tokens.slice(s.first, s.last).map(({start, end}) => ({start, end}))
        }))
      }
    }
  }
}
