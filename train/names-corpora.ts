import {readFileSync} from "node:fs"
import type {Syntax} from "../src/language/syntax.ts"
import {labels} from "../src/mentions/names/labels.ts"
import type {Document} from "../src/model/model.ts"

/// A document and what each of its tokens is.
export interface Labelled {
  readonly document: Document
  /// One label for each token.
  readonly truth: Uint8Array
  /// Sentences, by number, whose labels are not to be trusted.
  readonly doubtful: ReadonlySet<number>
}

const kinds: Readonly<Record<string, string>> = {PER: "person", ORG: "organization", LOC: "location"}

/// The documents of an IOB2 file; labels other than the three kinds are no names.
export function unerDocuments(path: string, syntax: Syntax): Labelled[] {
  const documents: {id: string; forms: string[][]; tags: string[][]}[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n")
    const rows = lines.filter(l => /^\d+\t/.test(l)).map(l => l.split("\t"))
    if (rows.length === 0) continue
    const opened = lines.find(l => l.startsWith("# newdoc"))
    if (documents.length === 0 || opened) documents.push({id: opened?.split("=")[1]?.trim() ?? "", forms: [], tags: []})
    documents.at(-1)!.forms.push(rows.map(r => r[1]!))
    documents.at(-1)!.tags.push(rows.map(r => r[2]!))
  }
  return documents.map(({id, forms, tags}) => labelled(id, forms, tags, syntax))
}

function labelled(id: string, forms: string[][], tags: string[][], syntax: Syntax): Labelled {
  const {text, sentences, tokens} = syntax.parse(forms)
  const truth = new Uint8Array(tokens.length)
  const doubtful = new Set<number>()
  let i = 0
  tags.forEach((sentence, s) => {
    let open = 0
    for (const tag of sentence) {
      const kind = kinds[tag.slice(2)]
      // "B-O" is what annotators left at the ends of some sentences, on names too.
      if (tag.endsWith("-O") && /^\p{Lu}/u.test(tokens[i]!.text)) doubtful.add(s)
      if (tag[0] === "I" && open && kind && labels[open] === `B-${kind}`) truth[i] = open + 1
      else {
        open = kind ? labels.indexOf(`B-${kind}` as (typeof labels)[number]) : 0
        truth[i] = open
      }
      i++
    }
  })
  return {document: {article: {id, text}, sentences, tokens, clauses: [], reports: [], notes: []}, truth, doubtful}
}

/// The documents of GUM (open genres), their entities read as names: of a person, organization or place, the stretch of proper
/// nouns, with the small words between them, that its head stands in.
export function gumDocuments(path: string, syntax: Syntax): Labelled[] {
  const documents: {id: string; forms: string[][]; tags: string[][]}[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n")
    const rows = lines.filter(l => /^\d+\t/.test(l)).map(l => l.split("\t"))
    if (rows.length === 0) continue
    const opened = lines.find(l => l.startsWith("# newdoc"))
    if (documents.length === 0 || opened) documents.push({id: opened?.split("=")[1]?.trim() ?? "", forms: [], tags: []})
    const tags: string[] = rows.map(() => "O")
    const open: {type: string; at: number; number: string}[] = []
    const spans: {type: string; first: number; last: number}[] = []
    rows.forEach((row, i) => {
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(row[9]!)?.[1]
      for (const m of entity?.matchAll(/\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)/g) ?? []) {
        if (m[1]) open.push({type: m[2]!, at: i, number: m[1]})
        else {
          const which = m[3] ? open.findLastIndex(o => o.number === m[3]) : open.length - 1
          const [closed] = which >= 0 ? open.splice(which, 1) : []
          if (closed) spans.push({type: closed.type, first: closed.at, last: i})
        }
      }
    })
    // Inner ones first, so that the outer name, "Durham University", covers the town in it.
    for (const {type, first, last} of spans.sort((a, b) => a.last - a.first - (b.last - b.first))) {
      const kind = {person: "PER", organization: "ORG", place: "LOC"}[type]
      if (!kind) continue
      const name = properRun(rows.slice(first, last + 1))
      if (!name) continue
      for (let i = name[0]; i < name[1]; i++) tags[first + i] = `${i === name[0] ? "B" : "I"}-${kind}`
    }
    documents.at(-1)!.forms.push(rows.map(r => r[1]!))
    documents.at(-1)!.tags.push(tags)
  }
  return documents.map(({id, forms, tags}) => labelled(id, forms, tags, syntax))
}

function properRun(rows: readonly string[][]): [number, number] | undefined {
  const ids = new Set(rows.map(r => r[0]))
  const head = rows.findIndex(r => !ids.has(r[6]!))
  const proper = (i: number): boolean =>
    rows[i]?.[3] === "PROPN" && !/^(Mr|Mrs|Ms|Dr|President|Prime|Minister|Senator|Professor)\.?$/.test(rows[i]![1]!)
  if (head < 0 || !proper(head)) return undefined
  let first = head
  let last = head + 1
  for (;;) {
    if (proper(first - 1)) first--
    else if (/^(-|of|the|and|for|&|de|al|bin)$/.test(rows[first - 1]?.[1] ?? "") && proper(first - 2)) first -= 2
    else break
  }
  for (;;) {
    if (proper(last)) last++
    else if (/^(-|of|the|and|for|&|de|al|bin)$/.test(rows[last]?.[1] ?? "") && proper(last + 1)) last += 2
    else if (/^of$/.test(rows[last]?.[1] ?? "") && rows[last + 1]?.[1] === "the" && proper(last + 2)) last += 3
    else break
  }
  return [first, last]
}
