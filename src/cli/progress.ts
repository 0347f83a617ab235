/// A line on stderr that tells how far the work is; silent when stderr is no terminal. Data never goes through here.
export function progress(wanted: boolean): {
  show(articles: number, sentences: number, events: number): void
  line(text: string): void
  end(): void
} {
  const live = wanted && process.stderr.isTTY === true && process.env.TERM !== "dumb"
  const began = performance.now()
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001b[K")
    shown = false
  }
  return {
    show(articles, sentences, events) {
      if (!live) return
      const rate = articles / Math.max(0.001, (performance.now() - began) / 1000)
      clear()
      process.stderr.write(`${articles} articles · ${sentences} sentences · ${events} reports · ${rate.toFixed(1)} articles/s`)
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
