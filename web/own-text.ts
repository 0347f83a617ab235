/// The text of a file of rules or actors, as a person edits it: one item taken out, put back, added; all else stays as it was written.
/// What any of it means is for the program to say.

interface Item {
  readonly name: string
  /// Its lines, from the first to the one after its last.
  readonly from: number
  readonly to: number
  readonly indent: number
}

/// Where a list stands: under a key, or as the whole file.
export type List = "rules" | undefined

function itemsIn(lines: readonly string[], list: List): {readonly items: readonly Item[]; readonly end: number} {
  let begin = 0
  if (list !== undefined) {
    const at = lines.findIndex(line => line.startsWith(`${list}:`))
    if (at < 0) return {items: [], end: -1}
    begin = at + 1
  }
  let end = lines.length
  for (let at = begin; at < lines.length; at++)
    if (list !== undefined && /^[^\s#-]/.test(lines[at]!)) {
      end = at
      break
    }
  let indent: number | undefined
  const starts: number[] = []
  for (let at = begin; at < end; at++) {
    const dash = /^(\s*)-(?:\s|$)/.exec(lines[at]!)
    if (!dash) continue
    indent ??= dash[1]!.length
    if (dash[1]!.length === indent) starts.push(at)
  }
  const items = starts.map((from, i) => {
    let to = starts[i + 1] ?? end
    while (to > from + 1 && /^\s*(#.*)?$/.test(lines[to - 1]!)) to--
    return {from, to, indent: indent!, name: nameOf(lines.slice(from, to).join("\n"))}
  })
  return {items, end}
}

/// By what an item goes: its id, or its name, made as the program makes an id of it.
function nameOf(item: string): string {
  const of = (key: string): string | undefined =>
    new RegExp(`^\\s*(?:- +)?${key}: *["']?([^"'#\\n]*?)["']? *(?:#.*)?$`, "m").exec(item)?.[1]
  return of("id") ?? of("name") ?? ""
}

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

const isNamed = (item: Item, name: string): boolean => item.name === name || slug(item.name) === name

/// The item of a name, moved to the left edge.
export function itemOf(text: string, list: List, name: string): string | undefined {
  const lines = text.split("\n")
  const item = itemsIn(lines, list).items.find(i => isNamed(i, name))
  if (!item) return undefined
  const margin = item.indent + 2
  return lines
    .slice(item.from, item.to)
    .map((line, i) =>
      i === 0
        ? line.slice(item.indent).replace(/^-\s?/, "")
        : /^\s*$/.test(line)
          ? ""
          : line.slice(Math.min(margin, /^\s*/.exec(line)![0].length))
    )
    .join("\n")
    .replace(/^\s*\n/, "")
}

/// The text with an item of this name as given, in its place or at the end; without it where nothing is given.
export function withItem(text: string, list: List, name: string | undefined, item: string | undefined): string {
  const lines = text === "" ? [] : text.replace(/\n+$/, "").split("\n")
  const {items, end} = itemsIn(lines, list)
  const old = name === undefined ? undefined : items.find(i => isNamed(i, name))
  const indent = " ".repeat(old?.indent ?? items[0]?.indent ?? (list === undefined ? 0 : 2))
  const written =
    item === undefined
      ? []
      : item
          .replace(/\s+$/, "")
          .split("\n")
          .map((line, i) => (i === 0 ? `${indent}- ${line}` : line === "" ? "" : `${indent}  ${line}`))
  if (old) {
    lines.splice(old.from, old.to - old.from, ...written)
    // a list without items is none
    if (item === undefined && list !== undefined && items.length === 1)
      lines.splice(
        lines.findIndex(l => l.startsWith(`${list}:`)),
        1
      )
  } else if (written.length > 0) {
    if (list !== undefined && end < 0) lines.push(`${list}:`, ...written)
    else lines.splice(end < 0 ? lines.length : end, 0, ...written)
  }
  const joined = lines.join("\n").replace(/\n+$/, "")
  return joined.trim() === "" ? "" : `${joined}\n`
}

/// The text with a rule switched off or on again. The list of those that are off is written on one line.
export function switched(text: string, name: string, off: boolean): string {
  const lines = text === "" ? [] : text.replace(/\n+$/, "").split("\n")
  const at = lines.findIndex(line => line.startsWith("off:"))
  let to = at + 1
  while (at >= 0 && to < lines.length && /^(\s+\S|-|\])/.test(lines[to]!)) to++
  const block =
    at < 0
      ? ""
      : lines
          .slice(at, to)
          .map(line => line.replace(/#.*$/, ""))
          .join("\n")
          .slice(4)
  const names = (block.match(/[a-z][a-z0-9-]*/g) ?? []).filter(n => n !== name)
  const now = off ? [...names, name] : names
  const line = now.length > 0 ? [`off: [${now.join(", ")}]`] : []
  if (at < 0) lines.unshift(...line)
  else lines.splice(at, to - at, ...line)
  const joined = lines.join("\n")
  return joined.trim() === "" ? "" : `${joined}\n`
}

/// Of a rule that changes a shipped one, its name and the fields that differ from it: the others go on to be the shipped one's.
export function onlyChanged(item: string, shipped: string): string {
  const before = new Set(fieldsOf(shipped))
  return fieldsOf(item)
    .filter(field => field.startsWith("name:") || !before.has(field))
    .join("\n")
}

const fieldsOf = (item: string): string[] =>
  item
    .replace(/\s+$/, "")
    .split(/\n(?=[^\s#-])/)
    .map(field => field.replace(/\s+$/, ""))

/// One more spelling of somebody's name.
export function withAlias(item: string, alias: string): string {
  const said = JSON.stringify(alias)
  const lines = item.replace(/\s+$/, "").split("\n")
  const at = lines.findIndex(line => line.startsWith("aliases:"))
  if (at < 0) {
    const name = lines.findIndex(line => line.startsWith("name:"))
    lines.splice(name + 1, 0, `aliases: [${said}]`)
  } else if (/\[.*\]/.test(lines[at]!))
    lines[at] = lines[at]!.replace(/\[\s*(.*?)\s*\]/, (_, held: string) => `[${held}${held ? ", " : ""}${said}]`)
  else lines.splice(at + 1, 0, `  - ${said}`)
  return `${lines.join("\n")}\n`
}

/// One more office that somebody holds or held.
export function withOffice(
  item: string,
  office: {readonly title: string; readonly country: string; readonly from: string; readonly until: string}
): string {
  const said = Object.entries(office).flatMap(([key, value]) =>
    value === "" ? [] : [`${key}: ${/^[\w -]+$/.test(value) ? value : JSON.stringify(value)}`]
  )
  const lines = item.replace(/\s+$/, "").split("\n")
  const at = lines.findIndex(line => line.startsWith("roles:"))
  if (at < 0) lines.push("roles:", `  - {${said.join(", ")}}`)
  else lines.splice(at + 1, 0, `  - {${said.join(", ")}}`)
  return `${lines.join("\n")}\n`
}

/// How one text differs from another, line by line: kept, gone, come.
export function lineDiff(before: string, after: string): readonly {readonly sign: " " | "-" | "+"; readonly line: string}[] {
  const [a, b] = [before.replace(/\n+$/, "").split("\n"), after.replace(/\n+$/, "").split("\n")]
  // the longest run of lines in common, from each place on
  const common = Array.from({length: a.length + 1}, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const diff: {sign: " " | "-" | "+"; line: string}[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      diff.push({sign: " ", line: a[i++]!})
      j++
    } else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) diff.push({sign: "-", line: a[i++]!})
    else diff.push({sign: "+", line: b[j++]!})
  }
  return diff
}

/// The same with only two lines before and after what changed; a gap stands for the rest.
export function nearChanges(
  diff: ReturnType<typeof lineDiff>
): readonly {readonly sign: " " | "-" | "+" | "…"; readonly line: string}[] {
  const near = diff.map((_, i) => diff.slice(Math.max(0, i - 2), i + 3).some(d => d.sign !== " "))
  return diff.flatMap((d, i): ReturnType<typeof nearChanges> => {
    if (near[i]) return [d]
    return i === 0 || near[i - 1] ? [{sign: "…", line: ""}] : []
  })
}
