import type {Sentence, Token} from "../src/model/model.ts"

/// A sentence with its tree on one line, for tests: `form=lemma/tag/relation/head` of each word; heads count from 1, the root has 0.
/// A line that starts with "¶ " opens a paragraph. "=lemma" may be left out where it is the form in lower case. Words are joined by single spaces; marks lean on the word before.
export function treeFrom(lines: readonly string[]): {text: string; sentences: Sentence[]; tokens: Token[]} {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let text = ""
  let quoted = false
  for (const line of lines) {
    const first = tokens.length
    const words = line.replace(/^¶ /, "").split(" ")
    if (text !== "") text += line.startsWith("¶ ") ? "\n\n" : " "
    const start = text.length
    words.forEach((word, at) => {
      const [, form, lemma, xpos, relation, head] = /^(.+?)(?:=(.+?))?\/([^/]+|\/)\/([^/]+)\/(\d+)$/.exec(word) ?? []
      if (form === undefined || xpos === undefined) throw new Error(`not form=lemma/tag/relation/head: ${word}`)
      const leans = /^(?:[,.?!:;]|'s|n't)$/.test(form) || (form === '"' && quoted)
      if (at > 0 && !leans && !text.endsWith('"')) text += " "
      if (at > 0 && text.endsWith('"') && !quoted) text += " "
      if (form === '"') quoted = !quoted
      tokens.push({
        index: tokens.length,
        sentence: sentences.length,
        start: text.length,
        end: text.length + form.length,
        text: form,
        lemma: lemma ?? form.toLowerCase(),
        upos: uposOf(xpos, relation!),
        xpos,
        head: head === "0" ? -1 : first + Number(head) - 1,
        relation: relation!
      })
      text += form
    })
    sentences.push({index: sentences.length, first, last: tokens.length, start, end: text.length})
  }
  return {text, sentences, tokens}
}

/// Universal part of speech of a Penn tag in its place.
function uposOf(xpos: string, relation: string): string {
  if (/^(?:aux|cop)/.test(relation)) return "AUX"
  if (/^VB/.test(xpos)) return "VERB"
  if (/^NNP/.test(xpos)) return "PROPN"
  if (/^NN/.test(xpos)) return "NOUN"
  if (/^JJ/.test(xpos)) return "ADJ"
  if (/^(?:PRP\$?|WP\$?|WDT|EX)$/.test(xpos)) return "PRON"
  if (/^(?:RB|WRB)/.test(xpos)) return "ADV"
  const others: Record<string, string> = {MD: "AUX", DT: "DET", CD: "NUM", CC: "CCONJ", TO: "PART", POS: "PART", RP: "ADP"}
  return others[xpos] ?? (xpos === "IN" ? (relation === "mark" ? "SCONJ" : "ADP") : "PUNCT")
}
