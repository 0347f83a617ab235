import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {dump} from "js-yaml"
import type {CodebookRule, CodebookType, OwnFile, OwnKind} from "../../api/contract.ts"
import {BadRequest, type Brought} from "../../api/desk.ts"
import type {OwnModel} from "../../coding/own-model.ts"
import type {OwnCodebook} from "../../coding/own-rules.ts"
import type {Rule} from "../../coding/rule.ts"
import {rules as shipped} from "../../coding/rules/list.ts"
import {actorLexicon} from "../../mentions/actors/lexicon.ts"
import {type ActorFile, doubts, type OwnActor, ownActors, withOwn} from "../../mentions/actors/own-actors.ts"
import {actorTables} from "../../mentions/actors/tables.ts"
import {contentId} from "../../model/model.ts"
import type {Own, Reader} from "../../pipeline.ts"
import type {Resources} from "../../resources.ts"
import type {Store} from "../../store/store.ts"
import {codebook as bookOf, conditions, rolesSaid} from "../codebook/book.ts"
import {checkExamples} from "../codebook/check.ts"
import type {Keeper} from "./keeper.ts"
import {codebookOf, ownOf, yamlNames, yamlOf} from "./own.ts"
import {trialOf} from "./preview.ts"
import {type Coding, reachOfActors, reachOfRules} from "./reach.ts"
import {type Registry, registryOf} from "./registry.ts"

/// What the page may change of what a team brings to its ledger: one file in each of two folders, whose names are fixed here. All other
/// files there are the team's to keep by hand; they are read with it and never written.
const pageFile = "page.yaml"
const longest = 500_000

/// What the ledger's folder holds, checked.
interface Held {
  readonly codebook: OwnCodebook | undefined
  readonly classes: Coding["classes"]
  readonly actors: readonly OwnActor[]
}

export function broughtTo(
  store: Store,
  resources: Resources,
  {
    readerOf,
    current,
    keeper,
    model,
    renew
  }: {
    /// A reader with what a team brings; words and weights are opened once.
    readonly readerOf: (own: Own) => Reader
    readonly current: () => Reader
    readonly keeper: Keeper
    readonly model: () => OwnModel | undefined
    /// Reads from now on with what the folder holds.
    readonly renew: () => Promise<void>
  }
): Brought {
  const {folder} = store
  let opened: ReturnType<typeof actorTables> | undefined
  const tables = () => (opened ??= actorTables(resources.rows))
  let book: ReturnType<typeof bookOf> | undefined
  let known: Registry | undefined
  let held: Held | undefined
  const holds = (): Held => (held ??= heldWith())
  const text = (what: OwnKind): string => {
    const path = join(folder, what, pageFile)
    return existsSync(path) ? readFileSync(path, "utf8") : ""
  }
  const others = (what: OwnKind): string[] => yamlNames(join(folder, what)).filter(name => name !== pageFile)
  const file = (what: OwnKind): OwnFile => {
    const now = text(what)
    return {what, file: `${what}/${pageFile}`, text: now, hash: contentId(now), others: others(what)}
  }

  /// The files of a folder as they would be with this text in the page's own.
  function filesOf(what: OwnKind, instead: string | undefined): ActorFile[] {
    const now = instead ?? text(what)
    const rest = others(what).map(name => ({name, text: readFileSync(join(folder, what, name), "utf8")}))
    return [...rest, ...(now.trim() === "" ? [] : [{name: pageFile, text: now}])]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({name, text}) => {
        const read = yamlOf(`${what}/${name}`, text)
        if (name === pageFile) bounded(read.yaml, `${what}/${name}`)
        return read
      })
  }

  function heldWith(what?: OwnKind, instead?: string): Held {
    const rules = filesOf("codebook", what === "codebook" ? instead : undefined)
    const {actors, complaints} = ownActors(filesOf("actors", what === "actors" ? instead : undefined), tables())
    const all = what === "actors" ? [...complaints, ...doubts(actors, tables())] : complaints
    if (all.length > 0) throw new Error(all.map(({at, says}) => `${at}: ${says}`).join("\n"))
    if (what === "actors") actorLexicon(withOwn(tables(), actors))
    return {codebook: codebookOf(rules), classes: classesIn(rules), actors}
  }

  /// The same, or a refusal in its own words.
  function checked(what: OwnKind, instead: string): Held {
    if (instead.length > longest)
      throw new BadRequest(`${what}/${pageFile} would have ${instead.length} characters; at most ${longest}`)
    try {
      return heldWith(what, instead)
    } catch (error) {
      throw new BadRequest((error as Error).message)
    }
  }

  const examplesOf = ({codebook}: Held) => {
    if (!codebook || codebook.where.size === 0) return {hold: 0, of: 0, wrong: []}
    const {examples, wrong} = checkExamples(codebook, readerOf({rules: codebook.rules, classes: codebook.classes}).read)
    return {hold: examples - wrong.length, of: examples, wrong}
  }
  const codingOf = ({codebook, classes}: Held): Coding => ({rules: codebook?.rules ?? shipped, classes})

  const lines = (): CodebookRule[] => {
    const {codebook} = holds()
    const all = codebook?.rules ?? shipped
    const off = new Set(codebook?.off ?? [])
    return [...all, ...shipped.filter(r => off.has(r.name))].map(rule => lineOf(rule, codebook))
  }

  return {
    codebook() {
      const {codebook} = holds()
      book ??= bookOf(resources.yaml("codebook/plover.yaml"), codebook)
      const of = new Map(lines().map(line => [line.name, line]))
      const off = shipped.filter(r => of.get(r.name)?.origin === "off")
      const types = book.types.map(
        ({cameo, modes, rules, ...page}): CodebookType => ({
          ...page,
          cameo: `${cameo.code} ${cameo.says}`,
          modes: modes.map(m => ({name: m.name, says: m.says, cameo: `${m.cameo.code} ${m.cameo.says}`})),
          rules: [...rules, ...off.filter(r => r.code === page.type)].map(r => of.get(r.name)!)
        })
      )
      const {contexts, statuses, rulings, rules, examples} = book
      const own = {added: codebook?.added ?? [], changed: codebook?.changed ?? [], off: codebook?.off ?? []}
      return {types, contexts, statuses, rulings, rules, examples, own}
    },
    rule(name) {
      const {codebook} = holds()
      const before = shipped.find(r => r.name === name)
      const rule = codebook?.rules.find(r => r.name === name) ?? before
      if (!rule) return undefined
      return {
        rule: lineOf(rule, codebook),
        type: rule.code,
        yaml: yamlText(rule),
        ...(before && {shipped: yamlText(before)})
      }
    },
    registry: search => (known ??= registryOf(tables(), holds().actors)).find(search),
    known: id => (known ??= registryOf(tables(), holds().actors)).one(id),
    file,
    preview(what, instead) {
      const [was, would] = [holds(), checked(what, instead)]
      const own = model()
      const [now, then] = [current(), readerOf(ownOf(would.codebook, would.actors, own))]
      return trialOf(store, keeper.standing, {
        what,
        reach: () =>
          what === "codebook"
            ? reachOfRules(codingOf(was), codingOf(would), now.forms)
            : reachOfActors(tables(), was.actors, would.actors, now.forms),
        before: now.read,
        after: then.read,
        examples: what === "codebook" ? examplesOf(would) : {hold: 0, of: 0, wrong: []}
      })
    },
    async save(what, instead, was) {
      const now = file(what)
      if (now.hash !== was)
        throw new BadRequest(`${now.file} was changed meanwhile; look at it again, and save what you still want`, 409)
      const would = checked(what, instead)
      const {wrong} = what === "codebook" ? examplesOf(would) : {wrong: []}
      if (wrong.length > 0) throw new BadRequest(wrong.join("\n"))
      put(join(folder, what), instead)
      held = undefined
      book = undefined
      known = undefined
      await renew()
      return file(what)
    }
  }
}

