/// Where a text itself begins: after "SEOUL, May 5 (Agency) - " or "MOSCOW (Agency) -- ", else 0. What stands before says where and when
/// the story was filed.
export function datelineEnd(text: string): number {
  const found = opening.exec(text.slice(0, 160))
  if (!found) return 0
  const [whole, place, agency] = found
  // Without an agency or a date the place must stand in capitals: "He came — and went" opens with none.
  const loud = place!.split(",")[0]!
  return (loud === loud.toUpperCase() && /\p{Lu}{3}/u.test(loud)) || agency !== undefined || dated.test(place!) ? whole.length : 0
}

const opening = /^\s*(\p{Lu}[^\n—–()]{1,70}?)\s*(\([^()\n]{2,40}\)\s*)?(?:—|–|--|-)\s+(?=\S)/u
const dated =
  /,\s*(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?$/u
