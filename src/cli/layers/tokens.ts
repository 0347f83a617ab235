import {sentenceEnds} from "../../language/sentences.ts"
import {tokensOf} from "../../language/tokens.ts"
import {isText, type Layer, wanted} from "./layer.ts"

export const tokens: Layer = {
  name: "tokens",
  says: "sentences and tokens of raw text",
  open() {
    return question => {
      const text = wanted(question, "text", isText, "a string")
      const spans = tokensOf(text)
      let first = 0
      return {
        sentences: sentenceEnds(text, spans).map(last => {
          const sentence = spans.slice(first, last)
          first = last
          return {start: sentence[0]!.start, end: sentence.at(-1)!.end, tokens: sentence}
        })
      }
    }
  }
}
