import * as z from "zod"
import {type EventType, types} from "../../model/model.ts"
import type {
  CodebookAnswer,
  CodebookRule,
  OwnFile,
  OwnSaved,
  Preview,
  RegistryDetail,
  RegistryRow,
  RuleDetail,
  SourceRow
} from "../contract.ts"
import {changeShape, eventRow} from "./answers.ts"
import {job} from "./jobs.ts"
import {named, text, whole} from "./named.ts"

const texts = z.array(text)
const meaning = z.strictObject({name: text, says: text})

export const rule: z.ZodType<CodebookRule> = named(
  "Rule",
  "A rule of the codebook",
  z.strictObject({
    name: text,
    mode: text.optional(),
    verbs: texts.describe("The words it hangs on"),
    nouns: texts,
    adjectives: texts,
    actor: text.describe("Where in a clause who acts is looked for"),
    recipient: text,
    asks: texts.describe("What else it asks for"),
    examples: texts.describe("Sentences it must read, with the sides in braces"),
    not: texts.describe("Sentences no rule may read"),
    origin: z.enum(["shipped", "added", "changed", "off"]),
    at: text.optional().describe("Where the team wrote it: codebook/page.yaml:12")
  })
)

export const codebook: z.ZodType<CodebookAnswer> = named(
  "Codebook",
  "What every code means, and every rule that codes it",
  z.strictObject({
    types: z.array(
      z.strictObject({
        type: z.enum(types),
        says: text,
        also: text,
        quad: z.literal([1, 2, 3, 4]),
        weight: z.number(),
        cameo: text,
        modes: z.array(z.strictObject({name: text, says: text, cameo: text})),
        rules: z.array(rule)
      })
    ),
    contexts: z.array(meaning),
    statuses: z.array(meaning),
    rulings: z.array(z.strictObject({told: text, coded: text})),
    rules: whole,
    examples: whole,
    own: z.strictObject({added: texts, changed: texts, off: texts})
  })
)

export const ruleDetail: z.ZodType<RuleDetail> = named(
  "RuleDetail",
  "One rule as YAML, and what it codes",
  z.strictObject({
    rule,
    type: z.enum(types) as z.ZodType<EventType>,
    yaml: text,
    shipped: text.optional().describe("As it is shipped"),
    reports: whole,
    events: whole,
    latest: z.array(eventRow)
  })
)

export const registryRow: z.ZodType<RegistryRow> = named(
  "Known",
  "Somebody who is known, whether or not in any event",
  z.strictObject({
    id: text,
    name: text,
    kind: z.enum(["person", "organization", "group"]),
    country: text.optional(),
    aliases: texts,
    sectors: texts,
    offices: whole,
    at: text.optional().describe("Where the team wrote it: actors/page.yaml:3")
  })
)

export const registryDetail: z.ZodType<RegistryDetail> = named(
  "KnownDetail",
  "Somebody who is known, with every office",
  z.strictObject({
    actor: registryRow,
    offices: z.array(
      z.strictObject({
        title: text,
        country: text.optional(),
        of: text.optional(),
        sector: text.optional(),
        from: text.optional(),
        until: text.optional(),
        source: text.optional(),
        own: z.boolean()
      })
    ),
    events: whole
  })
)

export const ownKind = z.enum(["codebook", "actors"])

export const ownFile: z.ZodType<OwnFile> = named(
  "OwnFile",
  "The one file of a folder that is written over the wire",
  z.strictObject({
    what: ownKind,
    file: text,
    text,
    hash: text.describe("To be sent along when it is to be replaced"),
    others: texts.describe("Files of the folder that people keep by hand")
  })
)

export const ownSaved: z.ZodType<OwnSaved> = named(
  "OwnSaved",
  "The file as written, and the job that reads everything again",
  z.strictObject({file: ownFile, job})
)

const decision = z.strictObject({
  who: text,
  when: text,
  agrees: z.boolean().describe("What is read would say so by itself; else it would contradict it"),
  says: text
})

export const preview: z.ZodType<Preview> = named(
  "Preview",
  "What would become of events; nothing of it is stored",
  z.strictObject({
    what: ownKind,
    looked: whole.describe("Articles looked at"),
    holding: whole.describe("Articles that hold the words of what would change"),
    articles: whole.describe("Articles in all"),
    words: texts,
    state: z.enum(["waiting", "running", "done", "stopped", "failed"]),
    ended: z.enum(["articles", "time"]).optional().describe("The limit that ended it before all were looked at"),
    milliseconds: whole,
    examples: z.strictObject({hold: whole, of: whole, wrong: texts}),
    counts: z.strictObject({added: whole, removed: whole, changed: whole, decided: whole}),
    changes: z.array(
      z.strictObject({
        ...changeShape,
        quote: text,
        article: text,
        sentence: whole,
        decisions: z.array(decision)
      })
    )
  })
)

export const sourceRow: z.ZodType<SourceRow> = named(
  "Source",
  "An outlet of the pile",
  z.strictObject({
    publisher: text.optional().describe("Absent: of articles that name no outlet"),
    articles: whole,
    undated: whole,
    first: text.optional(),
    last: text.optional(),
    events: whole,
    alone: whole.describe("Events that nobody else tells"),
    report: text.optional().describe("One of its reports"),
    ignored: z.strictObject({id: text, who: text, when: text}).optional().describe("The correction that ignores it")
  })
)
