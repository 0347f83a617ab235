/// The lines of bytes, ended by "\n" alone: a quotation may hold characters that others, readline among them, take for line ends.
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, {stream: true})).split("\n")
    rest = lines.pop()!
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== "") yield rest
}

/// The objects of an answer in JSONL.
export async function* objectsOf<T>(answer: Response): AsyncGenerator<T> {
  for await (const line of linesOf(answer.body as unknown as AsyncIterable<Uint8Array>))
    if (line !== "") yield JSON.parse(line) as T
}
