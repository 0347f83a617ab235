import {describe, expect, test} from "vitest"
import {reader} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {codingWords} from "./coder.ts"
import {type Telling, tellingFinder} from "./given.ts"

const resources = openResources()
const {documents, mentions} = reader(resources)
const finder = tellingFinder(codingWords(resources.yaml))

function told(text: string, quote: string): Telling {
  const article = {id: "a", text, published: "2014-06-20"}
  const document = documents.read(article)
  const start = text.indexOf(quote)
  return finder(document, mentions(document))({start, end: start + quote.length})!
}

const ids = (parties: Telling["actors"]) => parties.map(p => p.means.id)

describe("words that somebody points at", () => {
  test("who, whom, when and where are read from their clause", () => {
    const telling = told("Peru stopped the flow of gas to Chile on June 3, 2014.", "stopped the flow")
    expect(ids(telling.actors)).toEqual(["PER"])
    expect(telling.time?.means).toMatchObject({from: "2014-06-03", grain: "day"})
    expect(telling.claim.status).toBe("happened")
  })

  test("a noun with a past day of its own took place, whatever is asked for because of it", () => {
    const telling = told("Chad demanded an apology for the raid of May 26.", "raid of May 26")
    expect(telling.claim.status).toBe("happened")
    expect(telling.time?.means.from).toBe("2014-05-26")
  })

  test("a name or a noun without a day has none", () => {
    expect(told("The ministers still speak of the handshake at Geneva.", "handshake at Geneva").time).toBeUndefined()
  })

  test.each([
    ["Chad denied it on Monday.", "denied it"],
    ["Chad rejected the allegation on Monday.", "rejected the allegation"],
    ["Chad called the report a fabrication.", "called the report a fabrication"]
  ])("%s tells that something did not happen", (text, quote) => {
    expect(told(text, quote).claim.status).toBe("did-not-happen")
  })

  test("who is counted among those who did it did it", () => {
    expect(told("She is the first Peruvian president to visit Chad.", "visit Chad").claim.status).toBe("happened")
    expect(told("The first step to attack Chad was taken.", "attack Chad").claim.status).toBe("possible")
  })

  test("where there are no words there is no answer", () => {
    const document = documents.read({id: "a", text: ""})
    expect(finder(document, mentions(document))({start: 0, end: 0})).toBeUndefined()
  })
})
