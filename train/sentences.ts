import type {Span} from "../src/model/model.ts"

/// A coded sentence without its braces, and where the words in them stand.
export function marked(text: string): {text: string; actors: Span[]; recipients: Span[]} {
  const [actors, recipients]: [Span[], Span[]] = [[], []]
  let plain = ""
  for (const part of text.split(/(\{(?:actor|recipient) [^}]*\})/)) {
    const brace = /^\{(actor|recipient) ([^}]*)\}$/.exec(part)
    if (brace) {
      const side = brace[1] === "actor" ? actors : recipients
      side.push({start: plain.length, end: plain.length + brace[2]!.length})
    }
    plain += brace ? brace[2] : part
  }
  return {text: plain, actors, recipients}
}
