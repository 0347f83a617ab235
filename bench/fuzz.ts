/// What hostile and broken inputs do to the reader: each must end in a few clear lines, in flat memory and in little time. Each case runs in a
/// process of its own, so that its memory can be told. Run: npm run fuzz [-- SEED [PART OF A NAME]]; a row of seeds, npm run fuzz -- 1001..1036, is
/// kept in bench/results, beside the seeds that were tried before with as many inputs.
import {type ChildProcess, fork} from "node:child_process"
import {createHash} from "node:crypto"
import {gzipSync} from "node:zlib"
import {zipSync} from "fflate"
import {articlesFrom} from "../src/articles/read.ts"
import {keep, kept, today} from "./results.ts"

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

interface Case {
  readonly name: string
  /// How many articles should come out; undefined where any number will do.
  readonly articles?: number
  /// How many lines of complaint at most; 1 where nothing is said.
  readonly lines?: number
  /// A format to force.
  readonly format?: string
  make(random: () => number): Chunks
}

interface Told {
  readonly articles: number
  readonly lines: number
  readonly first: string
  readonly megabytes: number
  readonly seconds: number
  /// Of the processor, user and system.
  readonly processor: number
  readonly problem?: string
}

// ---- what it is made of

/// Numbers from 0 to 1 that are the same for the same seed (mulberry32).
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const names = [
  "Mirova",
  "Castel",
  "Ostrava Bay",
  "Larkwell",
  "the northern council",
  "the harbour union",
  "General Adan",
  "Minister Pryce"
]
const deeds = ["met", "accused", "promised aid to", "rejected an offer from", "threatened", "signed an agreement with"]

