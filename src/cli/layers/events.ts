import type {EventMention, Grounded, Party} from "../../model/model.ts"
import {articleId} from "../../model/model.ts"
import {type Reader, readers} from "../../pipeline.ts"
import {isText, type Layer, type Question, wanted} from "./layer.ts"

/// Every event that is told in a text, also what is planned, denied or long past.
export const events: Layer = {
  name: "events",
  says: "who does what to whom, when, where and by whose word, in PLOVER",
  open(resources) {
    const open = readers(resources)
    let known = ""
    let reader = open()
    /// Questions tend to bring the same actors; the reader for them is kept until others come.
    const readerFor = (question: Question): Reader => {
      const key = JSON.stringify([question.gazetteer ?? [], question.agents ?? []])
      if (key !== known && (known !== "" || question.gazetteer || question.agents)) {
        reader = open({
          gazetteer: entries(question, "gazetteer"),
          agents: entries(question, "agents")
        })
        known = key
      }
      return reader
    }
    return question => {
      const text = wanted(question, "text", isText, "the text to read")
      const published = isText(question.date) ? question.date : undefined
      const {coding} = readerFor(question).read({
        id: articleId(undefined, text),
        text,
        removed: [],
        ...(published ? {published} : {})
      })
      return {events: coding.events.map(answer)}
    }
  }
}

function entries(question: Question, field: string): readonly {name: string; code: string}[] {
  if (question[field] === undefined) return []
  return wanted(question, field, isEntries, "a list of {name, code}")
}

const isEntries = (value: unknown): value is {name: string; code: string}[] =>
  Array.isArray(value) && value.every(e => isText(e?.name) && isText(e?.code))

function answer(event: EventMention): Record<string, unknown> {
  const {claim, time, place} = event
  return {
    type: event.type,
    ...(event.mode ? {mode: event.mode} : {}),
    actors: event.actors.map(side),
    recipients: event.recipients.map(side),
    predicate: event.predicate.span,
    // What somebody only alleges or doubts is not passed on as a fact.
    status: (claim.stance === "alleges" || claim.stance === "doubts") && claim.status === "happened" ? "possible" : claim.status,
    ...(time ? {time: time.means} : {}),
    ...(place
      ? {
          place: {
            name: place.means.name,
            ...(place.means.country ? {country: place.means.country} : {}),
            ...(place.means.lat !== undefined ? {lat: place.means.lat, lon: place.means.lon} : {})
          }
        }
      : {}),
    by: claim.by.kind === "actor" ? {name: claim.by.party.name} : "publisher",
    stance: claim.stance,
    contexts: event.contexts,
    ...(event.tolls.length > 0 ? {tolls: event.tolls.map(({what, low, high}) => ({what, low, high}))} : {}),
    ...(event.background ? {background: true} : {}),
    confidence: event.confidence,
    sentence: event.sentenceSpan,
    why: `${event.why.rule}: ${event.why.says.join("; ")}`
  }
}

function side({means, evidence}: Grounded<Party>): Record<string, unknown> {
  const span = evidence[0]?.span
  return {...(span ? {start: span.start, end: span.end} : {}), name: means.name, code: codeOf(means)}
}

/// Country first, then sectors, each once: a user's codes for a place and for an office may name the same sector.
const codeOf = ({country, sectors}: Party): string =>
  [...new Set([...(country ? [country] : []), ...sectors].join(" ").split(" "))].join(" ")
