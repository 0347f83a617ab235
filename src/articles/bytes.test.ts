import {expect, test} from "vitest"
import {decoded, notText, wellFormed} from "./bytes.ts"

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Buffer.concat(values.map(v => (typeof v === "number" ? Buffer.from([v]) : Buffer.from(v, "latin1"))))

test.each([
  ["UTF-8", Buffer.from("Café “x”"), undefined, "Café “x”", "utf-8"],
  ["UTF-8 with a mark", Buffer.from("\ufeffCafé"), undefined, "Café", "utf-8"],
  ["UTF-16 with a mark", Buffer.from("\ufeffCafé", "utf16le"), undefined, "Café", "utf-16le"],
  ["UTF-16 without one", Buffer.from("The border is open", "utf16le"), undefined, "The border is open", "utf-16le"],
  ["big-endian UTF-16", Buffer.from("\ufeffCafé", "utf16le").swap16(), undefined, "Café", "utf-16be"],
  ["windows-1252", bytes("Caf", 0xe9, " ", 0x93, "x", 0x94, " ", 0x80), undefined, "Café “x” €", "windows-1252"],
  ["UTF-8 that says it is Latin-1", Buffer.from("Café"), "iso-8859-1", "Café", "utf-8"],
  ["what the page declares", bytes(0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0), "windows-1251", "Москва", "windows-1251"],
  [
    "UTF-8 with a broken byte",
    Buffer.concat([Buffer.from("Café à Genève "), Buffer.from([0xff])]),
    undefined,
    "Café à Genève \ufffd",
    "utf-8"
  ],
  ["an encoding nobody knows", bytes("Caf", 0xe9), "x-nobody", "Café", "windows-1252"],
  ["old line ends", Buffer.from("a\r\nb\rc"), undefined, "a\nb\nc", "utf-8"]
])("reads %s", (_, given, declared, text, encoding) => {
  expect(decoded(given, declared)).toEqual({text, encoding})
})

test("says what is no text and what to do about it", () => {
  expect(notText(Buffer.from("%PDF-1.7 …"))).toBe("is a PDF, no plain text: leave out --format")
  expect(notText(bytes("PK", 3, 4))).toMatch(/ZIP archive/)
  expect(notText(bytes(0, 1, 2, 3, 4, 5, 6))).toMatch(/binary file/)
  expect(notText(Buffer.from("Ménage"))).toBeUndefined()
  expect(notText(Buffer.from("The border", "utf16le"))).toBeUndefined()
})

test("halves of characters are replaced and lengths stay", () => {
  expect(wellFormed("a\ud800b\udc00😀")).toBe("a\ufffdb\ufffd😀")
})