function prose(random: () => number, sentences: number): string {
  const one = (all: readonly string[]): string => all[Math.floor(random() * all.length)]!
  return Array.from(
    {length: sentences},
    () =>
      `${one(names)} ${one(deeds)} ${one(names)} on Friday, officials in the capital said after talks that had lasted for ${2 + Math.floor(random() * 9)} hours.`
  ).join(" ")
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const noise = (random: () => number, length: number): Uint8Array => Uint8Array.from({length}, () => Math.floor(random() * 256))
const page = (body: string, head = ""): Uint8Array[] => [
  bytes(`<!doctype html><html><head><title>Talks</title>${head}</head><body>${body}</body></html>`)
]
const paragraphs = (random: () => number, n: number): string =>
  Array.from({length: n}, () => `<p>${prose(random, 3)}</p>`).join("\n")

/// A text over and over, in chunks, without ever being held.
function* times(text: string, count: number): Generator<Uint8Array> {
  const per = Math.max(1, Math.min(count, Math.floor(65_536 / text.length)))
  const chunk = bytes(text.repeat(per))
  for (let left = count; left > 0; left -= per) yield left >= per ? chunk : bytes(text.repeat(left))
}

function* joined(...parts: (Iterable<Uint8Array> | string)[]): Generator<Uint8Array> {
  for (const part of parts) {
    if (typeof part === "string") yield bytes(part)
    else yield* part
  }
}

const lines = (random: () => number, count: number): string =>
  Array.from(
    {length: count},
    (_, i) => `${JSON.stringify({url: `https://courier.example/${i}`, text: prose(random, 4)})}\n`
  ).join("")

/// A WARC of so many bytes: pages among pictures, films and requests.
function* warc(random: () => number, size: number): Generator<Uint8Array> {
  const picture = noise(random, 262_144)
  for (let sum = 0, n = 0; sum < size; n++) {
    const html = n % 5 === 0
    const body = html ? page(paragraphs(random, 20) + "<div class=nav><a href=/>Home</a></div>".repeat(1500))[0]! : picture
    const http = bytes(`HTTP/1.1 200 OK\r\nContent-Type: ${html ? "text/html" : "image/jpeg"}\r\n\r\n`)
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/${n}\r\nContent-Length: ${http.length + body.length}\r\n\r\n`
    yield bytes(head)
    yield http
    yield body
    yield bytes("\r\n\r\n")
    sum += http.length + body.length
  }
}

// ---- the cases

const cases: readonly Case[] = [
  {name: "gzip that breaks off", make: r => cut(r, gzipSync(lines(r, 3000)))},
  {name: "gzip with a flipped byte", lines: 22, make: r => flipped(r, gzipSync(lines(r, 3000)), 1)},
  {
    name: "zip that breaks off",
    lines: 2,
    make: r => cut(r, zipSync({"a.jsonl": bytes(lines(r, 1000)), "b.txt": bytes(prose(r, 9))}))
  },
  {
    name: "zip with flipped bytes",
    lines: 25,
    make: r => flipped(r, zipSync({"a.jsonl": bytes(lines(r, 300)), "b.txt": bytes(prose(r, 9))}), 9)
  },
  {name: "JSONL with bytes that are no UTF-8", lines: 25, make: r => flipped(r, bytes(lines(r, 300)), 2000)},
  {name: "text of bytes that are no UTF-8", make: r => flipped(r, bytes(prose(r, 200)), 4000)},
  {name: "zip in a zip, 12 deep", articles: 0, make: r => [nested(r, 12)]},
  {name: "gzip in gzip, 12 deep", articles: 0, make: r => [wrapped(r, 12)]},
  {name: "a gzip bomb of 1 GB", articles: 1, make: r => [bomb(r)]},
  {
    name: "a zip bomb of 300 MB",
    articles: 0,
    lines: 2,
    make: () => [zipSync({"bomb.txt": Buffer.alloc(300_000_000, "word ")}, {level: 1})]
  },
  {
    name: "a zip of 20,000 files",
    articles: 20_000,
    make: r => [
      zipSync(Object.fromEntries(Array.from({length: 20_000}, (_, i) => [`${i}.txt`, bytes(`${i}. ${prose(r, 2)}`)])), {level: 1})
    ]
  },
  {
    name: "a feed of 100,000 items",
    articles: 100_000,
    make: r =>
      joined(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>',
        times(
          `<item><title>Talks</title><link>https://courier.example/1</link><description>${prose(r, 3)}</description></item>\n`,
          100_000
        ),
        "</channel></rss>"
      )
  },
  {
    name: "a feed item of 500 MB",
    articles: 0,
    make: r =>
      joined("<rss><channel><item><description>", times(`${prose(r, 9)} `, 600_000), "</description></item></channel></rss>")
  },
  {name: "a feed that nests a million deep", articles: 0, make: () => joined("<rss><channel><item>", times("<a>", 1_000_000))},
  {
    name: "a billion laughs in a feed",
    make: r => [
      bytes(
        `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({length: 20}, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join("")}]><rss><channel><item><description>&a19; ${prose(r, 3)}</description></item></channel></rss>`
      )
    ]
  },
  {name: "a WARC of 2 GB", lines: 0, make: r => warc(r, 2_000_000_000)},
  {name: "a WARC that breaks off", make: r => cut(r, Buffer.concat([...warc(r, 3_000_000)]))},
  {
    name: "a WARC record that says 10 TB",
    articles: 0,
    make: () => joined("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10000000000000\r\n\r\n", times("x", 50_000_000))
  },
  {name: "HTML a million deep", make: r => joined(page(""), times("<div>", 1_000_000), `<p>${prose(r, 9)}</p>`)},
  {
    name: "HTML with a million unclosed paragraphs",
    make: r => joined("<!doctype html><body>", times(`<p>${prose(r, 1)}`, 20_000), times("<p>", 1_000_000))
  },
  {
    name: "HTML of 50 MB on one line",
    articles: 0,
    make: r => joined("<!doctype html><body><p>", times(`${prose(r, 9)} `, 60_000))
  },
  {name: "HTML of 30 MB on one line", articles: 0, make: () => joined("<!doctype html><body><p>", times("word ", 6_000_000))},
  {
    name: "HTML with an attribute of 25 MB",
    make: r => joined('<!doctype html><body><p class="', times("a b ", 6_000_000), `">${prose(r, 9)}</p>`)
  },
  {
    name: "HTML with a million attributes",
    make: r => joined("<!doctype html><body><p ", times("a=1 b ", 500_000), `>${prose(r, 9)}</p>`)
  },
  {
    name: "HTML of entities",
    make: r => joined("<!doctype html><body><p>", times("&amp;&lt;&#x110000;&bogus;", 500_000), `</p><p>${prose(r, 9)}</p>`)
  },
  {
    name: "HTML with a script of 25 MB",
    make: r =>
      joined(
        "<!doctype html><body><script>",
        times("if (a < b) { document.write('<p>') }\n", 700_000),
        `</script>${paragraphs(r, 4)}`
      )
  },
  {
    name: "HTML whose comment never ends",
    articles: 0,
    make: () => joined("<!doctype html><body><!-- ", times("<p>never ", 1_000_000))
  },
  {
    name: "HTML whose data nests 200,000 deep",
    make: r =>
      joined('<!doctype html><script type="application/ld+json">', times('{"@graph":[', 200_000), "</script>", paragraphs(r, 4))
  },
  {
    name: "HTML with 200,000 headings",
    make: r =>
      joined("<!doctype html><title>Talks</title><body>", times("<h1>Talks of the council</h1>", 200_000), paragraphs(r, 4))
  },
  {name: "HTML of nothing but brackets", articles: 0, make: () => joined("<!doctype html><body>", times("<", 10_000_000))},
  {name: "a JSONL line of 500 MB", articles: 0, make: () => joined('{"text": "', times("word ", 100_000_000), '"}')},
  {name: "JSON a million deep", articles: 0, make: () => joined(times('[{"a":', 1_000_000))},
  {
    name: "a CSV quote that never closes",
    format: "csv",
    articles: 0,
    make: r => joined('url,text\n1,"', times(`${prose(r, 9)}\n`, 60_000))
  },
  {
    name: "a CSV with a million columns",
    format: "csv",
    articles: 0,
    make: () => joined(times("text,", 1_000_000), "\n", times("x,", 1_000_000))
  },
  {
    name: "a mailbox message of 200 MB",
    articles: 0,
    lines: 2,
    make: r =>
      joined(
        "From a@example.org Fri Oct 18 09:00:00 2024\nMessage-ID: <1@example.org>\nSubject: x\nDate: Fri, 18 Oct 2024 09:00:00 +0000\n\n",
        times(`${prose(r, 9)}\n`, 250_000)
      )
  },
  {name: "RTF with a million open braces", make: () => joined("{\\rtf1 ", times("{\\b ", 1_000_000))},
  {
    name: "a Word document that unpacks to 250 MB",
    articles: 0,
    make: () => [
      zipSync({"[Content_Types].xml": bytes("<Types/>"), "word/document.xml": Buffer.alloc(250_000_000, "<w:p>")}, {level: 9})
    ]
  },
  {name: "a PDF of noise", articles: 0, make: r => joined("%PDF-1.7\n", [noise(r, 200_000)])},
  ...[
    "\x1f\x8b",
    "PK\x03\x04",
    "\x28\xb5\x2f\xfd",
    "WARC/1.0\r\n",
    "{\\rtf1",
    "%PDF-1.4",
    "<rss",
    "<html",
    '{"a"',
    "[{",
    "From a 2024\nA:"
  ].map(
    (mark, i): Case => ({
      name: `noise after the mark of ${["gzip", "zip", "zstd", "WARC", "RTF", "PDF", "RSS", "HTML", "JSONL", "JSON", "mail"][i]}`,
      lines: 60,
      make: r => joined([Buffer.from(mark, "latin1"), noise(r, 3000)])
    })
  )
]

