import {syntaxReader} from "../../language/syntax.ts"
import {isForms, type Layer, wanted} from "./layer.ts"

export const parse: Layer = {
  name: "parse",
  says: "parts of speech, lemmas and dependency trees of given tokens",
  open(resources) {
    const syntax = syntaxReader(resources.weights("english"))
    return question => {
      const {sentences, tokens} = syntax.parse(wanted(question, "sentences", isForms, "a list of lists of words"))
      return {
        sentences: sentences.map(s =>
          tokens.slice(s.first, s.last).map(({upos, head, relation, lemma}) => ({
            upos,
            head: head < 0 ? 0 : head - s.first + 1,
            deprel: relation,
            lemma
          }))
        )
      }
    }
  }
}
