/// From bytes to characters: which encoding they are in, and whether they are text at all.

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | (string & {})

/// What the bytes say, and how they were read.
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/// The encoding that a byte order mark writes, or that the zero bytes of UTF-16 without one betray.
export function markedEncoding(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8"
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  // Without a mark: English in UTF-16 has a zero in every second byte.
  const sample = head.subarray(0, 512)
  if (sample.length < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const pairs = Math.floor(sample.length / 2)
  if (odd > pairs * 0.6 && even < pairs * 0.05) return "utf-16le"
  if (even > pairs * 0.6 && odd < pairs * 0.05) return "utf-16be"
  return undefined
}

/// Reads bytes as text: by mark, then as the `declared` encoding, then as UTF-8, and what is not UTF-8 as windows-1252, in
/// which every byte means something. Line ends become "\n"; a text never holds half a character.
export function decoded(bytes: Uint8Array, declared?: string): Decoded {
  const marked = markedEncoding(bytes)
  if (marked) return {text: normalised(new TextDecoder(marked).decode(bytes)), encoding: marked}
  const utf8 = strict(bytes)
  if (utf8 !== undefined) {
    // A page may say iso-8859-1 and be UTF-8 (bytes decide), or be pure ASCII that says iso-2022-jp (the label decides).
    if (!(declared && /^(iso-2022|hz-)/i.test(declared))) return {text: normalised(utf8), encoding: "utf-8"}
  }
  const named = declared && !/^utf-?8$/i.test(declared) ? decoderFor(declared) : undefined
  if (named) return {text: normalised(named.decode(bytes)), encoding: named.encoding}
  // Mostly UTF-8 with a broken byte here and there is UTF-8 still.
  if (mostlyUtf8(bytes)) return {text: normalised(new TextDecoder("utf-8").decode(bytes)), encoding: "utf-8"}
  return {text: normalised(windows1252(bytes)), encoding: "windows-1252"}
}

function strict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

function decoderFor(label: string): TextDecoder | undefined {
  const name = label.toLowerCase()
  if (/^(iso-?8859-?1|latin-?1|windows-1252|cp-?1252|us-ascii|ascii)$/.test(name)) return undefined
  try {
    return new TextDecoder(name)
  } catch {
    return undefined
  }
}

/// More whole sequences of several bytes than broken ones.
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let n = 0
    while (n < more && (bytes[i + 1 + n]! & 0xc0) === 0x80) n++
    if (more > 0 && n === more) whole++
    else broken++
    i += n
  }
  return whole > broken
}

// What windows-1252 has at 0x80 to 0x9f, where Latin-1 has controls nobody means. Source: the WHATWG Encoding Standard.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, c => windows[c.charCodeAt(0) - 0x80]!)
}

/// Line ends as "\n", no byte order mark, no half characters.
function normalised(text: string): string {
  return wellFormed(text.startsWith("\ufeff") ? text.slice(1) : text).replace(/\r\n?/g, "\n")
}

/// Halves of surrogate pairs become the replacement character, which is as long.
export const wellFormed = (text: string): string =>
  /[\ud800-\udfff]/.test(text)
    ? text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    : text

// First bytes of files that are no text, "?" for any byte, and what to do about them.
const kinds: readonly {readonly marks: readonly string[]; readonly what: string; readonly remedy: string}[] = [
  // These are read when nobody forces them to be something else.
  {marks: ["%PDF-"], what: "a PDF", remedy: "leave out --format"},
  {marks: ["PK\x03\x04", "PK\x05\x06"], what: "a ZIP archive or an Office document", remedy: "leave out --format"},
  {marks: ["{\\rtf"], what: "an RTF document", remedy: "leave out --format"},
  {marks: ["\xd0\xcf\x11\xe0"], what: "an old Office document", remedy: "save it as .txt or .html"},
  {
    marks: ["\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF????WEBP", "BM????\0\0\0\0", "II*\0", "MM\0*"],
    what: "a picture",
    remedy: "give the article's text instead"
  },
  {
    marks: ["ID3", "\xff\xfb", "OggS", "RIFF????WAVE", "????ftyp", "\x1aE\xdf\xa3"],
    what: "sound or film",
    remedy: "give a transcript as .txt instead"
  },
  {
    marks: ["7z\xbc\xaf", "Rar!", "\xfd7zXZ\0", "BZh91AY"],
    what: "a packed archive",
    remedy: "unpack it first"
  },
  {
    marks: ["SQLite format 3\0", "PAR1", "????????DUCK"],
    what: "a database or table",
    remedy: "export it as JSONL with a text column"
  },
  {marks: ["\x7fELF", "MZ\x90\0", "\xca\xfe\xba\xbe", "\0asm"], what: "a program", remedy: "leave it out"}
]

/// Why these bytes are no text, in words that end with what to do; undefined when they may well be text.
export function notText(head: Uint8Array): string | undefined {
  const begins = (mark: string): boolean =>
    head.length >= mark.length && [...mark].every((c, i) => c === "?" || head[i] === c.charCodeAt(0))
  const kind = kinds.find(k => k.marks.some(begins))
  if (kind) return `is ${kind.what}, no plain text: ${kind.remedy}`
  const marked = markedEncoding(head)
  if (marked === "utf-16le" || marked === "utf-16be") return undefined
  const sample = head.subarray(0, 8192)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return binary
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return controls > 8 && controls > sample.length / 50 ? binary : undefined
}

const binary = "is a binary file, not text: save its text as .txt, .html or .jsonl"
