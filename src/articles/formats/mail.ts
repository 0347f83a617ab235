import type {Article, Skipped} from "../../model/model.ts"
import {endsIn, type Format} from "./format.ts"
import {articleOfRecord} from "./record.ts"

/// No newsletter is longer.
const longestMessage = 32_000_000

/// Mail: one message, or a mailbox of them, each a newsletter.
export const mail: Format = {
  name: "mail",
  says: "a message (.eml) or a mailbox (.mbox) of newsletters, each message an article",
  extensions: ["eml", "mbox"],
  binary: true,
  detects(head, path) {
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString("latin1")
    if (/^From \S+.*\d{4}\r?\n[\w-]+:/.test(start)) return true
    const named =
      start.match(/^(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To): ?\S/gim)?.length ?? 0
    return (
      /^[\w-]+:/.test(start) &&
      (named >= 3 || (endsIn(path, mail.extensions) && named >= 1)) &&
      /^(?:Message-ID|MIME-Version|Received|Return-Path):/im.test(start)
    )
  },
  async *read(chunks, path) {
    let number = 0
    for await (const message of messages(chunks)) {
      number++
      const where = message.many ? `${path}:message ${number}` : path
      if (!message.bytes)
        yield {path: where, reason: `is longer than ${longestMessage / 1e6} MB, more than a newsletter is: leave it out`}
      else yield await articleOf(message.bytes, where)
    }
    if (number === 0) yield {path, reason: "holds no message: leave it out, or export it again"}
  }
}

async function articleOf(bytes: Uint8Array, where: string): Promise<Article | Skipped> {
  const {default: PostalMime} = await import("postal-mime")
  try {
    const {subject, from, date, html, text} = await PostalMime.parse(bytes)
    return await articleOfRecord(
      {title: subject, publisher: from?.name || from?.address, published: date, ...(html ? {html} : {text: text ?? ""})},
      where
    )
  } catch (error) {
    return {
      path: where,
      reason: `is a message that cannot be read (${String((error as Error).message).split("\n")[0]}): leave it out`
    }
  }
}

/// The messages of a mailbox, cut at lines that begin with "From " (and stand after an empty one); or the one message there is.
async function* messages(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{bytes: Uint8Array | undefined; many: boolean}> {
  let many: boolean | undefined
  let held: Buffer[] = []
  let size = 0
  const take = (piece: Buffer): void => {
    size += piece.length
    if (size > longestMessage) held = []
    else held.push(piece)
  }
  const message = (): {bytes: Uint8Array | undefined; many: boolean} => {
    const whole = size > longestMessage ? undefined : Buffer.concat(held)
    held = []
    size = 0
    return {bytes: whole && many ? inside(whole) : whole, many: many === true}
  }
  // The last bytes of a chunk may be the beginning of a "From " line.
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const rest = Buffer.concat([tail, chunk])
    many ??= rest.subarray(0, 5).toString("latin1") === "From "
    let from = 0
    for (let at = rest.indexOf("\nFrom "); many && at !== -1; at = rest.indexOf("\nFrom ", from)) {
      take(rest.subarray(from, at + 1))
      yield message()
      from = at + 1
    }
    const keep = Math.max(from, rest.length - 5)
    take(rest.subarray(from, keep))
    tail = rest.subarray(keep)
  }
  take(tail)
  if (size > 0) yield message()
}

/// A message without its "From " line, quoted "From " lines as they were.
const inside = (bytes: Buffer): Uint8Array =>
  Buffer.from(
    bytes
      .subarray(bytes.indexOf("\n") + 1)
      .toString("latin1")
      .replace(/^>(>*From )/gm, "$1"),
    "latin1"
  )
