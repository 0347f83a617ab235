/// What belongs to the reader and not to an address: theme, whether single keys act, the name to review under.

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
let who = $state(stored("annals.who") ?? undefined)

export const reader = {
  get dark(): boolean {
    return chosen ? chosen === "dark" : systemDark
  },
  switchTheme(): void {
    chosen = reader.dark ? "light" : "dark"
    document.documentElement.dataset.theme = chosen
    store("annals.theme", chosen)
  },
  /// The name a reviewer goes by in the history.
  get who(): string | undefined {
    return who
  },
  set who(name: string | undefined) {
    who = name
    store("annals.who", name ?? "")
  },
  get singleKeys(): boolean {
    return singleKeys
  },
  set singleKeys(on: boolean) {
    singleKeys = on
    store("annals.keys", on ? "on" : "off")
  }
}
