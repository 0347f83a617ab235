/// Writes the TypeScript client of an OpenAPI document: a type for each of its schemas, a function for each of its operations.

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly prefixItems?: readonly Schema[]
  readonly items?: Schema | boolean
  readonly description?: string
}

interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: "path" | "query"
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>}
  readonly responses: Readonly<Record<string, {readonly content?: Readonly<Record<string, {readonly schema: Schema}>>}>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly parameters: Readonly<Record<string, Parameter>>
  }
}

/// The source text of the client, not yet formatted.
export function clientOf(made: object): string {
  const {paths, components} = made as Document
  const operations = Object.entries(paths).flatMap(([path, at]) =>
    Object.entries(at).map(([method, operation]) => ({path, method, operation}))
  )
  const answers = operations.filter(({operation}) => answerOf(operation) !== undefined)
  const filters = Object.values(components.parameters)
  return [
    "/// The API of a served ledger as functions. Written from its OpenAPI document by `npm run client`; not by hand.\n",
    ...Object.entries(components.schemas).map(([name, schema]) => declared(name, schema)),
    "/// The filters of events; more than one narrow each other.\nexport interface Filters {\n",
    ...filters.map(p => field(p.name, p.schema, false, p.description, true)),
    "}\n",
    "/// A function for each operation that answers JSON.\nexport interface Client {\n",
    ...answers.map(({path, operation}) => signature(path, operation)),
    "}\n",
    "const operations: Readonly<Record<keyof Client, readonly [method: string, path: string]>> = {\n",
    ...answers.map(
      ({path, method, operation}) =>
        `${operation.operationId}: [${JSON.stringify(method.toUpperCase())}, ${JSON.stringify(path)}],\n`
    ),
    "}\n",
    runtime
  ].join("\n")
}

const answerOf = ({responses}: Operation): Schema | undefined =>
  Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1].content?.["application/json"]?.schema

const declared = (name: string, schema: Schema): string =>
  `${said(schema.description)}export ${schema.properties && !schema.anyOf ? `interface ${name} ${typeOf(schema)}` : `type ${name} = ${typeOf(schema)}`}\n`

const said = (words: string | undefined): string => (words === undefined ? "" : `/// ${words.replaceAll("\n", " ")}\n`)

const field = (name: string, schema: Schema, required: boolean, words = schema.description, asked = false): string =>
  `${said(words)}readonly ${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}${required ? "" : "?"}: ${asked ? askedType(schema) : typeOf(schema)}\n`

/// What is written into a query may be a number as well as its digits.
function askedType(schema: Schema): string {
  if (schema.enum) return typeOf(schema)
  return "string | number"
}

function signature(path: string, operation: Operation): string {
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map(m => `${m[1]}: string`)
  const filtered = operation.parameters.some(p => p.$ref?.includes("filter_"))
  const own = operation.parameters.filter(p => p.in === "query")
  const body = operation.requestBody?.content["application/json"]?.schema
  const shape = [
    ...(filtered ? ["Filters"] : []),
    ...(own.length > 0 ? [`{${own.map(p => field(p.name, p.schema, p.required ?? false, p.description, true)).join("")}}`] : [])
  ]
  const must = own.some(p => p.required)
  const given = [
    ...parts,
    ...(body ? [`body: ${typeOf(body)}`] : []),
    ...(shape.length > 0 ? [`query${must ? "" : "?"}: ${shape.join(" & ")}`] : [])
  ]
  return `${said(operation.summary)}${operation.operationId}(${given.join(", ")}): Promise<${typeOf(answerOf(operation)!)}>\n`
}

function typeOf(schema: Schema | boolean): string {
  if (typeof schema === "boolean") return schema ? "unknown" : "never"
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1)!
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(v => JSON.stringify(v)).join(" | ")
  const either = schema.anyOf ?? schema.oneOf
  if (either) return `(${either.map(typeOf).join(" | ")})`
  if (schema.allOf) return `(${schema.allOf.map(typeOf).join(" & ")})`
  if (typeof schema.type === "object") return `(${schema.type.map(type => typeOf({...schema, type})).join(" | ")})`
  switch (schema.type) {
    case "string":
      return "string"
    case "number":
    case "integer":
      return "number"
    case "boolean":
      return "boolean"
    case "null":
      return "null"
    case "array":
      return arrayOf(schema)
    case "object":
      return objectOf(schema)
    default:
      return "unknown"
  }
}

function arrayOf({prefixItems, items}: Schema): string {
  if (!prefixItems) return `readonly (${items === undefined ? "unknown" : typeOf(items)})[]`
  const rest = items === undefined || items === false ? "" : `, ...(${typeOf(items)})[]`
  return `readonly [${prefixItems.map(typeOf).join(", ")}${rest}]`
}

function objectOf({properties, required = [], additionalProperties}: Schema): string {
  if (!properties)
    return `Readonly<Record<string, ${additionalProperties === undefined ? "unknown" : typeOf(additionalProperties)}>>`
  if (Object.keys(properties).length === 0) return "Readonly<Record<string, never>>"
  return `{\n${Object.entries(properties)
    .map(([name, schema]) => field(name, schema, required.includes(name)))
    .join("")}}`
}

const runtime = `/// What went wrong, in the API's own words. \`status\` 0: nobody answered.
export class Refused extends Error {
  override name = "Refused"
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface ClientOptions {
  /// Asked for where the ledger is served to others than its own machine.
  readonly token?: string
  readonly fetch?: typeof fetch
}

/// A client of the ledger served at an address, as \`annals serve\` prints it.
export function client(address = "http://127.0.0.1:7117", {token, fetch: ask = fetch}: ClientOptions = {}): Client {
  const base = \`\${address.replace(/\\/+$/, "")}/api/v1\`
  const call = async ([method, path]: readonly [string, string], given: readonly unknown[]): Promise<unknown> => {
    const rest = [...given]
    const filled = path.replace(/\\{\\w+\\}/g, () => encodeURIComponent(String(rest.shift())))
    const body = method === "POST" ? rest.shift() : undefined
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries((rest.shift() ?? {}) as Record<string, unknown>))
      if (value !== undefined) query.set(name, String(value))
    const headers = {
      accept: "application/json",
      ...(body !== undefined && {"content-type": "application/json"}),
      ...(token !== undefined && {authorization: \`Bearer \${token}\`})
    }
    const answer = await ask(\`\${base}\${filled}\${query.size > 0 ? \`?\${query}\` : ""}\`, {
      method,
      headers,
      ...(body !== undefined && {body: JSON.stringify(body)})
    }).catch((error: Error) => {
      throw new Refused(0, \`nobody answers at \${base} (\${error.message}); begin with: annals serve\`)
    })
    if (answer.ok) return answer.json()
    const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
    throw new Refused(answer.status, problem.detail ?? problem.title ?? answer.statusText)
  }
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, (...given: unknown[]) => call(operation, given)])
  ) as unknown as Client
}

/// Every row of a list, page by page: \`for await (const event of every(query => ledger.listEvents(query), "events", {type: "AID"}))\`.
export async function* every<Q extends object, K extends string, Row>(
  page: (query: Q & {readonly cursor?: string}) => Promise<{readonly next: string | null} & {readonly [key in K]: readonly Row[]}>,
  key: K,
  query: Q
): AsyncGenerator<Row> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const answer = await page({...query, ...(cursor !== undefined && {cursor})})
    yield* answer[key]
    cursor = answer.next
  }
}
`
