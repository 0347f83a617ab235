import {gunzipSync} from "node:zlib"
import type {Note, Sentence, Span, Token} from "../model/model.ts"
import {type Grammar, longestSentence} from "./grammar.ts"
import {type Forms, type Lemmatizer, lemmatizer} from "./lemmas.ts"
import {mend} from "./mend.ts"
import {network} from "./network.ts"
import {sentenceEnds} from "./sentences.ts"
import {type KnownName, type StandIns, standInsFor} from "./stand-ins.ts"
import {tokensOf} from "./tokens.ts"
import {Bytes} from "./weights.ts"

/// Reads text as sentences of tokens with tags, lemmas and dependency trees (Universal Dependencies, English).
export interface Syntax {
  /// Any text at all. Tokens cover everything but white space; offsets are those of the text.
  read(text: string): {
    readonly sentences: readonly Sentence[]
    readonly tokens: readonly Token[]
    readonly notes: readonly Note[]
  }
  /// Tokens are given, one list a sentence, and kept; the text is the forms joined by single spaces.
  parse(forms: readonly (readonly string[])[]): {
    readonly text: string
    readonly sentences: readonly Sentence[]
    readonly tokens: readonly Token[]
  }
  /// In which forms a lemma may stand in a text.
  readonly forms: Forms
  /// The same, but these names are read as such, however strange they look.
  knowing(names: readonly KnownName[]): Syntax
}

/// The reader with its weights opened: data/weights/english.
export function syntaxReader(weights: {readonly bytes: Uint8Array}): Syntax {
  const bytes = new Bytes(gunzipSync(weights.bytes))
  const grammar = grammarIn(bytes)
  const {lemma, forms} = lemmatizer(bytes)
  return syntaxOf(grammar, lemma, forms, words => words)
}

function syntaxOf(grammar: Grammar, lemma: Lemmatizer, forms: Forms, standIns: StandIns): Syntax {
  return {
    forms,
    knowing: names => syntaxOf(grammar, lemma, forms, standInsFor(names, tokensOf)),
    read(text) {
      const spans = tokensOf(text)
      const notes: Note[] = []
      const ends = sentenceEnds(text, spans)
      const {sentences, tokens} = readSentences(grammar, lemma, standIns, text, spans, ends, notes)
      return {sentences, tokens, notes}
    },
    parse(forms) {
      const spans: Span[] = []
      const ends: number[] = []
      const pieces: string[] = []
      let at = 0
      for (const sentence of forms) {
        for (const form of sentence) {
          spans.push({start: at, end: at + form.length})
          pieces.push(form)
          at += form.length + 1
        }
        ends.push(spans.length)
      }
      const text = pieces.join(" ")
      return {text, ...readSentences(grammar, lemma, standIns, text, spans, ends, [])}
    }
  }
}

function grammarIn(bytes: Bytes): Grammar {
  const kind = bytes.text()
  if (kind === "network") return network(bytes)
  throw new Error(`weights of an unknown kind: ${JSON.stringify(kind)}; known: network`)
}

function readSentences(
  grammar: Grammar,
  lemma: Lemmatizer,
  standIns: StandIns,
  text: string,
  spans: readonly Span[],
  ends: readonly number[],
  notes: Note[]
): {sentences: Sentence[]; tokens: Token[]} {
  const sentences: Sentence[] = []
  // A sentence too long is read in parts, each hung on the root of the first.
  const parts: {first: number; sentence: number; forms: string[]}[] = []
  let first = 0
  for (const last of ends) {
    const start = spans[first]?.start ?? text.length
    const span = {start, end: last > first ? spans[last - 1]!.end : start}
    if (last - first > longestSentence)
      notes.push({stage: "language", span, message: "a sentence too long for prose was read in parts"})
    for (let from = first; from < last; from += longestSentence) {
      const to = Math.min(last, from + longestSentence)
      parts.push({first: from, sentence: sentences.length, forms: spans.slice(from, to).map(s => text.slice(s.start, s.end))})
    }
    sentences.push({index: sentences.length, first, last, ...span})
    first = last
  }
  const tokens: Token[] = []
  let root = -1
  grammar.analyse(parts.map(p => standIns(p.forms))).forEach(({tags, heads, labels}, p) => {
    const {first, sentence, forms} = parts[p]!
    const goesOn = first > sentences[sentence]!.first
    if (!goesOn) root = first + heads.indexOf(-1)
    forms.forEach((form, i) => {
      const {upos, xpos} = grammar.tags[tags[i]!]!
      tokens.push({
        index: first + i,
        sentence,
        start: spans[first + i]!.start,
        end: spans[first + i]!.end,
        text: form,
        lemma: lemma(form, xpos),
        upos,
        xpos,
        head: heads[i]! >= 0 ? first + heads[i]! : goesOn ? root : -1,
        relation: heads[i]! < 0 && goesOn ? "parataxis" : grammar.relations[labels[i]!]!
      })
    })
  })
  for (const {first, last} of sentences) mend(tokens, first, last)
  return {sentences, tokens}
}
