import * as z from "zod"
import {contexts, statuses, types} from "../model/model.ts"
import {comparisonNames, wrongWith} from "../store/comparisons.ts"
import {binOf, type FilterName, type Filters, filterNames} from "../store/filters.ts"
import {BadRequest} from "./desk.ts"

/// The filters of events as a query string gives them: a schema each. A comma means "or".

const free = (says: string, ...examples: string[]) => z.string().meta({description: says, examples})

const listOf = (says: string, known: readonly string[], {capitals = false} = {}) =>
  free(`${says}: ${known.join(", ")}; a comma means or`, known[0]!).refine(text => strayIn(text, known, capitals) === undefined, {
    error: issue => `${JSON.stringify(strayIn(String(issue.input), known, capitals))} is not one of ${known.join(", ")}`
  })

function strayIn(text: string, known: readonly string[], capitals: boolean): string | undefined {
  return (capitals ? text.toUpperCase() : text).split(",").find(v => !known.includes(v.trim()))
}

const day = (says: string) =>
  free(says, "2023-09-13").regex(/^(\d{4}-\d{2}-\d{2})?$/, {
    error: issue => `${JSON.stringify(issue.input)} is no day; days look like 2023-09-13`
  })

const schemas: {readonly [name in FilterName]: z.ZodType<string>} = {
  actor: free("Who acts: a country code, an actor's id, or part of a name; id:ID is that very actor; a comma means or", "RUS"),
  recipient: free("To whom; as actor", "PRK"),
  party: free("Either side; as actor", "RUS"),
  pair: free("Two of them, whoever acts: here the comma means and", "RUS,PRK"),
  sides: free("A row of a panel: RUS, or RUS>UKR for who acts and to whom", "RUS>UKR"),
  type: listOf("PLOVER types", types, {capitals: true}),
  mode: free("PLOVER modes; a comma means or", "visit"),
  quad: listOf("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", ["1", "2", "3", "4"]),
  status: listOf("What became of it", statuses),
  context: free(`PLOVER contexts: ${contexts.join(", ")}; a comma means or`, "military"),
  since: day("Events that reach to this day or later; the undated fall out"),
  until: day("Events that begin before this day; the undated fall out"),
  bin: free("Beginning in 2024-06-19, 2024-W25, 2024-06, 2024-Q2 or 2024: the events /series counts there", "2024-06").refine(
    text => text === "" || binOf(text) !== undefined,
    {error: issue => `${JSON.stringify(issue.input)} is no bin; bins look like 2024-06-19, 2024-W25, 2024-06, 2024-Q2, 2024`}
  ),
  place: free("Part of a place's name, or a country code; id:ID is that very place", "UKR"),
  placed: listOf("How exactly the place is told; none: no place is told", [
    "point",
    "region",
    "country",
    "sea",
    "continent",
    "none"
  ]),
  dated: listOf("Whether it has a beginning and an end", ["yes", "no"]),
  publisher: free("Told by this outlet; a comma means or"),
  article: free("Told in this article, by its id"),
  background: listOf("Told as history; no if not given", ["yes", "no", "all"]),
  search: free("Words in quotes, names and places: all of them")
}

export const filterSchema = (name: FilterName): z.ZodType<string> => schemas[name]

/// Filters from name and value; empty values say nothing. `confidence__gte` and its like compare.
export function filtersIn(given: readonly (readonly [string, string])[]): Filters {
  const filters: Record<string, string> = {}
  for (const [name, value] of given) {
    if ((filterNames as readonly string[]).includes(name)) {
      if (value === "") continue
      const found = filterSchema(name as FilterName).safeParse(value)
      if (!found.success) throw new BadRequest(`${name}: ${found.error.issues[0]!.message}`)
    } else if (name.includes("__")) {
      const wrong = wrongWith(name, value)
      if (wrong) throw new BadRequest(wrong)
    } else {
      throw new BadRequest(
        `no filter ${JSON.stringify(name)}; filters: ${filterNames.join(", ")}, ${comparisonNames.slice(0, 3).join(", ")} …`
      )
    }
    filters[name] = value
  }
  return filters as Filters
}
