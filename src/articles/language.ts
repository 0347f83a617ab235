/// Which language a text is in.

// Words that English cannot do without and its neighbours do not use.
const little = new Set(
  "the of and to in that is was for on with as by at from his her its their were are has have had said not but they which would will who been this after an it he be".split(
    " "
  )
)

/// ISO 639-1 as far as it can be told, and whether that is sure enough to turn an article away. Plain English is known by
/// its little words; only what lacks them is given to the detector, which takes a while to load.
export async function languageOf(text: string): Promise<{readonly language: string | undefined; readonly sure: boolean}> {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  const english = words.filter(word => little.has(word)).length
  if (words.length >= 8 && english >= 3 && english >= words.length * 0.16) return {language: "en", sure: true}
  if (words.length < 4) return {language: undefined, sure: false}
  const {eld} = await import("eld/small")
  const found = eld.detect(text.slice(0, 6000))
  if (found.language === "") return {language: undefined, sure: false}
  // A row of foreign names in English, "Kim Yong Chol, Choe Ryong Hae", passes for Tagalog: short texts are not turned away.
  const sure = found.isReliable() && found.language !== "en" && words.length >= 25 && english < words.length * 0.1
  return {language: sure || found.language === "en" ? found.language : undefined, sure}
}

/// "German (de)".
export function languageName(code: string): string {
  const name = new Intl.DisplayNames("en", {type: "language", fallback: "none"}).of(code)
  return name ? `${name} (${code})` : code
}
