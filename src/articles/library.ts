import {writtenDays} from "./days.ts"
import type {Draft} from "./finish.ts"

/// What news libraries write when many articles are downloaded as one document. Told by the lines they close or open
/// each article with; built from their public descriptions, not from files of theirs.

/// The articles in such a document, given its lines; undefined if it is none.
export function libraryDrafts(text: string): readonly Draft[] | undefined {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  for (const {parts, draft} of libraries) {
    const found = parts(lines)
    if (found.length > 0) return found.map(draft).filter(d => d.text.trim() !== "")
  }
  return undefined
}

interface Library {
  /// The articles' lines, each without what closes or opens it; none if the document is of another kind.
  parts(lines: readonly string[]): readonly (readonly string[])[]
  draft(lines: readonly string[]): Draft
}

/// Cut before (or, with `closes`, after) each line that `mark` knows.
function cutAt(lines: readonly string[], mark: RegExp, closes: boolean): string[][] {
  const parts: string[][] = []
  let part: string[] = []
  let marked = false
  for (const line of lines) {
    if (!mark.test(line)) {
      part.push(line)
      continue
    }
    if (closes || marked) parts.push(part)
    marked = true
    part = []
  }
  if (!marked) return []
  return closes ? parts : [...parts, part]
}

/// Lines joined to paragraphs: an empty line parts them; where there is none, each line is one.
function paragraphs(lines: readonly string[]): string {
  const trimmed = lines.map(l => l.trim())
  const text = trimmed.some(l => l === "") ? trimmed.join("\n").replace(/\n{2,}/g, "\n\n") : trimmed.join("\n\n")
  return text.trim()
}

const dayIn = (line: string): string | undefined => {
  const found = writtenDays(line)[0]
  return found && found.start <= 12 && line.length <= 80 ? line.slice(found.start, found.end) : undefined
}

const keyed = /^(BYLINE|Byline|SECTION|Section|LENGTH|Length|DATELINE|Dateline|HIGHLIGHT|Highlight|SERIES|Series)\s*:\s*(.*)$/
const after =
  /^(LOAD-DATE|Load-Date|LANGUAGE|Language|PUBLICATION-TYPE|Publication-Type|Classification|GRAPHIC|Graphic|NOTES|Notes|SUBJECT|JOURNAL-CODE|URL|CORRECTION-DATE|DOCUMENT-TYPE)\b\s*:?/

/// Nexis as it is now: title, publisher, day, keyed lines, "Body", the text, "End of Document".
const nexis: Library = {
  parts: lines => cutAt(lines, /^\s*End of Document\s*$/, true),
  draft(lines) {
    const body = lines.findIndex(l => /^\s*Body\s*$/.test(l))
    const until = body === -1 ? lastKeyed(lines) : body
    return drafted(lines.slice(0, until), lines.slice(body === -1 ? until : body + 1), "title first")
  }
}

/// LexisNexis as it was: "3 of 120 DOCUMENTS", publisher, day, title, keyed lines, the text, keyed lines.
const lexis: Library = {
  parts: lines => cutAt(lines, /^\s*(?:Document )?\d+ of \d+(?: DOCUMENTS?)?\s*$/, false),
  draft(lines) {
    const until = lastKeyed(lines)
    return drafted(lines.slice(0, until), lines.slice(until), "publisher first")
  }
}

function lastKeyed(lines: readonly string[]): number {
  const end = lines.findIndex(l => after.test(l.trim()))
  const head = lines.slice(0, end === -1 ? 60 : Math.min(end, 60))
  const at = head.findLastIndex(l => keyed.test(l.trim()))
  return at === -1 ? Math.min(3, lines.length) : at + 1
}

function drafted(head: readonly string[], rest: readonly string[], order: "title first" | "publisher first"): Draft {
  const said = head.map(l => l.trim()).filter(l => l !== "" && !/^(Copyright|©|\(c\))/i.test(l))
  const byline = said.flatMap(l => (/^byline/i.test(l) ? [keyed.exec(l)?.[2] ?? ""] : []))[0]?.replace(/^by\s+/i, "")
  const plain = said.filter(l => !keyed.test(l))
  const at = plain.findIndex(l => dayIn(l) !== undefined)
  const published = at === -1 ? undefined : dayIn(plain[at]!)
  const others = plain.filter((_, i) => i !== at)
  const [title, publisher] =
    order === "title first"
      ? [others[0], others[1]]
      : [at >= 0 ? (plain[plain.length - 1] === plain[at] ? undefined : plain.at(-1)) : others[1], others[0]]
  const end = rest.findIndex(l => after.test(l.trim()))
  return {text: paragraphs(end === -1 ? rest : rest.slice(0, end)), title, publisher, published, byline}
}

/// Factiva: title, byline, "512 words", day, time, publisher, code, language, copyright, the text, "Document ABC0000020240105ek15000xx".
const factiva: Library = {
  parts: lines => cutAt(lines, /^\s*Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}\s*$/, true),
  draft(lines) {
    const said = lines.map(l => l.trim())
    const words = said.findIndex(l => /^[\d,]+ words$/.test(l))
    const head = said.slice(0, Math.max(words, 0)).filter(l => l !== "")
    const byline = head.find(l => /^by\s/i.test(l))?.replace(/^by\s+/i, "")
    const title = head.filter(l => !/^by\s/i.test(l)).at(-1)
    const about = said.slice(words + 1, words + 16)
    const day = about.findIndex(l => dayIn(l) !== undefined)
    const publisher = about.slice(day + 1).find(l => l !== "" && !/^\d{1,2}:\d\d/.test(l))
    const rights = about.findIndex(l => /^(copyright|©|\(c\))/i.test(l))
    const language = about.findIndex(l => /^English$/i.test(l))
    const begin = words + 2 + Math.max(rights, language, day + 1)
    return {
      text: paragraphs(lines.slice(begin)),
      title,
      publisher,
      published: day === -1 ? undefined : dayIn(about[day]!),
      byline
    }
  }
}

const libraries: readonly Library[] = [nexis, factiva, lexis]
