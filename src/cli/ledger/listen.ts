import {createServer, type RequestListener, type ServerOptions} from "node:http"
import {serve} from "@hono/node-server"
import {Hono, type MiddlewareHandler} from "hono"
import {type Door, guard, headers, isLocal} from "../../api/guard.ts"

export interface Listening {
  readonly port: number
  /// Where a browser finds it: with the token in it where one is asked for.
  readonly url: string
  close(): void
}

/// The number in --port, or undefined with a word on stderr.
export function portOf(text: string, command: string): number | undefined {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  process.stderr.write(`annals ${command}: ${JSON.stringify(text)} is no port; ports are 0 to 65535, 0 picks a free one\n`)
  return undefined
}

/// How long an idle connection is kept, in milliseconds: longer than those who ask pause between two questions, so that none is closed as
/// the next question is on its way.
const patience = 75_000

/// Listens for the world outside of this process, behind the guard. An error is one line that says what to do.
export async function listen(door: Door, port: number, ...rooms: readonly MiddlewareHandler[]): Promise<Listening | string> {
  const app = new Hono()
  app.use(...guard(door))
  for (const room of rooms) app.use(room)
  return new Promise(resolve => {
    // set on what goes out itself: answers need not be taken apart for it
    const withHeaders = (options: ServerOptions, answer: RequestListener) =>
      createServer({...options, keepAliveTimeout: patience}, (request, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        answer(request, response)
      })
    const made = {fetch: app.fetch, port, hostname: door.host, createServer: withHeaders as typeof createServer}
    const server = serve(made, ({port}) => {
      const named = door.host.includes(":") ? `[${door.host}]` : door.host
      const url = `http://${named}:${port}/${isLocal(door.host) ? "" : `?token=${door.token}`}`
      resolve({port, url, close: () => server.close()})
    })
    server.on("error", error =>
      resolve(
        `cannot listen on ${door.host} port ${port} (${error.message}); choose another with --port N, 0 for a free one, or --host ADDRESS`
      )
    )
  })
}
