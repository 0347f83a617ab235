import type {Exporter} from "./exporter.ts"
import {flatColumns, flatRows} from "./flat.ts"

/// One feature an event (RFC 7946). A point only where the place is one; a country is no pin, so such an event has no geometry.
export const geojson: Exporter = {
  name: "geojson",
  says: "one feature an event for QGIS and web maps; events whose place is no point have no geometry",
  mediaType: "application/geo+json",
  extension: "geojson",
  row: "event",
  async *write(events, known) {
    yield '{"type":"FeatureCollection","features":['
    let between = "\n"
    for await (const row of flatRows(events, known)) {
      const {latitude, longitude} = row
      const properties = Object.fromEntries(flatColumns.map(c => [c.name, row[c.name] ?? null]))
      const geometry =
        latitude === undefined || longitude === undefined ? null : {type: "Point", coordinates: [longitude, latitude]}
      yield between + JSON.stringify({type: "Feature", id: row.event_id, geometry, properties})
      between = ",\n"
    }
    yield "\n]}\n"
  }
}
