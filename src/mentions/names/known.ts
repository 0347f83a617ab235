/// What the tagger of names knows of words beside the text before it: one bit for each.
export const known = {
  place: 1,
  bigPlace: 2,
  /// A word of a place's name of several words.
  placePart: 4,
  country: 8,
  firstName: 16,
  title: 32,
  /// A word that names of organizations end or begin with: "Bank", "Ministry".
  body: 64,
  people: 128,
  surname: 256,
  group: 512,
  /// A word of an organization's name of several words.
  groupPart: 1024,
  /// "Inc", "Ltd".
  business: 2048,
  /// "Hotel", "Street".
  site: 4096,
  /// "River", "Province".
  land: 8192,
  /// Plain nouns, by what they mean: "spokesman", "team", "town", "bridge", "year".
  personNoun: 16384,
  groupNoun: 32768,
  placeNoun: 65536,
  thingNoun: 131072,
  timeNoun: 262144,
  /// Plain words seen now and then, and often.
  common: 524288,
  frequent: 1048576,
  /// Begins a known name of several words.
  opens: 2097152,
  /// A name that is none of the three kinds: an event, a law, a work, a faith, a product.
  other: 4194304
} as const

/// The bits that speak of names, and those that speak of plain words.
export const nameBits =
  known.place |
  known.bigPlace |
  known.placePart |
  known.country |
  known.firstName |
  known.title |
  known.body |
  known.people |
  known.surname |
  known.group |
  known.groupPart |
  known.other
export const plainBits =
  known.personNoun | known.groupNoun | known.placeNoun | known.thingNoun | known.timeNoun | known.common | known.frequent

/// Names that are looked for in small letters too.
export const smallBits = known.place | known.bigPlace | known.country | known.firstName | known.people | known.group

/// The known words and names of several words by their hash.
export interface Lexicon {
  get(hash: number): number | undefined
}

export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mixed(h)
}

export function mixed(h: number): number {
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/// One number of two, in this order; the hash of a name of several words is made so of the hashes of its words.
export const join = (a: number, b: number): number => mixed(Math.imul(a, 31) ^ b)
