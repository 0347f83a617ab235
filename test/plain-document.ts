import type {Document, Sentence, Token} from "../src/model/model.ts"

/// A Document by the simplest rules, for tests of what stands on one: words and marks are tokens, a full stop before a capital
/// ends a sentence, nothing is tagged. `tags` gives some words (by their text) a part of speech and a Penn tag.
export function plainDocument(
  text: string,
  published?: string,
  tags: Readonly<Record<string, readonly [upos: string, xpos: string]>> = {}
): Document {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let first = 0
  const close = (): void => {
    if (first === tokens.length) return
    sentences.push({index: sentences.length, first, last: tokens.length, start: tokens[first]!.start, end: tokens.at(-1)!.end})
    first = tokens.length
  }
  for (const m of text.matchAll(
    /['’]\d\ds?|['’](?:s|ll|re|ve|d|m)\b|\d+(?:[.,:]\d+)*[\p{L}]*|(?:[\p{L}]\.)+(?:[\p{L}]\.?)|[\p{L}\p{M}\d]+|\S/gu
  )) {
    if (/\n\s*\n/.test(text.slice(tokens.at(-1)?.end ?? 0, m.index))) close()
    const word = m[0]
    const tag = tags[word]
    tokens.push({
      index: tokens.length,
      sentence: sentences.length,
      start: m.index,
      end: m.index + word.length,
      text: word,
      lemma: word.toLowerCase(),
      upos: tag?.[0] ?? "X",
      xpos: tag?.[1] ?? "XX",
      head: -1,
      relation: "dep"
    })
    if (
      /^[.!?]$/.test(word) &&
      /^\s+["“'’]?[\p{Lu}\d]/u.test(text.slice(m.index + 1, m.index + 6)) &&
      !/^(?:Mr|Mrs|Dr|Gen|Lt|Col|St|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)$/.test(tokens.at(-2)?.text ?? "")
    )
      close()
  }
  close()
  return {
    article: {id: "", text, ...(published !== undefined && {published})},
    sentences,
    tokens,
    clauses: [],
    reports: [],
    notes: []
  }
}
