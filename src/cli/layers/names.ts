import {nameFinder} from "../../mentions/names.ts"
import {isForms, isText, type Layer, wanted} from "./layer.ts"
import {taggedReader} from "./tagged.ts"

export const names: Layer = {
  name: "names",
  says: "proper names of persons, organizations and locations, in text or on given tokens",
  open(resources) {
    const reader = taggedReader(resources)
    const find = nameFinder(resources.weights("names"))
    return question => {
      if (question.sentences === undefined) {
        const document = reader.read(wanted(question, "text", isText, 'the text to read, or "sentences" of tokens'))
        return {names: find(document).map(({span, kind}) => ({start: span.start, end: span.end, kind}))}
      }
      const document = reader.parse(wanted(question, "sentences", isForms, "a list of sentences, each a list of tokens"))
      return {
        names: find(document).map(({sentence, first, last, kind}) => {
          const start = document.sentences[sentence]!.first
          return {sentence, first: first - start, last: last - 1 - start, kind}
        })
      }
    }
  }
}
