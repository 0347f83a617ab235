import {readFileSync} from "node:fs"
import type {Span} from "../src/model/model.ts"

/// A word of a treebank. `head` is its governor's place in the sentence, -1 for the root.
export interface Word {
  form: string
  lemma: string
  upos: string
  xpos: string
  head: number
  relation: string
  /// Nothing stands between it and the next word.
  tight: boolean
}

export interface TreebankSentence {
  words: Word[]
  /// A paragraph begins here.
  paragraph: boolean
}

export interface TreebankDocument {
  id: string
  sentences: TreebankSentence[]
}

/// A CoNLL-U file as documents. Multiword tokens give their words; empty nodes are left out.
export function treebank(path: string): TreebankDocument[] {
  const documents: TreebankDocument[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n").filter(l => l !== "")
    const rows = lines.filter(l => !l.startsWith("#")).map(l => l.split("\t"))
    if (rows.length === 0) continue
    const id = lines.find(l => l.startsWith("# newdoc"))
    if (id !== undefined || documents.length === 0) documents.push({id: id?.split("=")[1]?.trim() ?? "", sentences: []})
    const words: Word[] = []
    let whole: {last: number; tight: boolean} | undefined
    for (const [n, form, lemma, upos, xpos, , head, relation, , misc] of rows as string[][]) {
      if (n!.includes(".")) continue
      const tight = misc!.split("|").includes("SpaceAfter=No")
      if (n!.includes("-")) {
        whole = {last: Number(n!.split("-")[1]), tight}
        continue
      }
      const inside = whole !== undefined && Number(n) <= whole.last
      words.push({
        form: form!,
        lemma: lemma!,
        upos: upos!,
        xpos: xpos!,
        head: Number(head) - 1,
        relation: relation!,
        tight: inside ? Number(n) < whole!.last || whole!.tight : tight
      })
    }
    documents.at(-1)!.sentences.push({words, paragraph: lines.some(l => l.startsWith("# newpar"))})
  }
  return documents
}

/// The running text of a document, with the spans of its words, sentence by sentence.
export function running(document: TreebankDocument): {text: string; sentences: Span[][]} {
  let text = ""
  const sentences: Span[][] = []
  for (const sentence of document.sentences) {
    if (text !== "" && sentence.paragraph) text = `${text.trimEnd()}\n\n`
    sentences.push(
      sentence.words.map(word => {
        const start = text.length
        text += word.form
        const span = {start, end: text.length}
        if (!word.tight) text += " "
        return span
      })
    )
  }
  return {text: text.trimEnd(), sentences}
}
