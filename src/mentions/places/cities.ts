import {gunzipSync} from "node:zlib"
import {keyOf} from "./fold.ts"

/// A town of the packed table.
export interface City {
  readonly id: number
  readonly name: string
  readonly country: string
  /// The first-order division it lies in, by GeoNames' code; for the United States the two letters of the state.
  readonly admin: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  /// 3 capital of a country, 2 of a province, 1 of a lesser division, 0 else.
  readonly seat: number
}

/// How towns lie in data/weights/places.bin (gzip): five counts, the keys in order of their hash, the columns, the names.
export function packCities(cities: readonly City[], keys: readonly (readonly [name: string, city: number])[]): Uint8Array {
  const countries = [...new Set(cities.map(c => c.country))].sort()
  const admins = [...new Set(cities.map(c => c.admin))].sort()
  const names = new TextEncoder().encode(cities.map(c => c.name).join("\n"))
  const lists = new TextEncoder().encode(JSON.stringify({countries, admins}))
  const hashed = keys.map(([name, city]) => ({...keyOf(name), city})).sort((a, b) => a.hash - b.hash || a.city - b.city)
  const bytes = new Uint8Array(20 + hashed.length * 10 + cities.length * 21 + lists.length + names.length)
  const view = new DataView(bytes.buffer)
  ;[hashed.length, cities.length, lists.length, names.length, 1].forEach((n, i) => {
    view.setUint32(i * 4, n, true)
  })
  let at = 20
  const column = (count: number, width: number, put: (i: number, at: number) => void): void => {
    for (let i = 0; i < count; i++) put(i, at + i * width)
    at += count * width
  }
  column(hashed.length, 4, (i, p) => view.setInt32(p, hashed[i]!.hash, true))
  column(hashed.length, 4, (i, p) => view.setUint32(p, hashed[i]!.city, true))
  column(hashed.length, 2, (i, p) => view.setUint16(p, hashed[i]!.check, true))
  column(cities.length, 4, (i, p) => view.setInt32(p, Math.round(cities[i]!.lat * 1e5), true))
  column(cities.length, 4, (i, p) => view.setInt32(p, Math.round(cities[i]!.lon * 1e5), true))
  column(cities.length, 4, (i, p) => view.setUint32(p, cities[i]!.population, true))
  column(cities.length, 4, (i, p) => view.setUint32(p, cities[i]!.id, true))
  column(cities.length, 2, (i, p) => view.setUint16(p, admins.indexOf(cities[i]!.admin), true))
  column(cities.length, 2, (i, p) => view.setUint16(p, countries.indexOf(cities[i]!.country), true))
  column(cities.length, 1, (i, p) => view.setUint8(p, cities[i]!.seat))
  bytes.set(lists, at)
  bytes.set(names, at + lists.length)
  return bytes
}

export interface Cities {
  readonly size: number
  /// The towns of a folded name.
  find(name: string): readonly City[]
  /// The table, in order.
  at(index: number): City
}

/// Opens the packed table: nothing is parsed but what is asked for.
export function openCities(packed: Uint8Array): Cities {
  const bytes = gunzipSync(packed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [keys, size, lists, names] = [0, 4, 8, 12].map(p => view.getUint32(p, true)) as [number, number, number, number]
  const hashAt = 20
  const cityAt = hashAt + keys * 4
  const checkAt = cityAt + keys * 4
  const latAt = checkAt + keys * 2
  const lonAt = latAt + size * 4
  const populationAt = lonAt + size * 4
  const idAt = populationAt + size * 4
  const adminAt = idAt + size * 4
  const countryAt = adminAt + size * 2
  const seatAt = countryAt + size * 2
  const listsAt = seatAt + size
  const decoder = new TextDecoder()
  const known: {countries: string[]; admins: string[]} = JSON.parse(decoder.decode(bytes.subarray(listsAt, listsAt + lists)))
  // Where each name begins is found once, by its line end.
  const starts = new Uint32Array(size + 1)
  let line = 1
  const end = listsAt + lists + names
  starts[0] = listsAt + lists
  for (let i = listsAt + lists; i < end; i++) if (bytes[i] === 10) starts[line++] = i + 1
  starts[size] = end + 1
  const at = (i: number): City => ({
    id: view.getUint32(idAt + i * 4, true),
    name: decoder.decode(bytes.subarray(starts[i]!, starts[i + 1]! - 1)),
    country: known.countries[view.getUint16(countryAt + i * 2, true)]!,
    admin: known.admins[view.getUint16(adminAt + i * 2, true)]!,
    lat: view.getInt32(latAt + i * 4, true) / 1e5,
    lon: view.getInt32(lonAt + i * 4, true) / 1e5,
    population: view.getUint32(populationAt + i * 4, true),
    seat: view.getUint8(seatAt + i)
  })
  return {
    size,
    at,
    find(name) {
      const {hash, check} = keyOf(name)
      let low = 0
      let high = keys
      while (low < high) {
        const middle = (low + high) >>> 1
        if (view.getInt32(hashAt + middle * 4, true) < hash) low = middle + 1
        else high = middle
      }
      const found: City[] = []
      for (; low < keys && view.getInt32(hashAt + low * 4, true) === hash; low++) {
        if (view.getUint16(checkAt + low * 2, true) === check) found.push(at(view.getUint32(cityAt + low * 4, true)))
      }
      return found
    }
  }
}