const cut = (random: () => number, whole: Uint8Array): Uint8Array[] => [
  whole.subarray(0, Math.floor(whole.length * (0.2 + 0.7 * random())))
]

function flipped(random: () => number, whole: Uint8Array, count: number): Uint8Array[] {
  const changed = Buffer.from(whole)
  for (let i = 0; i < count; i++) changed[Math.floor(changed.length * (0.01 + 0.98 * random()))] = Math.floor(random() * 256)
  return [changed]
}

function nested(random: () => number, deep: number): Uint8Array {
  let inner: Uint8Array = bytes(prose(random, 3))
  for (let i = 0; i < deep; i++) inner = zipSync({[i === 0 ? "a.txt" : "a.zip"]: inner})
  return inner
}

function wrapped(random: () => number, deep: number): Uint8Array {
  let inner: Uint8Array = bytes(prose(random, 3))
  for (let i = 0; i < deep; i++) inner = gzipSync(inner)
  return inner
}

/// A line of JSON and 1 GB of empty ones, as gzip members of 100 MB.
function bomb(random: () => number): Uint8Array {
  const member = gzipSync(Buffer.alloc(100_000_000, "\n"), {level: 9})
  return Buffer.concat([gzipSync(lines(random, 1)), ...Array.from({length: 10}, () => member)])
}

// ---- one case, in a process of its own

