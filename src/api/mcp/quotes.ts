import {wordsOf} from "../../store/words.ts"
import type {ArticleDetail} from "../contract.ts"
import {evidenceId} from "../routes/reports.ts"

/// Whether and where words stand in an article.

interface Place {
  readonly article: string
  readonly evidence: string
  readonly quote: string
  readonly sentence: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly exact: boolean
}

/// Where a quote stands in an article: exactly, or but for spaces, quotation marks, dashes and capitals.
export function standing(detail: ArticleDetail, quote: string): Place[] {
  const {text} = detail.article
  const exact = all(text, quote.trim())
  if (exact.length > 0) return exact.map(start => place(detail, start, start + quote.trim().length, true))
  const [plain, at] = plainly(text)
  const [wanted] = plainly(quote)
  if (wanted.trim() === "") return []
  return all(plain, wanted.trim()).map(start => place(detail, at[start]!, at[start + wanted.trim().length - 1]! + 1, false))
}

/// The sentence of an article that holds most words of a quote.
export function found(detail: ArticleDetail, quote: string): Omit<Place, "exact" | "sentence">[] {
  const wanted = wordsOf(quote)
  let best: {start: number; end: number} | undefined
  let most = 0
  for (const {start, end} of detail.sentences) {
    const there = new Set(wordsOf(detail.article.text.slice(start, end)))
    const held = wanted.filter(word => there.has(word)).length
    if (held > most) [best, most] = [{start, end}, held]
  }
  if (!best) return []
  const {exact: _, sentence: __, ...rest} = place(detail, best.start, best.end, false)
  return [rest]
}

function all(text: string, part: string): number[] {
  const starts: number[] = []
  if (part === "") return starts
  for (let at = text.indexOf(part); at >= 0 && starts.length < 100; at = text.indexOf(part, at + part.length)) starts.push(at)
  return starts
}

/// A text without what typesetting changes, and where each of its characters stood.
function plainly(text: string): [string, number[]] {
  let plain = ""
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    const now = /\s/.test(c) ? " " : /[“”„«»"]/.test(c) ? '"' : /[‘’‚']/.test(c) ? "'" : /[–—-]/.test(c) ? "-" : c.toLowerCase()
    if (now.length !== 1 || (now === " " && plain.endsWith(" "))) continue
    plain += now
    at.push(i)
  }
  return [plain, at]
}

function place(
  {article: {id, text, publisher, published, url}, sentences}: ArticleDetail,
  start: number,
  end: number,
  exact: boolean
): Place {
  const sentence = sentences.find(s => s.start <= start && start < s.end)
  return {
    article: id,
    evidence: evidenceId({article: id, span: {start, end}, quote: ""}),
    quote: text.slice(start, end),
    sentence: sentence ? text.slice(sentence.start, sentence.end) : "",
    ...(publisher !== undefined && {publisher}),
    ...(published !== undefined && {published}),
    ...(url !== undefined && {url}),
    exact
  }
}
