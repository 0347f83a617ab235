import {createConnection, createServer, type Socket} from "node:net"

/// A wire between a worker and its database that can be cut, or fall silent for a while. It listens on this machine alone.
export interface Cable {
  readonly port: number
  /// How many connections are up.
  live(): number
  /// Breaks every connection off; new ones can be made at once.
  cut(): void
  /// Nothing goes through any more, in either direction, and nobody is told.
  hush(): void
  /// What was held back goes through, in order.
  resume(): void
  close(): Promise<void>
}

/// A cable to the socket file of a database.
export async function cableTo(socket: string): Promise<Cable> {
  const ends = new Set<Socket>()
  let silent = false
  const server = createServer(near => {
    const far = createConnection(socket)
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      ends.add(from)
      if (silent) from.pause()
      from.on("data", piece => {
        if (!to.write(piece)) {
          from.pause()
          to.once("drain", () => silent || from.resume())
        }
      })
      from.on("error", () => {})
      from.on("close", () => {
        ends.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  return {
    port: (server.address() as {port: number}).port,
    live: () => ends.size / 2,
    cut() {
      for (const end of ends) end.destroy()
    },
    hush() {
      silent = true
      for (const end of ends) end.pause()
    },
    resume() {
      silent = false
      for (const end of ends) end.resume()
    },
    close() {
      for (const end of ends) end.destroy()
      return new Promise(done => server.close(() => done()))
    }
  }
}
