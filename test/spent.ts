/// Milliseconds of processor that `work` took, of this process alone: a machine busy with other things does not change them much.
export const spent = (work: () => unknown): number => {
  const from = process.cpuUsage()
  work()
  return process.cpuUsage(from).user / 1000
}

/// How much longer `work` takes on `more` than on `less`: the quickest of five tries of each, so that neither a compiler at work nor a
/// collection of garbage passes for growth.
export const growth = <T>(work: (input: T) => unknown, less: T, more: T): number => {
  const quickest = (input: T) => Math.min(...Array.from({length: 5}, () => spent(() => work(input))))
  return quickest(more) / Math.max(quickest(less), 1)
}
