import * as z from "zod"
import {comparisons} from "../store/comparisons.ts"
import {filterNames} from "../store/filters.ts"
import {filterSchema} from "./filters.ts"
import {partsOf, type Route} from "./route.ts"
import {problem} from "./schemas/answers.ts"
import {names} from "./schemas/named.ts"
import {mediaOf} from "./written.ts"

type Json = Record<string, unknown>

/// The OpenAPI 3.1 document of some routes: what they say of themselves, and the schemas that check them.
export function openapi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const at = paths[route.path] ?? {}
    paths[route.path] = {...at, [route.method]: operation(route)}
  }
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "annals",
      version,
      summary: "Who did what to whom, when, where, according to whom, how sure",
      description:
        "Every event opens the very words it rests on. Lists take `limit` and `cursor`, and answer as .json, .jsonl, .csv, .geojson and .atom; filters compare as field__op=value.",
      license: {name: "Apache-2.0", identifier: "Apache-2.0"}
    },
    servers: [{url: "/api/v1"}],
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: Object.fromEntries(filterParameters().map(p => [`filter_${p.name}`, p])),
      responses: {
        Problem: {
          description: "What was wrong, and what would be right",
          content: {"application/problem+json": {schema: schemaOf(problem)}}
        }
      },
      securitySchemes: {owner: {type: "http", scheme: "bearer", description: "The token of the process that owns the ledger"}}
    }
  }
}

function operation(route: Route): Json {
  const shape = route.query?.shape ?? {}
  const own = Object.entries(shape).map(([name, schema]) => parameter(name, "query", schema as z.ZodType))
  const parts = partsOf(route.path).map(name => parameter(name, "path", z.string(), true))
  const filters = route.filtered ? filterParameters().filter(p => !Object.hasOwn(shape, p.name)) : []
  return {
    operationId: route.name,
    summary: route.says,
    ...(route.owned && {security: [{owner: []}]}),
    parameters: [...parts, ...own, ...filters.map(p => ({$ref: `#/components/parameters/filter_${p.name}`}))],
    ...(route.body && {requestBody: {required: true, content: {"application/json": {schema: schemaOf(route.body, "input")}}}}),
    responses: {
      [String(route.status ?? 200)]: {description: route.says, content: content(route)},
      "4XX": {$ref: "#/components/responses/Problem"},
      "5XX": {$ref: "#/components/responses/Problem"}
    }
  }
}

function content(route: Route): Json {
  const text = {schema: {type: "string"}}
  const forms = (route.forms ?? []).filter(form => form !== "json").map(form => [mediaOf[form], text])
  return {
    ...(route.answer && {"application/json": {schema: schemaOf(route.answer)}}),
    ...Object.fromEntries(forms),
    ...Object.fromEntries(
      Object.entries(route.media ?? {}).map(([media, says]) => [media, {schema: {type: "string", description: says}}])
    )
  }
}

interface Parameter {
  readonly name: string
  readonly [key: string]: unknown
}

function parameter(name: string, where: "query" | "path", schema: z.ZodType, required = false): Parameter {
  const {description, examples, ...rest} = schemaOf(schema, "input") as Json & {examples?: unknown[]}
  return {
    name,
    in: where,
    ...((required || !schema.safeParse(undefined).success) && {required: true}),
    ...(description !== undefined && {description}),
    ...(examples && {example: examples[0]}),
    schema: rest
  }
}

const filterParameters = (): Parameter[] => [
  ...filterNames.map(name => parameter(name, "query", filterSchema(name).optional())),
  ...comparisons.map(({name, says, kind, op}) => ({
    name,
    in: "query",
    description: says,
    schema: op === "null" ? {type: "string", enum: ["yes", "no"]} : kind === "number" ? {type: "number"} : {type: "string"}
  }))
]

const reference = (id: string): string => `#/components/schemas/${id}`

/// A schema written out, or a reference to it where it has a name.
function schemaOf(schema: z.ZodType, io: "input" | "output" = "output"): Json {
  const id = names.get(schema)?.id
  return id === undefined ? bare(z.toJSONSchema(schema, {io, unrepresentable: "any"}) as Json) : {$ref: reference(id)}
}

function componentSchemas(): Json {
  const {schemas} = z.toJSONSchema(names as never, {uri: reference, unrepresentable: "any"} as never) as unknown as {
    schemas: Record<string, Json>
  }
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

/// Without what only a document of its own says.
const bare = ({$schema: _, $id: __, ...rest}: Json): Json => rest
