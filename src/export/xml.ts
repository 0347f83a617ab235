const entities: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}

/// Words for an XML attribute or text; what XML cannot hold at all is left out.
export const xml = (words: string): string =>
  words.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ").replace(/[&<>"']/g, c => entities[c]!)
