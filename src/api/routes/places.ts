import * as z from "zod"
import {networkAround} from "../../store/questions/network.ts"
import {lanesUnder, placesUnder} from "../../store/questions/places.ts"
import type {Lanes, Network, OfficeList, PlaceList} from "../contract.ts"
import {counted, list} from "../list.ts"
import {forms, type Route, route, rowsOf} from "../route.ts"
import {text, whole} from "../schemas/named.ts"
import * as schemas from "../schemas/views.ts"
import {named} from "./parties.ts"

const upTo = (most: number, otherwise: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .refine(n => Number(n) <= most, `a whole number between 1 and ${most}`)
    .describe(`1 to ${most}; ${otherwise} if not given`)
    .optional()

/// Where the events happened, when each of the busiest actors did what, and who has to do with whom.
export const places: readonly Route[] = [
  list<PlaceList["places"][number]>({
    path: "/places",
    name: "listPlaces",
    says: "Where the events happened, most first; `unplaced` are those of which no place is told",
    key: "places",
    row: schemas.placeRow,
    filtered: true,
    most: 100_000,
    also: {events: whole, unplaced: whole},
    async page({desk, filters}, page) {
      const found = await placesUnder(desk.store, filters)
      return {
        ...counted(found.places.slice(page.offset, page.offset + page.limit + 1), page),
        also: {events: found.total, unplaced: found.unplaced}
      }
    },
    entry: ({place, events}) => ({
      id: `place:${place.id}`,
      title: place.name,
      words: `${events} events`,
      page: `/ledger?place=${encodeURIComponent(`id:${place.id}`)}`
    }),
    point: ({place}) =>
      (place.grain === "exact" || place.grain === "city") && place.lat !== undefined && place.lon !== undefined
        ? [place.lon, place.lat]
        : undefined
  }),

  route({
    method: "get",
    path: "/lanes",
    name: "getLanes",
    says: "What each of the busiest actors did over time, the most reported of each; a vague date keeps the words it was told in",
    filtered: true,
    query: z.object({
      lanes: upTo(20, 6),
      most: upTo(500, 150),
      only: text.describe("Country codes or ids to show, whatever they did; commas between").optional()
    }),
    answer: schemas.lanes,
    async reply({desk, filters, query}) {
      const only = query.only?.split(",").filter(Boolean)
      const {lanes, undated} = await lanesUnder(desk.store, filters, Number(query.lanes ?? 6), Number(query.most ?? 150), only)
      return {
        undated,
        lanes: lanes.map(({id, name, events, marks}) => ({
          id,
          name: desk.country(id)?.name ?? name,
          events,
          marks: marks.map(({id, type, mode, quad, status, actors, recipients, time, reports, words}) => ({
            id,
            type,
            ...(mode !== undefined && {mode}),
            quad,
            status,
            actors,
            recipients,
            time: time!,
            reports,
            ...(words !== undefined && {words})
          }))
        }))
      } satisfies Lanes
    }
  }),

  route({
    method: "get",
    path: "/offices",
    name: "listOffices",
    says: "Who held which office of a country, as the lists of actors have it",
    query: z.object({of: text.describe("A country's code").meta({examples: ["RUS"]})}),
    answer: z.strictObject({offices: z.array(schemas.office)}),
    reply: async ({desk, query}) => ({offices: desk.offices?.(query.of) ?? []}) satisfies OfficeList
  }),

  route({
    method: "get",
    path: "/network",
    name: "getNetwork",
    says: "Those around one or a pair: whom they stand with in most events, and how far these are cooperation",
    filtered: true,
    query: z.object({
      around: text.describe("A country's code or an actor's id, or two with a comma between"),
      limit: upTo(150, 24)
    }),
    answer: schemas.network,
    forms,
    rows: rowsOf<Network, Network["edges"][number]>({
      of: ({edges}) => edges,
      row: schemas.networkEdge,
      entry: ({a, b, events, cooperation}) => ({
        id: `edge:${a}:${b}`,
        title: `${a}, ${b}: ${events} events`,
        words: `${cooperation} of them cooperation`,
        page: `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`
      })
    }),
    async reply({desk, filters, query}) {
      const around = query.around.split(",").filter(Boolean).slice(0, 2)
      const {ids, edges, left} = await networkAround(desk.store, filters, around, Number(query.limit ?? 24))
      const nodes = ids.map(({id, name}) => ({
        id,
        name: desk.country(id)?.name ?? name ?? named(desk, id),
        centre: around.includes(id)
      }))
      return {nodes, edges, left} satisfies Network
    }
  })
]
