/// What belongs to the reader and not to an address: theme, and whether single keys act.

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
const store = (name: string, value: string): void => {
  try {
    localStorage.setItem(name, value)
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}

const system = matchMedia("(prefers-color-scheme: dark)")
let systemDark = $state(system.matches)
system.addEventListener("change", () => (systemDark = system.matches))

let chosen = $state(document.documentElement.dataset.theme as "light" | "dark" | undefined)
let singleKeys = $state(stored("annals.keys") !== "off")

export const reader = {
  get dark(): boolean {
    return chosen ? chosen === "dark" : systemDark
  },
  switchTheme(): void {
    chosen = reader.dark ? "light" : "dark"
    document.documentElement.dataset.theme = chosen
    store("annals.theme", chosen)
  },
  get singleKeys(): boolean {
    return singleKeys
  },
  set singleKeys(on: boolean) {
    singleKeys = on
    store("annals.keys", on ? "on" : "off")
  }
}
