import {relater} from "./coding/between.ts"
import {coder, codingWords} from "./coding/coder.ts"
import {confidenceWeights, confident} from "./coding/confidence.ts"
import {type OwnModel, ownTyper, taught} from "./coding/own-model.ts"
import type {Rule} from "./coding/rule.ts"
import {rules as allRules} from "./coding/rules/list.ts"
import {typer, typingWeights} from "./coding/typing.ts"
import type {WordClasses} from "./coding/words.ts"
import {type DocumentReader, documentReader} from "./language/document.ts"
import {type Syntax, syntaxReader} from "./language/syntax.ts"
import {languageWords} from "./language/words.ts"
import {actorFinder} from "./mentions/actors/finder.ts"
import {type ActorLexicon, actorLexicon} from "./mentions/actors/lexicon.ts"
import {type OwnEntry, ownEntries, ownNames} from "./mentions/actors/own.ts"
import {type OwnActor, withOwn} from "./mentions/actors/own-actors.ts"
import {actorTables} from "./mentions/actors/tables.ts"
import {mentionFinder} from "./mentions/mentions.ts"
import {nameFinder} from "./mentions/names.ts"
import {placeFinder} from "./mentions/places/finder.ts"
import {gazetteer} from "./mentions/places/gazetteer.ts"
import {dayFinder, type Told} from "./mentions/publication.ts"
import {timeFinder} from "./mentions/times/finder.ts"
import type {Article, Coding, Document, Mentions, Reading} from "./model/model.ts"
import type {Resources} from "./resources.ts"

/// The whole journey on one page, and the only file that knows its order:
/// Article → Document → Mentions → EventMentions.

/// What a user brings along: actors by the user's own codes, other rules, a model of what events are called.
export interface Own {
  /// Actors with names, countries and dated roles; they add to the shipped ones and override them.
  readonly actors?: readonly OwnActor[]
  readonly gazetteer?: readonly OwnEntry[]
  readonly agents?: readonly OwnEntry[]
  readonly rules?: readonly Rule[]
  /// The word classes that these rules ask for, where they are not the shipped ones.
  readonly classes?: WordClasses
  /// Learned from the user's own labels.
  readonly model?: OwnModel
  /// Read the grammar with the smaller network: quicker, and a little worse (docs/language.md).
  readonly fast?: boolean
}

export interface Reader {
  /// Everything that is read out of one article, step by step. Any text gives a reading.
  read(article: Article): Reading
  /// The steps by themselves, for whoever needs less or starts in the middle.
  readonly documents: DocumentReader
  readonly mentions: (document: Document) => Mentions
  readonly code: (document: Document, mentions: Mentions) => Coding
  /// In which small-letter forms a lemma may stand in a text.
  readonly forms: (lemma: string) => readonly string[]
}

/// Opens words and weights once; readers made of them share all but what the user brings along.
export function readers(resources: Resources): (own?: Own) => Reader {
  const languages = new Map<string, {readonly syntax: Syntax; readonly reading: DocumentReader}>()
  const languageOf = (weights: "english" | "english-fast") => {
    const held = languages.get(weights)
    if (held) return held
    const syntax = syntaxReader(resources.weights(weights))
    const opened = {syntax, reading: documentReader(syntax, languageWords(resources.yaml))}
    languages.set(weights, opened)
    return opened
  }
  const names = nameFinder(resources.weights("names"))
  const times = timeFinder()
  const tables = actorTables(resources.rows, resources.table)
  let shipped: ActorLexicon | undefined
  const lexiconOf = (actors: readonly OwnActor[] = []): ActorLexicon =>
    actors.length > 0 ? actorLexicon(withOwn(tables, actors)) : (shipped ??= actorLexicon(tables))
  const places = placeFinder(
    gazetteer({
      countries: resources.rows("places/countries.tsv"),
      regions: resources.rows("places/regions.tsv"),
      lands: resources.rows("places/lands.tsv"),
      sites: resources.rows("places/sites.tsv"),
      towns: resources.rows("places/towns.tsv"),
      peoples: resources.rows("places/peoples.tsv"),
      ordinary: resources.rows("places/ordinary.tsv"),
      packed: resources.weights("places")
    })
  )
  const words = codingWords(resources.yaml)
  const confidence = confidenceWeights(resources.weights("confidence").bytes)
  const taughtBy = (model: OwnModel) => {
    const shipped = typer(typingWeights(resources.weights("typing").bytes), words.classes, allRules)
    return taught(ownTyper(model, shipped, relater(shipped)))
  }
  return (own = {}) => {
    const {syntax, reading} = languageOf(own.fast ? "english-fast" : "english")
    const documents = own.gazetteer ? reading.knowing(ownNames(own.gazetteer)) : reading
    const known = own.gazetteer || own.agents ? ownEntries(own.gazetteer ?? [], own.agents ?? []) : undefined
    const lexicon = lexiconOf(own.actors)
    const mentions = mentionFinder({names, times, places, actors: actorFinder(lexicon, known)})
    const dayOf = dayFinder(lexicon)
    const plain = coder(own.classes ? {...words, classes: own.classes} : words, own.rules)
    const rated = confident(confidence, own.rules ?? allRules)
    const retold = own.model && taughtBy(own.model)
    const code: Reader["code"] = (document, found) => {
      const coding = rated(document, plain(document, found))
      return retold ? retold(document, coding) : coding
    }
    const read: Reader["read"] = article => {
      const document = documents.read(article)
      const found = mentions(document)
      const told = article.published === undefined ? dayOf(document, found) : undefined
      // Now that its day is known, everything is read as of that day.
      if (told) return read(dated(article, told))
      return {article, document, mentions: found, coding: code(document, found)}
    }
    return {documents, mentions, code, read, forms: syntax.forms}
  }
}

const dated = (article: Article, {day, from}: Told): Article => ({
  ...article,
  published: day,
  removed: [{at: 0, text: "", reason: `published ${day} inferred from ${from}`}, ...article.removed]
})

/// The reader, with its words and weights opened.
export const reader = (resources: Resources, own?: Own): Reader => readers(resources)(own)
