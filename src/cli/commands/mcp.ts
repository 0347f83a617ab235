import {randomBytes} from "node:crypto"
import {assistantServer} from "../../api/mcp/server.ts"
import {connect} from "../ledger/connect.ts"
import {version} from "../ledger/desk.ts"
import {listen, portOf} from "../ledger/listen.ts"

export interface McpOptions {
  readonly ledger: string
  /// Over HTTP instead of stdin and stdout.
  readonly http?: boolean
  readonly port: string
  readonly host: string
}

/// `annals mcp`: the ledger for assistants by the Model Context Protocol, over stdin and stdout or over HTTP, until the other side leaves
/// or it is interrupted. Nothing can be written through it.
export async function mcp(options: McpOptions): Promise<number> {
  const connection = await connect(options)
  const made = () => assistantServer(connection.ask, version())
  if (options.http) return overHttp(options, made, connection.close)
  const {serveStdio} = await import("@modelcontextprotocol/server/stdio")
  const left = new Promise<void>(done => {
    process.stdin.once("close", done)
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, done)
  })
  const handle = serveStdio(made, {onerror: error => process.stderr.write(`annals mcp: ${error.message}\n`)})
  process.stderr.write(`annals mcp: the ledger ${connection.folder}, over stdin and stdout\n`)
  await left
  await handle.close()
  await connection.close()
  process.exit(0)
}

async function overHttp(
  options: McpOptions,
  made: () => ReturnType<typeof assistantServer>,
  close: () => Promise<void>
): Promise<number> {
  const port = portOf(options.port, "mcp")
  if (port === undefined) return 2
  const {createMcpHandler} = await import("@modelcontextprotocol/server")
  const handler = createMcpHandler(made)
  const token = randomBytes(24).toString("base64url")
  const listening = await listen({host: options.host, token}, port, async c =>
    c.req.path === "/mcp" ? handler.fetch(c.req.raw) : c.text("the address of the tools is /mcp", 404)
  )
  if (typeof listening === "string") {
    await close()
    process.stderr.write(`annals mcp: ${listening}\n`)
    return 1
  }
  const {origin, search} = new URL(listening.url)
  if (search !== "") process.stderr.write(`send authorization: Bearer ${token}\n`)
  process.stdout.write(`${origin}/mcp\n`)
  await new Promise<void>(done => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done())
  })
  listening.close()
  await handler.close()
  await close()
  process.exit(0)
}
