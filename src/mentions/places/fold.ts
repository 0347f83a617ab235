/// A name as the gazetteer looks it up: small letters without marks, apostrophes gone, hyphens and spaces one space.
export function folded(name: string): string {
  if (/^[a-z ]*$/i.test(name)) return name.toLowerCase()
  return name
    .normalize("NFD")
    .replace(/[\p{M}'’‘ʻʼʿʾ`´]/gu, "")
    .toLowerCase()
    .replace(/[ıłđøßæœəð]/g, c => special[c]!)
    .replace(/[-‐‑–/_\s]+/g, " ")
    .replace(/(\p{L})\.(?=\p{L}|$| )/gu, "$1")
    .trim()
}

const special: Readonly<Record<string, string>> = {ı: "i", ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", ə: "a", ð: "d"}

/// The two numbers a folded name is kept under: 32 bits to find it, 16 to make sure.
export function keyOf(name: string): {hash: number; check: number} {
  let a = 0x811c9dc5
  let b = 5381
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = (Math.imul(b, 33) + c) | 0
  }
  a ^= a >>> 15
  a = Math.imul(a, 0x2c1b3c6d)
  return {hash: a ^ (a >>> 13), check: (b ^ (b >>> 16)) & 0xffff}
}

/// Arab towns are told with and without the article: "Al Fallūjah", "Fallujah".
export const withoutArticle = (name: string): string | undefined => /^(?:a[ldrnstz]|ash|ath|adh|el) (.{4,})$/.exec(name)?.[1]
