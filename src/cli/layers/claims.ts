import {happened, happenedWeights, signsOf, statusBy} from "../../coding/happened.ts"
import {pageOf} from "../../coding/page.ts"
import {standings} from "../../coding/status.ts"
import {documentReader} from "../../language/document.ts"
import {syntaxReader} from "../../language/syntax.ts"
import {languageWords} from "../../language/words.ts"
import {timeFinder} from "../../mentions/times/finder.ts"
import {isForms, type Layer, wanted} from "./layer.ts"

/// Whether the deeds of given words took place, as far as their sentence tells.
export const claims: Layer = {
  name: "claims",
  says: "whether what given words tell happened, from -3 (certainly not) to 3 (certainly)",
  open(resources) {
    const documents = documentReader(syntaxReader(resources.weights("english")), languageWords(resources.yaml))
    const times = timeFinder()
    const model = happenedWeights(resources.weights("happened").bytes)
    return question => {
      const forms = wanted(question, "sentences", isForms, "a list of lists of words")
      const asked = wanted(question, "predicates", isPlaces, "a list of {sentence, token}")
      const document = documents.parse(forms)
      const page = pageOf(document, {names: [], actors: [], places: [], times: times(document)})
      const standing = standings(page)
      return {
        claims: asked.map(({sentence, token}) => {
          const word = document.tokens[(document.sentences[sentence]?.first ?? 0) + token]
          if (!word) return {happened: null, status: null}
          const clause = page.owner(word.index)
          const stands = clause && standing(clause)
          const {value, because} = happened(model, signsOf(page, word, clause, stands))
          return {happened: Math.round(value * 100) / 100, status: statusBy(value, stands?.status ?? "happened"), why: because}
        })
      }
    }
  }
}

const isPlaces = (value: unknown): value is {sentence: number; token: number}[] =>
  Array.isArray(value) && value.every(p => Number.isInteger(p?.sentence) && Number.isInteger(p?.token))
