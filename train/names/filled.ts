import {readFileSync} from "node:fs"
import type {Syntax} from "../../src/language/syntax.ts"
import {labels} from "../../src/mentions/names/labels.ts"
import {openCities} from "../../src/mentions/places/cities.ts"
import type {Resources} from "../../src/resources.ts"
import type {Labelled} from "../names-corpora.ts"

/// The sentences of `sentences.txt`, each filled in `times` times with names of data/ and with names made up of their parts,
/// so that what stands round a name is learned and not the name. The same random numbers give the same sentences.
export function filledSentences(times: number, resources: Resources, syntax: Syntax, random: () => number): Labelled[] {
  const fill = fillings(resources, random)
  const lines = readFileSync(new URL("sentences.txt", import.meta.url), "utf8")
    .split("\n")
    .filter(line => line !== "" && !line.startsWith("#"))
  const documents: Labelled[] = []
  for (let time = 0; time < times; time++) for (const line of lines) documents.push(labelled(filled(line, fill, random), syntax))
  return documents
}

const none: ReadonlySet<number> = new Set()

type Kind = "person" | "organization" | "location"
interface Part {
  readonly text: string
  readonly kind?: Kind
}
type Fill = Readonly<Record<string, () => string>>

const kindOf: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(["person", "surname", "firstname"].map(slot => [slot, "person"])),
  ...Object.fromEntries(
    [
      ...["ministry", "agency", "party", "court", "org", "company", "paper", "club", "league", "university", "institute"],
      ...["hospital", "school", "college", "group", "acronym"]
    ].map(slot => [slot, "organization"])
  ),
  ...Object.fromEntries(
    [
      ...["city", "town", "country", "region", "county", "land", "island", "sea", "lake", "river", "mountain", "mountain-range"],
      ...["hotel", "restaurant", "airport", "street", "square", "church", "stadium", "museum", "bridge"]
    ].map(slot => [slot, "location"])
  )
}

/// The parts of a line: a name in braces, a slot, or plain words. A surname is mostly that of the last person named in the line, and
/// what stands twice in a line of several sentences is mostly the same.
function filled(line: string, fill: Fill, random: () => number): Part[] {
  const parts: Part[] = []
  const named = new Map<string, string>()
  const several = /[.!?"] \p{Lu}|[.!?] </u.test(line)
  let surname: string | undefined
  const slotText = (slot: string): string => {
    if (slot === "surname" && surname && random() < 0.8) return surname
    const before = several ? named.get(slot) : undefined
    const make = fill[slot]
    if (!make) throw new Error(`train/names/sentences.txt: nothing to fill "${slot}" with`)
    const text = before && slot !== "person" && slot !== "number" && random() < 0.5 ? before : make()
    named.set(slot, text)
    if (slot === "person") surname = text.split(" ").at(-1)
    return text
  }
  for (const piece of line.split(/(\{[^}]*\}|<[a-z-]+>)/)) {
    const slot = /^<([a-z-]+)>$/.exec(piece)?.[1]
    const name = /^\{(\w+) ([^}]*)\}$/.exec(piece)
    if (name) parts.push({text: name[2]!.replace(/<([a-z-]+)>/g, (_, inner: string) => slotText(inner)), kind: name[1] as Kind})
    else if (slot) {
      let text = slotText(slot)
      const kind = kindOf[slot]
      // "the The Times"
      if (/^The /.test(text) && (kind || /[Tt]he $/.test(parts.at(-1)?.text ?? ""))) {
        if (kind && !/[Tt]he $/.test(parts.at(-1)?.text ?? ""))
          parts.push({text: parts.length === 0 || parts.at(-1)!.text === "" ? "The " : "the "})
        text = text.slice(4)
      }
      parts.push(kind ? {text, kind} : {text})
    } else parts.push({text: piece})
  }
  const first = parts.find(part => part.text !== "")
  if (first && !first.kind) parts[parts.indexOf(first)] = {text: first.text[0]!.toUpperCase() + first.text.slice(1)}
  return parts
}

function labelled(parts: readonly Part[], syntax: Syntax): Labelled {
  const text = parts.map(part => part.text).join("")
  const {sentences, tokens} = syntax.read(text)
  const truth = new Uint8Array(tokens.length)
  let at = 0
  for (const part of parts) {
    const end = at + part.text.length
    if (part.kind) {
      const label = labels.indexOf(`B-${part.kind}`)
      let open = false
      tokens.forEach((token, i) => {
        if (token.start < at || token.end > end) return
        truth[i] = open ? label + 1 : label
        open = true
      })
    }
    at = end
  }
  return {document: {article: {id: "", text}, sentences, tokens, clauses: [], reports: [], notes: []}, truth, doubtful: none}
}