async function run({make, format}: Case, seed: number): Promise<Told> {
  const began = performance.now()
  let articles = 0
  let count = 0
  let first = ""
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for await (const chunk of make(randomOf(seed)))
      for (let at = 0; at < chunk.length; at += 65_536) yield chunk.subarray(at, at + 65_536)
  }
  for await (const item of articlesFrom(["-"], {stdin: stdin(), ...(format && {format})})) {
    if ("reason" in item) {
      count++
      first ||= item.reason
      if (!/: \S/.test(item.reason) || item.reason.includes("\n")) return {...told(), problem: `no clear line: ${item.reason}`}
    } else articles++
  }
  return told()

  function told(): Told {
    return {
      articles,
      lines: count,
      first,
      megabytes: process.resourceUsage().maxRSS / 1024,
      seconds: (performance.now() - began) / 1000,
      processor: processor()
    }
  }
}

function processor(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}

/// More than this no case may hold: what is read whole (a page of 32 MB, a document of 64 MB) is the most there is.
const mostMegabytes = 500
const mostSeconds = 600

function apart(name: string, seed: number): Promise<Told> {
  return new Promise(resolve => {
    const child: ChildProcess = fork(process.argv[1]!, ["--case", name, String(seed)], {execArgv: process.execArgv})
    let said: Told | undefined
    const none = {articles: 0, lines: 0, first: "", megabytes: 0, seconds: mostSeconds, processor: 0}
    const late = setTimeout(() => child.kill("SIGKILL"), mostSeconds * 1000)
    child.on("message", found => {
      said = found as Told
    })
    child.on("exit", code => {
      clearTimeout(late)
      resolve(said ?? {...none, problem: `ended with status ${code} and said nothing`})
    })
  })
}

if (process.argv[2] === "--case") {
  const found = cases.find(c => c.name === process.argv[3])!
  const told = await run(found, Number(process.argv[4])).catch(
    (error: unknown): Told => ({
      articles: 0,
      lines: 0,
      first: "",
      megabytes: 0,
      seconds: 0,
      processor: processor(),
      problem: `threw ${String((error as Error).message ?? error).split("\n")[0]}`
    })
  )
  process.send!(told, () => process.exit(0))
} else {
  const [seeds = "1", part = ""] = process.argv.slice(2)
  const [first, last] = seeds.split("..").map(Number) as [number, number | undefined]
  const done: Tried[] = []
  for (let seed = first; seed <= (last ?? first); seed++) {
    done.push({seed, ...(await all(seed, part)), day: today()})
    if (last === undefined) continue
    const before = kept<{inputs: number; seeds: readonly Tried[]}>("fuzz")
    const others = before.inputs === cases.length ? (before.seeds ?? []).filter(s => !done.some(d => d.seed === s.seed)) : []
    const tried = [...others, ...done].sort((a, b) => a.seed - b.seed)
    const minutes = Math.round(tried.reduce((sum, d) => sum + d.processorSeconds, 0) / 6) / 10
    keep("fuzz", {
      inputs: cases.length,
      processorMinutes: minutes,
      wrong: tried.reduce((sum, d) => sum + d.wrong, 0),
      seeds: tried
    })
  }
  process.exitCode = done.some(d => d.wrong > 0) ? 1 : 0
}

interface Tried {
  readonly seed: number
  readonly wrong: number
  readonly processorSeconds: number
  readonly day: string
}

/// Every case with one seed, in a table.
async function all(seed: number, part: string): Promise<{wrong: number; processorSeconds: number}> {
  console.log(
    `seed ${seed}, Node ${process.version}, ${cases.length} cases ${createHash("sha256")
      .update(JSON.stringify(cases.map(c => c.name)))
      .digest("hex")
      .slice(0, 8)}\n`
  )
  console.log("| input | articles | lines | MB at most | seconds | the first line |\n| --- | ---: | ---: | ---: | ---: | --- |")
  let wrong = 0
  let spent = 0
  for (const {name, articles, lines: most = 1} of cases.filter(c => c.name.includes(part))) {
    const told = await apart(name, seed)
    spent += told.processor
    const problem =
      told.problem ??
      (told.lines > most
        ? `more than ${most} lines`
        : articles !== undefined && told.articles !== articles
          ? `${articles} articles expected`
          : told.articles + told.lines === 0
            ? "nothing came of it"
            : told.megabytes > mostMegabytes
              ? `more than ${mostMegabytes} MB`
              : undefined)
    if (problem) wrong++
    console.log(
      `| ${name} | ${told.articles} | ${told.lines} | ${Math.round(told.megabytes)} | ${told.seconds.toFixed(1)} | ${problem ? `**${problem}** ` : ""}${told.first.slice(0, 110).replaceAll("|", "\\|")} |`
    )
  }
  console.log(wrong === 0 ? "\nall as it should be" : `\n${wrong} not as they should be`)
  return {wrong, processorSeconds: Math.round(spent)}
}
