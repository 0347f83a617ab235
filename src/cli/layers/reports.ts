import {documentReader} from "../../language/document.ts"
import {syntaxReader} from "../../language/syntax.ts"
import {languageWords} from "../../language/words.ts"
import {isText, type Layer, wanted} from "./layer.ts"

/// Who says what. A report inside another's content is told by the outer one and left out here.
export const reports: Layer = {
  name: "reports",
  says: "who says what: quotations, indirect speech, beliefs",
  open(resources) {
    const reader = documentReader(syntaxReader(resources.weights("english")), languageWords(resources.yaml))
    return question => {
      const text = wanted(question, "text", isText, "the text, a string")
      const document = reader.read({id: "", text})
      return {
        reports: document.reports
          .filter(report => report.within === undefined)
          .map(({source, cue, content}) => ({
            ...(source && {source: source.span}),
            cue: cue.span,
            content
          }))
      }
    }
  }
}