/// What to fill slots with.
function fillings(resources: Resources, random: () => number): Fill {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const lists = resources.yaml("names/lists.yaml") as Readonly<Record<string, string>>
  const list = (name: string): string[] =>
    lists[name]!.split(";")
      .map(text => text.trim().replace(/\s+/g, " "))
      .filter(Boolean)
  const words = resources.yaml("names/words.yaml") as Readonly<Record<string, string>>
  const split = (name: string): string[] =>
    words[name]!.trim()
      .split(/\s+/)
      .map(word => word.replaceAll("_", " "))
  const column = (path: string, name: string): string[] =>
    resources
      .rows(path)
      .map(row => row[name] ?? "")
      .filter(Boolean)
  const [given, surnames] = [split("given"), split("surnames")]
  const people = ["africa", "americas", "asia", "europe", "groups", "heads", "mideast", "oceania"].flatMap(file =>
    column(`actors/offices/${file}.tsv`, "person")
  )
  const countries = column("places/countries.tsv", "name").filter(name => !/[,(]/.test(name))
  const regions = column("places/regions.tsv", "name")
  const peoples = column("actors/countries.tsv", "adjectives").map(text => text.split(";")[0]!)
  const cities = openCities(resources.weights("places").bytes)
  const [large, small]: [string[], string[]] = [[], []]
  for (let i = 0; i < cities.size; i++) {
    const {name, population} = cities.at(i)
    if (/^\p{Lu}[\p{L} '-]+$/u.test(name)) (population >= 150000 ? large : small).push(name)
  }
  const [bodies, groups, organisations] = ["bodies", "groups", "organisations"].map(file => column(`actors/${file}.tsv`, "name"))

  // The front of one name and the end of another: a name that nobody knows.
  const crossed = (names: readonly string[]): string => {
    const [a, b] = [pick(names).split(/[ -]/)[0]!, pick(names).split(/[ -]/).at(-1)!]
    const front = /^.+?[aeiouy](?=[^aeiouy])/i.exec(a)?.[0] ?? a.slice(0, 3)
    const end = /[^aeiouy]+[aeiouy]+[^aeiouy]*[aeiouy]*$/i.exec(b)?.[0] ?? b.slice(-3)
    const made = front + end.toLowerCase()
    return made.length > 3 && made.length < 14 ? made : a
  }
  const one = (names: readonly string[], unknown = 0.4): string => (random() < unknown ? crossed(names) : pick(names))
  const any = (...makers: (() => string)[]): string => pick(makers)()
  const given1 = (): string => one(given, 0.25)
  const surname = (): string => {
    const name = one(surnames, 0.45)
    const r = random()
    return r < 0.04 ? `${name}-${one(surnames)}` : r < 0.07 ? `Mc${name}` : r < 0.09 ? `O'${name}` : name
  }
  const particle = [
    "van",
    "von",
    "de",
    "di",
    "da",
    "del",
    "van der",
    "de la",
    "al",
    "bin",
    "ben",
    "du",
    "le",
    "dos",
    "ibn",
    "Van",
    "De"
  ]
  const person = (): string => {
    const r = random()
    if (r < 0.25) return pick(people)
    if (r < 0.32) return `${given1()} ${String.fromCharCode(65 + Math.floor(random() * 23))}. ${surname()}`
    if (r < 0.38) return `${given1()} ${pick(particle)} ${surname()}`
    if (r < 0.44) return `${given1()} ${given1()} ${surname()}`
    if (r < 0.47) return `${String.fromCharCode(65 + Math.floor(random() * 23))}. ${surname()}`
    if (r < 0.49) return `${given1()} ${surname()} ${surname()}`
    return `${given1()} ${surname()}`
  }
  const city = (): string => one(large, 0.15)
  const town = (): string => one(small, 0.4)
  const country = (): string => (random() < 0.6 ? pick(countries.filter((_, i) => i % 2 === 0)) : pick(countries))
  const compass = ["North", "South", "East", "West", "Upper", "Lower", "New", "Northern", "Western", "Central"]
  const region = (): string =>
    any(
      () => pick(regions),
      () => one(regions, 0.8),
      () => `${pick(compass)} ${town()}`,
      () => pick(list("lands"))
    )
  const fields = [
    ...[
      "Foreign Affairs",
      "Defence",
      "Finance",
      "Health",
      "Education",
      "Agriculture",
      "Transport",
      "Energy",
      "Justice",
      "Labour",
      "Culture"
    ],
    ...[
      "Trade",
      "Fisheries",
      "Science",
      "Housing",
      "Statistics",
      "Customs",
      "Aviation",
      "Intelligence",
      "Forestry",
      "Human Rights",
      "Water"
    ],
    ...[
      "Emergency Situations",
      "Nuclear Safety",
      "Public Works",
      "the Interior",
      "the Environment",
      "Economic Development",
      "Tourism"
    ]
  ]
  const people1 = (): string => pick(peoples)
  const field = (): string => pick(fields)
  const short = (): string => field().replace(/^the /, "")
  const ministry = (): string =>
    any(
      () => `Ministry of ${field()}`,
      () => `${short()} Ministry`,
      () => `Department of ${field()}`,
      () => `${people1()} ${short()} Ministry`
    )
  const agencyNouns = [
    "Agency",
    "Authority",
    "Bureau",
    "Commission",
    "Service",
    "Office",
    "Administration",
    "Board",
    "Council",
    "Directorate"
  ]
  const acronym = (): string => {
    const letters = "ABCDEFGIKLMNOPRSTU"
    return Array.from({length: 3 + Math.floor(random() * 2)}, () => letters[Math.floor(random() * letters.length)]).join("")
  }
  const agency = (): string =>
    any(
      () =>
        `${pick(["National", "Federal", "State", "Central", "European", "Royal", "International"])} ${short()} ${pick(agencyNouns)}`,
      () => `${short()} ${pick(agencyNouns)}`,
      () => `${pick(agencyNouns)} of ${short()}`,
      () => `${pick(agencyNouns)} for ${short()}`,
      () => `${country()} ${short()} ${pick(agencyNouns)}`,
      () => `Bank of ${country()}`,
      acronym,
      () => pick(bodies!)
    )
  const partyWords = [
    "Labour",
    "Social Democratic",
    "Liberal",
    "National",
    "Green",
    "People's",
    "Christian Democratic",
    "Socialist",
    "Communist",
    "Farmers'"
  ]
  const party = (): string =>
    any(
      () => `${pick(partyWords)} Party`,
      () => `${pick(partyWords)} ${pick(["Party", "Union", "Alliance", "Front", "Movement", "League", "Congress", "Coalition"])}`,
      () =>
        `${pick(["Party of", "Alliance for", "Movement for", "Union of", "Front for"])} ${pick(["Freedom", "Democracy", "Justice", "Progress", "Unity", "Reform"])}`,
      () => `${people1()} ${pick(partyWords)} ${pick(["Party", "Union", "Alliance"])}`,
      () => pick(groups!)
    )
  const court = (): string =>
    any(
      () => "Supreme Court",
      () => "Constitutional Court",
      () => `${pick(["High", "Federal", "District", "Regional", "Supreme", "Appeals"])} Court of ${any(country, city, region)}`,
      () => `${city()} ${pick(["District Court", "Court of Appeal", "Regional Court"])}`,
      () => "International Criminal Court",
      () => "Court of Justice"
    )
  const org = (): string =>
    any(
      () => pick(organisations!),
      () => pick(organisations!),
      () =>
        `${pick(["International", "World", "European", "African", "Asian", "Global", "Pan-American", "Arab"])} ${pick(["Union", "Federation", "Council", "Committee", "Organization", "Association", "Bank", "Fund", "League", "Society"])}${random() < 0.5 ? ` of ${pick(["Nurses", "Jurists", "Journalists", "Engineers", "Chemists", "Churches", "Trade Unions", "Students"])}` : ""}`
    )
  const company = (): string =>
    any(
      () => pick(list("companies")),
      () => pick(list("companies")),
      () =>
        `${surname()} ${pick(["& Sons", "Brothers", "Group", "Holdings", "Motors", "Pharmaceuticals", "Industries", "Inc.", "Ltd", "Corp.", "AG", "Capital", "Records", "Airlines", "Energy"])}`,
      () => `${surname()} & ${surname()}`,
      () =>
        `${crossed(list("companies"))}${random() < 0.3 ? ` ${pick(["Inc", "Systems", "Software", "Bank", "Oil", "Media", "Foods", "Telecom", "Steel", "Chemicals"])}` : ""}`,
      () =>
        `${pick(["First", "National", "United", "Pacific", "Northern", "Royal", "General", "Standard", "Global"])} ${pick(["Oil", "Steel", "Bank", "Motors", "Insurance", "Airways", "Railways", "Electric", "Foods", "Media", "Mining"])}`,
      () =>
        `${any(city, country, region)} ${pick(["Airlines", "Steel", "Bank", "Gas", "Mining", "Telecom", "Petroleum", "Electric"])}`
    )
  const paper = (): string =>
    any(
      () => pick(list("papers")),
      () => pick(list("papers")),
      () => `The ${city()} ${pick(["Times", "Post", "Herald", "Gazette", "Daily News", "Tribune", "Chronicle", "Star"])}`,
      () => `Radio ${any(city, country)}`,
      () => `Journal of ${pick(["Ecology", "Medicine", "Physics", "Archaeology", "Economics"])}`
    )
  const club = (): string =>
    any(
      () => pick(list("clubs")),
      () => pick(list("clubs")),
      () => `${town()} ${pick(["United", "City", "FC", "Rovers", "Town", "Athletic", "Wanderers", "Rangers"])}`,
      () => `${pick(["FC", "AC", "SC", "Dynamo", "Sporting", "Real", "Red Star", "Spartak"])} ${any(city, town)}`,
      () =>
        `${city()} ${pick(["Tigers", "Bears", "Eagles", "Lions", "Hawks", "Wolves", "Kings", "Pirates", "Stars", "Bulls", "Sharks"])}`
    )
  const university = (): string =>
    any(
      () => `University of ${any(city, region, town, country)}`,
      () => `${any(city, town)} University`,
      () => `${surname()} University`,
      () => `${pick(["Technical", "Catholic", "State", "National", "Free", "American"])} University of ${any(city, country)}`,
      () =>
        `${any(city, region)} ${pick(["State University", "Institute of Technology", "Business School", "School of Economics", "Medical School"])}`,
      () =>
        pick([
          "Harvard",
          "Yale",
          "Princeton",
          "Stanford",
          "Oxford",
          "Cambridge",
          "Harvard University",
          "Oxford University",
          "Columbia University",
          "MIT",
          "UCLA",
          "Sorbonne"
        ])
    )
  const college = (): string =>
    any(
      () => `${surname()} College`,
      () => `St ${given1()}'s College`,
      () => `${town()} College`,
      () => `College of ${pick(["Surgeons", "Arts", "Physicians"])}`
    )
  const school = (): string =>
    any(
      () => `${town()} High School`,
      () => `${surname()} Academy`,
      () => `St. ${given1()}'s School`,
      () => `${surname()} Elementary School`
    )
  const institute = (): string =>
    any(
      () => `${surname()} Institute`,
      () =>
        `Institute for ${pick(["Peace", "War Studies", "Policy", "Economics", "Security Studies", "Human Rights", "Marine Research"])}`,
      () =>
        `${city()} ${pick(["Observatory", "Institute of Science", "Academy of Sciences", "Academy of Arts", "Philharmonic", "Symphony Orchestra"])}`,
      () => `${surname()} ${pick(["Foundation", "Center", "Laboratory", "Society", "Trust"])}`,
      () =>
        `${people1()} ${pick(["Academy of Sciences", "Space Agency", "Red Cross", "Medical Association", "Historical Society"])}`,
      () =>
        pick([
          "Max Planck Institute",
          "Brookings Institution",
          "Chatham House",
          "Pew Research Center",
          "RAND Corporation",
          "Smithsonian Institution",
          "CERN",
          "NASA"
        ])
    )
  const hospital = (): string =>
    any(
      () => `${city()} General Hospital`,
      () => `${surname()} Hospital`,
      () => `St. ${given1()} Hospital`,
      () => `${town()} Medical Center`
    )
  const league = (): string =>
    pick([
      "Premier League",
      "Football Association",
      "National Basketball Association",
      "Bundesliga",
      "Football League",
      "National Hockey League",
      "UEFA",
      "FIFA",
      "NBA",
      "NFL"
    ])
  const group = (): string =>
    any(
      () => pick(groups!),
      () => pick(groups!),
      () => `${pick(["Army", "Front", "Movement", "Brigade", "Council"])} for the Liberation of ${region()}`,
      () => `${region()} ${pick(["Liberation Army", "Liberation Front", "Resistance", "Brigades", "Defence Force"])}`
    )
  const street = (): string =>
    any(
      () => `${surname()} Street`,
      () => `${any(town, surname)} ${pick(["Road", "Avenue", "Lane", "Boulevard"])}`,
      () => `${pick(["Main", "High", "Park", "Church", "Station"])} Street`
    )
  const square = (): string =>
    any(
      () => `${any(surname, city)} Square`,
      () => pick(list("sites")),
      () => `${pick(["Republic", "Independence", "Liberty", "Market", "Victory"])} Square`
    )
  const church = (): string =>
    any(
      () => `St. ${given1()}'s ${pick(["Church", "Cathedral", "Abbey"])}`,
      () => `${city()} Cathedral`,
      () => `Church of St ${given1()}`,
      () => pick(list("sites"))
    )
  const island = (): string =>
    any(
      () => pick(list("islands")),
      () => pick(list("islands")),
      () => `${surname()} Island`
    )
  const mountain = (): string =>
    any(
      () => pick(list("mountains")),
      () => pick(list("mountains")),
      () => `Mount ${any(surname, town)}`
    )
  const number = (): string =>
    any(
      () => String(2 + Math.floor(random() * 90)),
      () => pick(["two", "three", "seven", "a dozen", "hundreds of", "40,000", "1,200", "15"])
    )
  const year = (): string => String(random() < 0.7 ? 1850 + Math.floor(random() * 175) : 1100 + Math.floor(random() * 800))
  const month = (): string =>
    pick([
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    ])
  return {
    person,
    surname,
    firstname: given1,
    city,
    town,
    country,
    region,
    people: people1,
    ministry,
    agency,
    party,
    court,
    org,
    company,
    paper,
    club,
    league,
    university,
    college,
    school,
    institute,
    hospital,
    group,
    acronym,
    street,
    square,
    church,
    island,
    mountain,
    number,
    year,
    month,
    county: () => `${any(surname, town)} ${pick(["County", "County", "Province", "District"])}`,
    land: () => pick(list("lands")),
    sea: () => pick(list("waters")),
    lake: () => (random() < 0.6 ? pick(list("lakes")) : `Lake ${town()}`),
    river: () => one(list("rivers"), 0.3),
    "mountain-range": () => pick(list("ranges")),
    airport: () =>
      any(
        () => `${any(city, town)} ${pick(["Airport", "International Airport"])}`,
        () => `${surname()} Airport`,
        () => `${given1()} ${surname()} International Airport`
      ),
    stadium: () =>
      any(
        () => `${any(surname, city)} ${pick(["Stadium", "Arena", "Park", "Field"])}`,
        () => "Olympic Stadium"
      ),
    museum: () =>
      any(
        () => `${any(surname, city)} Museum`,
        () => `Museum of ${pick(["Modern Art", "Natural History", "Fine Arts"])}`,
        () => `National ${pick(["Gallery", "Museum", "Library"])}`
      ),
    hotel: () =>
      any(
        () => `${pick(["Hotel", "Grand Hotel", "Hostel"])} ${any(surname, city)}`,
        () => `${any(surname, city, town)} ${pick(["Hotel", "Inn", "Palace", "Lodge"])}`,
        () => pick(["Hilton", "Sheraton", "Marriott", "Holiday Inn"])
      ),
    restaurant: () =>
      any(
        () => `${given1()}'s ${pick(["Cafe", "Pizza", "Diner", "Bakery", "Kitchen", "Grill"])}`,
        () => `${any(surname, city)} ${pick(["Restaurant", "Bistro", "Pizzeria", "Bar", "Cafe"])}`,
        () => `Cafe ${surname()}`
      ),
    bridge: () => `${any(surname, city, town)} Bridge`,
    event: () =>
      any(
        () => pick(list("events")),
        () => pick(list("events")),
        () => `${city()} ${pick(["Film Festival", "Marathon", "Open"])}`,
        () => `${pick(["Siege", "Battle"])} of ${town()}`
      ),
    law: () =>
      any(
        () => pick(list("laws")),
        () => pick(list("laws")),
        () => `${pick(["Treaty", "Peace", "Convention"])} of ${city()}`,
        () => `${short()} Act`
      ),
    work: () =>
      any(
        () => pick(list("works")),
        () =>
          `${pick(["The Last", "A Long", "The Lost", "My", "The Silent", "Red"])} ${pick(["Winter", "Garden", "House", "River", "Night", "Road", "Kingdom"])}`
      ),
    thing: () => pick(list("things")),
    day: () => pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    "day-month": () => `${1 + Math.floor(random() * 28)} ${month()}`
  }
}
