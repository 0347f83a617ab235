/// A PostgreSQL of one's own, in a folder of its own.
export interface OwnPostgres {
  /// Its address, over the socket.
  readonly url: string
  /// The socket's file.
  readonly socket: string
  /// Kills every process of it and starts it again.
  crash(): void
  stop(): void
}

/// Starts a database; undefined, with a word on stderr, where no PostgreSQL can be had.
export function postgres(): OwnPostgres | undefined
