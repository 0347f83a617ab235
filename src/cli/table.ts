/// A plain table for terminals: columns as wide as they need, two spaces apart; the last ones clipped where the screen ends.
export function table(head: readonly string[], rows: readonly (readonly string[])[], width = 0): string {
  const wide = head.map((name, i) => Math.max(length(name), ...rows.map(r => length(r[i] ?? ""))))
  const line = (cells: readonly string[]): string => {
    const text = cells
      .map((cell, i) => cell + " ".repeat(Math.max(0, wide[i]! - length(cell))))
      .join("  ")
      .trimEnd()
    return `${width > 0 ? clip(text, width) : text}\n`
  }
  return line(head) + rows.map(line).join("")
}

export const clip = (text: string, most: number): string =>
  length(text) <= most ? text : `${[...text].slice(0, most - 1).join("")}…`

const length = (text: string): number => [...text].length
