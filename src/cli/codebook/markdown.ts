import {quadNames} from "../../model/model.ts"
import {type Codebook, type CodedAs, conditions, rolesSaid} from "./book.ts"

/// The codebook as Markdown.
export function markdown(book: Codebook): string {
  const cameo = ({code, says, goldstein}: CodedAs): string => `${code} ${says} (${goldstein})`
  // A bar would end the cell of a table, a star or bracket would be read as Markdown.
  const plain = (text: string): string => text.replace(/([|*_<>[\]\\`])/g, "\\$1")
  const marked = (text: string): string =>
    plain(text).replace(/\{(actor|recipient) ([^{}]*)\}/g, (_, side: string, words: string) =>
      side === "actor" ? `**${words}**` : `*${words}*`
    )
  const {own} = book
  return [
    "# The codebook",
    "",
    `What annals codes, and by which rules: ${book.types.length} types, ${book.contexts.length} contexts, ${book.rules} rules with ${book.examples} examples and counter-examples.`,
    "Made by `annals codebook` from the rules themselves; every example is a test. In examples **bold** words act and *slanted* ones have it done to them.",
    "Types, modes and contexts are PLOVER's; beside each stands the CAMEO code that `export --as icews` and its like write, with its Goldstein score. CAMEO has",
    "one code where PLOVER has several, so the way back loses.",
    "",
    ...(own
      ? [
          "With this ledger's own rules: " +
            [
              own.added.length > 0 && `added ${own.added.join(", ")}`,
              own.changed.length > 0 && `changed ${own.changed.join(", ")}`,
              own.off.length > 0 && `off ${own.off.join(", ")}`
            ]
              .filter(Boolean)
              .join("; ") +
            ".",
          ""
        ]
      : []),
    "## Types",
    "",
    "| type | quad | weight | CAMEO | is |",
    "|---|---|---|---|---|",
    ...book.types.map(
      t =>
        `| [${t.type}](#${t.type.toLowerCase()}) | ${t.quad} ${quadNames[t.quad]} | ${t.weight} | ${cameo(t.cameo)} | ${plain(t.says)} |`
    ),
    "",
    "## Rulings",
    "",
    "| told | coded |",
    "|---|---|",
    ...book.rulings.map(r => `| ${plain(r.told)} | ${plain(r.coded)} |`),
    "",
    "## Status",
    "",
    "| status | is |",
    "|---|---|",
    ...book.statuses.map(s => `| ${s.name} | ${plain(s.says)} |`),
    "",
    "## Contexts",
    "",
    "| context | is |",
    "|---|---|",
    ...book.contexts.map(c => `| ${plain(c.name)} | ${plain(c.says)} |`),
    "",
    ...book.types.flatMap(page => [
      `## ${page.type}`,
      "",
      page.says,
      page.also,
      "",
      ...(page.modes.length > 0
        ? [
            "| mode | is | CAMEO |",
            "|---|---|---|",
            ...page.modes.map(m => `| ${m.name} | ${plain(m.says)} | ${cameo(m.cameo)} |`),
            ""
          ]
        : []),
      ...page.rules.flatMap(rule => [
        `### ${rule.name}`,
        "",
        [
          rule.mode && `Mode ${rule.mode}.`,
          rule.verbs && `Verbs: ${plain(rule.verbs.join(", "))}.`,
          rule.nouns && `Nouns: ${plain(rule.nouns.join(", "))}.`,
          rule.adjectives && `Adjectives: ${plain(rule.adjectives.join(", "))}.`
        ]
          .filter(Boolean)
          .join(" "),
        `Actor: ${rolesSaid(rule.actor)}. Recipient: ${rolesSaid(rule.recipient)}.` +
          (conditions(rule).length > 0 ? ` Asks: ${plain(conditions(rule).join("; "))}.` : ""),
        "",
        ...rule.examples.map(e => `- ${marked(e)}`),
        ...(rule.not ?? []).map(e => `- not: ${marked(e)}`),
        ""
      ])
    ])
  ]
    .join("\n")
    .trimEnd()
    .concat("\n")
}
