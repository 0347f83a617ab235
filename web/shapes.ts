import type {Context} from "@observablehq/plot"
import {plot} from "@observablehq/plot"
import {feature, mesh} from "topojson-client"
import type {GeometryCollection, Topology} from "topojson-specification"
import fine from "world-atlas/countries-50m.json?url"
import coarse from "world-atlas/countries-110m.json?url"
import {client} from "./client.ts"
import {away, type Frame, holds, isWorld, type Spot} from "./globe.ts"

/// The shapes of land and countries (Natural Earth) and their places on a drawing.

type Shapes = Topology<{countries: GeometryCollection<{name: string}>; land: GeometryCollection}>
/// GeoJSON, as far as it is looked into here.
type Shape = object
type Ring = readonly (readonly number[])[]
export interface Country {
  readonly properties: {readonly name: string}
  readonly geometry:
    | {readonly type: "Polygon"; readonly coordinates: readonly Ring[]}
    | {readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[]}
}
interface Points {
  readonly type: "MultiPoint"
  readonly coordinates: number[][]
}

export interface Globe {
  readonly land: Shape
  readonly borders: Shape
  /// Borders of what several hold theirs.
  readonly disputed: Shape
  readonly countries: readonly Country[]
}

/// What Natural Earth draws apart because it is disputed.
const disputed: ReadonlySet<string> = new Set([
  "N. Cyprus",
  "Somaliland",
  "Siachen Glacier",
  "W. Sahara",
  "Kosovo",
  "Palestine",
  "Taiwan"
])

export const globe =
  (close: boolean) =>
  async (signal?: AbortSignal): Promise<Globe> => {
    const shapes = await client.file<Shapes>(close ? fine : coarse)(signal)
    const {countries, land} = shapes.objects
    type Named = {readonly properties?: {readonly name?: string}}
    const apart = (a: unknown, b: unknown): boolean => [a, b].some(side => disputed.has((side as Named).properties?.name ?? ""))
    return {
      land: feature(shapes, land),
      borders: mesh(shapes, countries, (a, b) => a !== b && !apart(a, b)),
      disputed: mesh(shapes, countries, (a, b) => a !== b && apart(a, b)),
      countries: feature(shapes, countries).features as unknown as Country[]
    }
  }

export interface Drawing {
  /// A shape as the path of an SVG, cut at the edge of what is drawn; empty if nothing of it is.
  path(shape: Shape): string
  /// Where a spot stands, also beyond the edge.
  at(spot: Spot): readonly [number, number] | undefined
  /// The middle of what is drawn of a shape, and how much that is in square pixels.
  middle(shape: Shape): {readonly x: number; readonly y: number; readonly area: number} | undefined
}

/// The world without the ice at its foot.
const inhabited = (lon: number): Points => ({
  type: "MultiPoint",
  coordinates: [
    [lon - 179.9, 0],
    [lon + 179.9, 0],
    [lon, -57],
    [lon, 84]
  ]
})

/// A frame of the globe on so many pixels. Areas stay true to one another.
export function drawing(frame: Frame, width: number, height: number): Drawing {
  let context: Context | undefined
  const edges: Points = {
    type: "MultiPoint",
    coordinates: [90, 270].map(b => {
      const {lon, lat} = away(frame, b, frame.width / 2)
      return [lon, lat]
    })
  }
  plot({
    width,
    height,
    margin: 0,
    projection: isWorld(frame)
      ? {type: "equal-earth", rotate: [-frame.lon, 0], domain: inhabited(frame.lon)}
      : {type: "azimuthal-equal-area", rotate: [-frame.lon, -frame.lat], domain: edges},
    // a mark that draws nothing: Plot makes the projection, the page draws the marks
    marks: [
      (_index, _scales, _values, _dimensions, given) => {
        context = given
        return null
      }
    ]
  })
  const made = context!
  const pen = made.path()
  const finite = (n: number): boolean => Number.isFinite(n)
  return {
    path: shape => pen(shape as Parameters<typeof pen>[0]) ?? "",
    at({lon, lat}) {
      let found: readonly [number, number] | undefined
      made
        .projection!.stream({
          point: (x: number, y: number) => (found = [x, y]),
          lineStart() {},
          lineEnd() {},
          polygonStart() {},
          polygonEnd() {}
        })
        .point(lon, lat)
      return found?.every(finite) ? found : undefined
    },
    middle(shape) {
      const of = shape as Parameters<typeof pen>[0]
      const [x, y] = pen.centroid(of)
      return finite(x) && finite(y) ? {x, y, area: pen.area(of)} : undefined
    }
  }
}

/// The country whose land holds a spot.
export const countryAt = (countries: readonly Country[], spot: Spot): Country | undefined =>
  countries.find(({geometry}) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
    return polygons.some(([outer]) => outer !== undefined && holds(outer, spot))
  })
