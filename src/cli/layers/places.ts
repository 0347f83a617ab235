import {nameFinder} from "../../mentions/names.ts"
import {placeFinder} from "../../mentions/places/finder.ts"
import {gazetteer, type Tables} from "../../mentions/places/gazetteer.ts"
import type {Resources} from "../../resources.ts"
import {isText, type Layer, wanted} from "./layer.ts"
import {taggedReader} from "./tagged.ts"

export const places: Layer = {
  name: "places",
  says: "names of places and where they are",
  open(resources) {
    const reader = taggedReader(resources)
    const names = nameFinder(resources.weights("names"))
    const find = placeFinder(gazetteer(placeTables(resources)))
    return question => {
      const document = reader.read(wanted(question, "text", isText, "the text to read"))
      return {
        places: find(document, names(document)).map(({span, text, means}) => ({
          start: span.start,
          end: span.end,
          name: means?.name ?? text,
          ...(means && {lat: means.lat, lon: means.lon, grain: means.grain}),
          ...(means?.country !== undefined && {country: means.country}),
          ...(means?.geonames !== undefined && {geonames: means.geonames})
        }))
      }
    }
  }
}

/// The tables of data/places, for `gazetteer`.
export const placeTables = (resources: Resources): Tables => ({
  countries: resources.rows("places/countries.tsv"),
  regions: resources.rows("places/regions.tsv"),
  lands: resources.rows("places/lands.tsv"),
  sites: resources.rows("places/sites.tsv"),
  towns: resources.rows("places/towns.tsv"),
  peoples: resources.rows("places/peoples.tsv"),
  ordinary: resources.rows("places/ordinary.tsv"),
  packed: resources.weights("places")
})
