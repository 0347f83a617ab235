/// Sentences longer than this must be read in parts: no prose is so long, tables are.
export const longestSentence = 250

/// A part of speech: universal, and as the Penn treebank has it.
export interface Tag {
  readonly upos: string
  readonly xpos: string
}

/// Tags and trees of sentences, however they are found.
export interface Grammar {
  readonly tags: readonly Tag[]
  readonly relations: readonly string[]
  /// One analysis for each sentence (of `longestSentence` words at most), all as long as it: exactly one word has no head, and no word hangs on itself by any way round.
  analyse(sentences: readonly (readonly string[])[]): Analysis[]
}

export interface Analysis {
  /// Places in `tags`.
  readonly tags: Int32Array
  /// Places in the sentence, -1 for the root.
  readonly heads: Int32Array
  /// Places in `relations`.
  readonly labels: Int32Array
}
