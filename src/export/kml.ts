import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {dateSaid, headline} from "./headline.ts"
import {xml} from "./xml.ts"

/// KML 2.2, for Google Earth: a placemark an event; a point only where the place is one; its time as finely as it was said.
export const kml: Exporter = {
  name: "kml",
  says: "placemarks for Google Earth, with times; events whose place is no point have no pin",
  mediaType: "application/vnd.google-earth.kml+xml",
  extension: "kml",
  row: "event",
  async *write(events, {country}) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>Events reported by news articles</name>\n'
    for await (const event of events) {
      const {latitude, longitude, event_date: begin, event_date_end: end, quote} = flatRow(event, country)
      const span =
        begin === undefined ? "" : `<TimeSpan><begin>${begin}</begin>${end === undefined ? "" : `<end>${end}</end>`}</TimeSpan>`
      const point = latitude === undefined ? "" : `<Point><coordinates>${longitude},${latitude}</coordinates></Point>`
      const words = [dateSaid(event.time), event.place?.name, quote && `“${quote}”`].filter(w => w).join(" · ")
      yield `<Placemark id="e${event.id}"><name>${xml(headline(event))}</name><description>${xml(words)}</description>${span}${point}</Placemark>\n`
    }
    yield "</Document>\n</kml>\n"
  }
}
