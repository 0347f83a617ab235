import {csv} from "./csv.ts"
import {docx} from "./docx.ts"
import {feed} from "./feed.ts"
import type {Format} from "./format.ts"
import {html} from "./html.ts"
import {json} from "./json.ts"
import {jsonl} from "./jsonl.ts"
import {library} from "./library.ts"
import {mail} from "./mail.ts"
import {newsml} from "./newsml.ts"
import {pdf} from "./pdf.ts"
import {rtf} from "./rtf.ts"
import {text} from "./text.ts"
import {warc} from "./warc.ts"

/// Every format, in the order in which they are asked whether an input is theirs. Text comes last: it takes whatever can be
/// read as characters.
export const formats: readonly Format[] = [warc, docx, pdf, rtf, json, jsonl, feed, newsml, mail, html, library, csv, text]
