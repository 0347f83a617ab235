import {gunzipSync} from "node:zlib"
import type {Note, Sentence, Span, Token} from "../model/model.ts"
import {type Lemmatizer, lemmatizer} from "./lemmas.ts"
import {type Parser, parser} from "./parser.ts"
import {sentenceEnds} from "./sentences.ts"
import {Bytes} from "./table.ts"
import {type Tagger, tagger} from "./tagger.ts"
import {tokensOf} from "./tokens.ts"
import {viewsOf} from "./views.ts"

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
}

/// Sentences longer than this are read in parts, each with a root of its own: no prose is so long, tables and lists are.
const longestSentence = 250

/// The reader with its weights opened: data/weights/english-fast.
export function syntaxReader(weights: {readonly bytes: Uint8Array}): Syntax {
  const bytes = new Bytes(gunzipSync(weights.bytes))
  const models: Models = {tagger: tagger(bytes), parser: parser(bytes), lemma: lemmatizer(bytes)}
  return {
    read(text) {
      const spans = tokensOf(text)
      const notes: Note[] = []
      const ends = sentenceEnds(text, spans)
      const {sentences, tokens} = readSentences(models, text, spans, ends, notes)
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
      return {text, ...readSentences(models, text, spans, ends, [])}
    }
  }
}

interface Models {
  readonly tagger: Tagger
  readonly parser: Parser
  readonly lemma: Lemmatizer
}

function readSentences(
  models: Models,
  text: string,
  spans: readonly Span[],
  ends: readonly number[],
  notes: Note[]
): {sentences: Sentence[]; tokens: Token[]} {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  let first = 0
  for (const last of ends) {
    const start = spans[first]?.start ?? text.length
    const span = {start, end: last > first ? spans[last - 1]!.end : start}
    if (last - first > longestSentence)
      notes.push({stage: "language", span, message: "a sentence too long for prose was read in parts"})
    for (let from = first; from < last; from += longestSentence) {
      readPart(models, text, spans, from, Math.min(last, from + longestSentence), sentences.length, tokens)
    }
    sentences.push({index: sentences.length, first, last, ...span})
    first = last
  }
  return {sentences, tokens}
}

function readPart(
  {tagger, parser, lemma}: Models,
  text: string,
  spans: readonly Span[],
  first: number,
  last: number,
  sentence: number,
  into: Token[]
): void {
  const forms = spans.slice(first, last).map(s => text.slice(s.start, s.end))
  const views = viewsOf(forms)
  const tags = tagger.tag(views)
  const {heads, labels} = parser.parse(views, tags)
  forms.forEach((form, i) => {
    const {upos, xpos} = tagger.tags[tags[i]!]!
    into.push({
      index: first + i,
      sentence,
      start: spans[first + i]!.start,
      end: spans[first + i]!.end,
      text: form,
      lemma: lemma(form, xpos),
      upos,
      xpos,
      head: heads[i]! < 0 ? -1 : first + heads[i]!,
      relation: parser.relations[labels[i]!]!
    })
  })
}
