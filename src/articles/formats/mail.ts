import type {Article, Skipped} from "../../model/model.ts"
import {allBytes, endsIn, type Format} from "./format.ts"
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
  let rest: Buffer = Buffer.alloc(0)
  const source = chunks[Symbol.asyncIterator]()
  const whole = {[Symbol.asyncIterator]: () => source}
  const first = await source.next()
  if (first.done) return
  rest = Buffer.from(first.value)
  const many = rest.subarray(0, 5).toString("latin1") === "From "
  if (!many) {
    const more = async function* (): AsyncGenerator<Uint8Array> {
      yield rest
      yield* whole
    }
    yield {bytes: await allBytes(more(), longestMessage), many: false}
    return
  }
  let tooLong = false
  const cut = function* (last: boolean): Generator<{bytes: Uint8Array | undefined; many: boolean}> {
    for (let at = rest.indexOf("\nFrom ", 1); at !== -1; at = rest.indexOf("\nFrom ", 1)) {
      yield {bytes: tooLong ? undefined : inside(rest.subarray(0, at + 1)), many: true}
      tooLong = false
      rest = rest.subarray(at + 1)
    }
    if (last && rest.length > 0) yield {bytes: tooLong ? undefined : inside(rest), many: true}
    else if (rest.length > longestMessage) {
      tooLong = true
      rest = rest.subarray(rest.length - 8)
    }
  }
  for await (const chunk of whole) {
    rest = Buffer.concat([rest, chunk])
    yield* cut(false)
  }
  yield* cut(true)
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
