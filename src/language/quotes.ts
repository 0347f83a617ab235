import type {Sentence, Token} from "../model/model.ts"

/// A quotation: the tokens between its marks, the marks not counted.
export interface Quotation {
  readonly first: number
  /// Not included.
  readonly last: number
}

const opens = /^(?:["“”„«]|``|'')$/
const closes = /^(?:["”»“]|'')$/
/// Marks that open and close alike, and the closing one that some writers open with.
const both: ReadonlySet<string> = new Set(['"', "''", "”"])

/// The quotations of a text in order, found by their marks. A straight mark opens where white space or a bracket stands before it
/// and closes otherwise. A quotation that the next paragraph goes on with (its mark comes again, none has closed) is one piece
/// for each paragraph; one that nobody closes ends with its paragraph. Quotations inside quotations are not told apart.
export function quotationsOf(text: string, sentences: readonly Sentence[], tokens: readonly Token[]): readonly Quotation[] {
  const found: Quotation[] = []
  let open = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (open >= 0 && i > 0 && paragraphBetween(text, tokens[i - 1]!.end, token.start)) {
      if (i > open) found.push({first: open, last: i})
      open = -1
    }
    if (open < 0) {
      if (opens.test(token.text) && !(both.has(token.text) && closing(text, token))) open = i + 1
    } else if (closes.test(token.text) && (token.text !== "“" || closing(text, token))) {
      if (i > open) found.push({first: open, last: i})
      open = -1
    }
  }
  if (open >= 0 && sentences.length > 0 && tokens.length > open) found.push({first: open, last: tokens.length})
  return found
}

const closing = (text: string, token: Token): boolean => {
  const before = text[token.start - 1]
  const after = text[token.end]
  return (
    before !== undefined &&
    /\S/.test(before) &&
    !/[([{—–―-]/.test(before) &&
    (after === undefined || !/[\p{L}\p{N}]/u.test(after))
  )
}

/// Whether a blank line, or a line end, stands between two offsets.
export function paragraphBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true
  return false
}
