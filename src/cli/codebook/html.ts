import {quadNames} from "../../model/model.ts"
import {type Codebook, type CodedAs, conditions, rolesSaid} from "./book.ts"

/// The codebook as one HTML page that needs nothing beside it.
export function html(book: Codebook): string {
  const cameo = ({code, says, goldstein}: CodedAs): string => escaped(`${code} ${says} (${goldstein})`)
  const marked = (text: string): string =>
    escaped(text).replace(/\{(actor|recipient) ([^{}]*)\}/g, (_, side: string, words: string) =>
      side === "actor" ? `<b title="actor">${words}</b>` : `<i title="recipient">${words}</i>`
    )
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
    `<table><thead><tr>${head.map(h => `<th scope="col">${h}</th>`).join("")}</tr></thead><tbody>${rows
      .map(r => `<tr>${r.map(c => `<td>${c}</td>`).join("")}</tr>`)
      .join("\n")}</tbody></table>`
  const {own} = book
  const listed = (what: string, names: readonly string[]): string =>
    names.length > 0 ? `<li>${what}: ${escaped(names.join(", "))}</li>` : ""
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The codebook</title>
<style>
body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d1d1b;background:#fdfcf9}
h1,h2,h3{line-height:1.2}h2{margin-top:3rem;border-top:1px solid #cfc9ba;padding-top:1rem}h3{margin:1.6rem 0 .2rem;font-size:1.05rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #e4dfd2}
p{margin:.3rem 0}ul{margin:.3rem 0 .3rem 1.2rem;padding:0}.asks{color:#57534a;font-size:.92rem}.not{color:#8a2c1d}
@media (prefers-color-scheme:dark){body{color:#e8e4da;background:#1b1a18}th,td{border-color:#3a372f}.asks{color:#b3ad9e}.not{color:#e99a8b}a{color:#9cc3e6}}
</style>
<h1>The codebook</h1>
<p>What annals codes, and by which rules: ${book.types.length} types, ${book.contexts.length} contexts, ${book.rules} rules with ${book.examples} examples and counter-examples. Every example is a test; in it <b>bold</b> words act and <i>slanted</i> ones have it done to them. Types, modes and contexts are PLOVER's; beside each stands the CAMEO code that exports write, with its Goldstein score.</p>
${own ? `<ul>${listed("added here", own.added)}${listed("changed here", own.changed)}${listed("off here", own.off)}</ul>` : ""}
<h2>Types</h2>
${table(
  ["type", "quad", "weight", "CAMEO", "is"],
  book.types.map(t => [
    `<a href="#${t.type.toLowerCase()}">${t.type}</a>`,
    `${t.quad} ${quadNames[t.quad]}`,
    String(t.weight),
    cameo(t.cameo),
    escaped(t.says)
  ])
)}
<h2>Rulings</h2>
${table(
  ["told", "coded"],
  book.rulings.map(r => [escaped(r.told), escaped(r.coded)])
)}
<h2>Status</h2>
${table(
  ["status", "is"],
  book.statuses.map(s => [s.name, escaped(s.says)])
)}
<h2>Contexts</h2>
${table(
  ["context", "is"],
  book.contexts.map(c => [c.name, escaped(c.says)])
)}
${book.types
  .map(
    page => `<h2 id="${page.type.toLowerCase()}">${page.type}</h2>
<p>${escaped(page.says)} ${escaped(page.also)}</p>
${
  page.modes.length > 0
    ? table(
        ["mode", "is", "CAMEO"],
        page.modes.map(m => [escaped(m.name), escaped(m.says), cameo(m.cameo)])
      )
    : ""
}
${page.rules
  .map(
    rule => `<h3 id="${rule.name}">${rule.name}</h3>
<p class="asks">${escaped(
      [
        rule.mode && `Mode ${rule.mode}.`,
        rule.verbs && `Verbs: ${rule.verbs.join(", ")}.`,
        rule.nouns && `Nouns: ${rule.nouns.join(", ")}.`,
        rule.adjectives && `Adjectives: ${rule.adjectives.join(", ")}.`,
        `Actor: ${rolesSaid(rule.actor)}. Recipient: ${rolesSaid(rule.recipient)}.`,
        conditions(rule).length > 0 && `Asks: ${conditions(rule).join("; ")}.`
      ]
        .filter(Boolean)
        .join(" ")
    )}</p>
<ul>${rule.examples.map(e => `<li>${marked(e)}</li>`).join("")}${(rule.not ?? []).map(e => `<li class="not">not: ${marked(e)}</li>`).join("")}</ul>`
  )
  .join("\n")}`
  )
  .join("\n")}
</html>
`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, c => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&quot;"))
