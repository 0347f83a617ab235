import {allBytes, endsIn, type Format} from "./format.ts"
import {articlesOfText, longestDownload} from "./library.ts"

/// A Rich Text document; many articles if a news library wrote it.
export const rtf: Format = {
  name: "rtf",
  says: "a Rich Text document (.rtf); many articles a file if it was downloaded from Nexis or Factiva",
  extensions: ["rtf"],
  binary: true,
  detects: (head, path) =>
    String.fromCharCode(...head.subarray(0, 5)) === "{\\rtf" || (endsIn(path, rtf.extensions) && head[0] === 0x7b),
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestDownload)
    if (bytes)
      yield* articlesOfText(textOfRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")), path)
    else yield {path, reason: `is longer than ${longestDownload / 1e6} MB: download fewer articles at once`}
  }
}

// Groups whose words are not the document's: fonts, colours, pictures, headers, fields' instructions.
const hidden = new Set(
  "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl footnote annotation".split(
    " "
  )
)
const signs: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  row: "\n\n",
  line: "\n",
  tab: "\t",
  cell: "\t",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " "
}

const windows = new TextDecoder("windows-1252")

/// The words of a Rich Text document, paragraphs parted by empty lines.
export function textOfRtf(source: string): string {
  const out: string[] = []
  // for each open group: whether its words are hidden, and how many characters stand in for a Unicode one
  const groups: {hidden: boolean; skips: number}[] = []
  let group = {hidden: false, skips: 1}
  let toSkip = 0
  const say = (words: string): void => {
    if (!group.hidden) out.push(words)
  }
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi
  for (const [, word, number, hex, sign, brace, plain] of source.matchAll(token)) {
    if (brace === "{") {
      groups.push({...group})
      group = {...group}
    } else if (brace === "}") group = groups.pop() ?? group
    else if (word !== undefined) {
      if (hidden.has(word)) group.hidden = true
      else if (word === "uc") group.skips = Number(number ?? 1)
      else if (word === "u") {
        const code = Number(number ?? 0)
        say(String.fromCharCode(code < 0 ? code + 65_536 : code))
        toSkip = group.skips
        continue
      } else if (signs[word] !== undefined) say(signs[word])
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip--
      else say(windows.decode(Uint8Array.of(Number.parseInt(hex, 16))))
      continue
    } else if (sign !== undefined) {
      // "\*" begins a group that old readers should pass over
      if (sign === "*") group.hidden = true
      else if (sign === "~") say("\u00a0")
      else if (sign === "_") say("-")
      else if ("\\{}".includes(sign)) say(sign)
      else if (sign === "\n" || sign === "\r") say("\n\n")
    } else if (plain !== undefined) {
      say(plain.slice(toSkip))
    }
    toSkip = 0
  }
  return out.join("")
}
