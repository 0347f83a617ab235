import {existsSync} from "node:fs"
import {join} from "node:path"
import type {Tag} from "../src/language/grammar.ts"
import {type View, viewsOf} from "../src/language/views.ts"
import {treebank, type Word} from "./conllu.ts"

/// A sentence to learn from. Heads are places in the sentence; the root's is the number of words.
export interface Example {
  words: Word[]
  views: View[]
  gold: Int32Array
  heads: Int32Array
  labels: Int32Array
}

/// The treebanks as numbered examples, in the order of the files, each with its careless or loud copies.
export interface Corpus {
  tags: Tag[]
  relations: string[]
  examples: Example[]
  copies: Example[][]
  dev: {ewt: Word[][]; gum: Word[][]}
  exampleOf(words: Word[]): Example
}

export function corpusIn(folder: string | undefined, random: () => number): Corpus {
  if (!folder || !existsSync(folder)) {
    throw new Error("where are the treebanks? give --data FOLDER or ANNALS_DATA: a folder with ud-ewt and ud-gum in it")
  }
  const sentences = (path: string): Word[][] => treebank(join(folder, path)).flatMap(d => d.sentences.map(s => s.words))
  const train = [...sentences("ud-ewt/en_ewt-ud-train.conllu"), ...sentences("ud-gum/en_gum-ud-train.open.conllu")]
  const dev = {ewt: sentences("ud-ewt/en_ewt-ud-dev.conllu"), gum: sentences("ud-gum/en_gum-ud-dev.open.conllu")}
  const tagNames = [...new Set(train.flat().map(w => `${w.upos} ${w.xpos}`))].sort()
  const tagNumber = new Map(tagNames.map((name, i) => [name, i]))
  const relations = [...new Set(train.flat().map(w => w.relation))].sort()
  const relationNumber = new Map(relations.map((name, i) => [name, i]))
  const exampleOf = (words: Word[]): Example => ({
    words,
    views: viewsOf(words.map(w => w.form)),
    gold: Int32Array.from(words, w => tagNumber.get(`${w.upos} ${w.xpos}`) ?? 0),
    heads: Int32Array.from(words, w => (w.head < 0 ? words.length : w.head)),
    labels: Int32Array.from(words, w => relationNumber.get(w.relation) ?? 0)
  })
  return {
    tags: tagNames.map(name => ({upos: name.split(" ")[0]!, xpos: name.split(" ")[1]!})),
    relations,
    examples: train.map(exampleOf),
    copies: train.map(words => variantsOf(words, random).map(exampleOf)),
    dev,
    exampleOf
  }
}

/// Copies of some sentences as careless, loud or hurried writers have them: in small letters (which is also how capitals are
/// read), without the last stop, without the article they begin with ("Rebels left"), like headlines, and cut down to who did
/// what to whom.
function variantsOf(words: Word[], random: () => number): Word[][] {
  const variants: Word[][] = []
  if (random() < 0.12) variants.push(words.map(low))
  const last = words.length - 1
  if (random() < 0.1 && words.length > 2 && isBareStop(words, last)) variants.push(words.slice(0, last))
  if (random() < 0.6 && words.length > 4 && isBareArticle(words, 0) && words[1]!.upos !== "PROPN") {
    const [second, ...rest] = without(words, i => i === 0)
    variants.push([{...second!, form: second!.form.charAt(0).toUpperCase() + second!.form.slice(1)}, ...rest])
  }
  if (random() < 0.06 && words.length > 4) {
    const short = without(words, i => isBareArticle(words, i) || isBareStop(words, i))
    if (short.length > 2) variants.push(short.map(low))
  }
  words.forEach((_, verb) => {
    variants.push(...coreOf(words, verb))
  })
  return variants
}

const finite = new Set(["VBD", "VBZ", "VBP"])
const ofNoun = new Set(["det", "amod", "compound", "nummod", "flat", "nmod:poss", "case", "advmod"])
const nouns = new Set(["NOUN", "PROPN"])

/// A verb in the past or present with its subject, its object and one phrase with a preposition behind it, as a sentence of its
/// own: "The Albanian government called in Turkish rescuers." None where they are long or something else is bound up in them.
function coreOf(words: readonly Word[], verb: number): Word[][] {
  if (!finite.has(words[verb]!.xpos) || words[verb]!.upos !== "VERB") return []
  const children = (at: number): number[] => words.flatMap((w, i) => (w.head === at ? [i] : []))
  const below = children(verb)
  const one = (relation: string): number => below.find(i => words[i]!.relation === relation) ?? -1
  const subject = one("nsubj")
  const object = one("obj")
  const oblique = below.find(i => i > Math.max(verb, object) && words[i]!.relation === "obl" && nouns.has(words[i]!.upos)) ?? -1
  const bound = below.some(i => /^(?:xcomp|ccomp|iobj|cop|expl|csubj)/.test(words[i]!.relation))
  if (subject < 0 || subject > verb || !nouns.has(words[subject]!.upos) || (object < 0 && oblique < 0) || bound) return []
  if (object >= 0 && (object < verb || !nouns.has(words[object]!.upos))) return []
  const kept = new Set([verb, ...below.filter(i => words[i]!.relation === "compound:prt")])
  const phrase = (at: number, modified: boolean): void => {
    kept.add(at)
    for (const i of children(at)) {
      const {relation, upos} = words[i]!
      if (ofNoun.has(relation)) phrase(i, false)
      else if (modified && relation === "nmod" && i > at && nouns.has(upos)) phrase(i, false)
    }
  }
  phrase(subject, false)
  if (object >= 0) phrase(object, true)
  if (oblique >= 0) phrase(oblique, false)
  if (kept.size < 3 || kept.size > 14) return []
  const place = [...kept].sort((a, b) => a - b)
  const core = place.map(i => ({...words[i]!, head: i === verb ? -1 : place.indexOf(words[i]!.head)}))
  core[place.indexOf(verb)]!.relation = "root"
  core[0]!.form = core[0]!.form.charAt(0).toUpperCase() + core[0]!.form.slice(1)
  const stop = {form: ".", lemma: ".", upos: "PUNCT", xpos: ".", head: place.indexOf(verb), relation: "punct", tight: false}
  return [[...core, stop]]
}

const low = (word: Word): Word => ({...word, form: word.form.toLowerCase()})

/// "The", "a", "our" before a noun, on which nothing hangs.
const isBareArticle = (words: readonly Word[], i: number): boolean =>
  words[i]!.relation === "det" || words[i]!.relation === "nmod:poss"
    ? /^(?:the|an?|some|these|those|our|their|my|his|her)$/i.test(words[i]!.form) && !words.some(w => w.head === i)
    : false

const isBareStop = (words: readonly Word[], i: number): boolean =>
  i === words.length - 1 && words[i]!.upos === "PUNCT" && !words.some(w => w.head === i)

function without(words: readonly Word[], gone: (i: number) => boolean): Word[] {
  const place: number[] = []
  let kept = 0
  words.forEach((_, i) => {
    place.push(gone(i) ? -1 : kept++)
  })
  return words.flatMap((w, i) => (gone(i) ? [] : [{...w, head: w.head < 0 ? -1 : place[w.head]!}]))
}

/// A generator of numbers from 0 to 1 that a seed determines (mulberry32).
export function seeded(start: number): () => number {
  let a = start
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
