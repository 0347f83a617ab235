/// A line on stderr that tells how far the work is; silent when stderr is no terminal. Data never goes through here.
export function progress(
  wanted: boolean,
  bytes?: number
): {
  /// Told of bytes as they are read; with the sum of all, the time left is reckoned from them.
  took(count: number): void

  show(articles: number, sentences: number, events: number): void
  line(text: string): void
  end(): void
} {
  const live = wanted && process.stderr.isTTY === true && process.env.TERM !== "dumb"
  const began = performance.now()
  let shown = false
  let taken = 0
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001b[K")
    shown = false
  }
  return {
    took(count) {
      taken += count
    },
    show(articles, sentences, events) {
      if (!live) return
      const seconds = Math.max(0.001, (performance.now() - began) / 1000)
      const rate = articles / seconds
      const left = bytes && taken > 0 ? ` · ${lasting((seconds * Math.max(0, bytes - taken)) / taken)} left` : ""
      clear()
      process.stderr.write(
        `${articles} articles · ${sentences} sentences · ${events} reports · ${rate.toFixed(1)} articles/s${left}`
      )
      shown = true
    },
    line(text) {
      if (!wanted) return
      clear()
      process.stderr.write(`${text}\n`)
    },
    end: clear
  }
}

const lasting = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
