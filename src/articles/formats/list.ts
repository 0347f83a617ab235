import {csv} from "./csv.ts"
import {feed} from "./feed.ts"
import type {Format} from "./format.ts"
import {html} from "./html.ts"
import {jsonl} from "./jsonl.ts"
import {text} from "./text.ts"
import {warc} from "./warc.ts"

/// Every format, in the order in which they are asked whether an input is theirs. Text comes last: it takes whatever can be
/// read as characters.
export const formats: readonly Format[] = [warc, jsonl, feed, html, csv, text]