/// Whole or not at all; a file without anything in it is none.
function put(folder: string, text: string): void {
  const path = join(folder, pageFile)
  if (text.trim() === "") {
    rmSync(path, {force: true})
    return
  }
  mkdirSync(folder, {recursive: true})
  writeFileSync(`${path}.new`, text.endsWith("\n") ? text : `${text}\n`, {flush: true})
  renameSync(`${path}.new`, path)
}

/// A short text may stand for a very long one: what is said once and meant a million times is refused.
function bounded(yaml: unknown, path: string): void {
  let left = 200_000
  const count = (value: unknown): void => {
    if (--left < 0) throw new Error(`${path}:1: holds too much; write less, or in files of its own`)
    if (typeof value === "object" && value !== null) for (const part of Object.values(value)) count(part)
  }
  count(yaml)
}

/// Classes of words of the team's own; what is wrong with them was said before.
function classesIn(files: readonly ActorFile[]): Coding["classes"] {
  const classes = new Map<string, Set<string>>()
  for (const {yaml} of files) {
    const own = (yaml as {classes?: Readonly<Record<string, readonly string[]>>} | undefined)?.classes ?? {}
    for (const [name, words] of Object.entries(own)) classes.set(name, new Set([...(classes.get(name) ?? []), ...words]))
  }
  return classes
}

function lineOf(rule: Rule, own: OwnCodebook | undefined): CodebookRule {
  const at = own?.where.get(rule.name)
  const origin = own?.off.includes(rule.name)
    ? "off"
    : own?.added.includes(rule.name)
      ? "added"
      : own?.changed.includes(rule.name)
        ? "changed"
        : "shipped"
  return {
    name: rule.name,
    ...(rule.mode !== undefined && {mode: rule.mode}),
    verbs: rule.verbs ?? [],
    nouns: rule.nouns ?? [],
    adjectives: rule.adjectives ?? [],
    actor: rolesSaid(rule.actor),
    recipient: rolesSaid(rule.recipient),
    asks: conditions(rule),
    examples: rule.examples,
    not: rule.not ?? [],
    origin,
    ...(at !== undefined && {at})
  }
}

/// A rule as a person would write it: lists of words on lines of their own length, sentences each on its own.
const yamlText = (rule: Rule): string =>
  Object.entries(rule)
    .map(([key, value]) => {
      if (key === "examples" || key === "not") return dump({[key]: value}, {lineWidth: -1})
      const line = dump({[key]: value}, {flowLevel: 1, lineWidth: -1, noRefs: true})
      return Array.isArray(value) ? wrapped(line) : line
    })
    .join("")

function wrapped(line: string): string {
  let [out, length] = ["", 0]
  for (const word of line.split(/(?<=, )/)) {
    if (length + word.length > 50 && length > 0) {
      out = `${out.trimEnd()}\n  `
      length = 2
    }
    out += word
    length += word.length
  }
  return out
}
