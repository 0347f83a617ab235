import {type ChildProcess, spawn, spawnSync} from "node:child_process"
import {createHash} from "node:crypto"
import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"
import {claim, enqueue, giveBack, letGo, openQueue, queueLength} from "../src/store/queue.ts"
import {openStore} from "../src/store/store.ts"
import {schemaFor} from "./engines.ts"

/// Many processes on one database, as users run them; `npm test` starts the database.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const database = process.env.ANNALS_TEST_POSTGRES
const root = resolve(import.meta.dirname, "..")
const main = join(root, "dist", "main.js")
const samples = join(root, "samples", "articles")

describe.runIf(database)("PostgreSQL", () => {
  let folder: string
  let url: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "annals-many-"))
    url = await schemaFor(database!, folder)
  })
  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  const annals = (args: readonly string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28
    })
    return {status, stdout, stderr}
  }
  const exported = (where: readonly string[]): string => {
    const {status, stdout, stderr} = annals(["export", "--as", "jsonl", "--background", "all", ...where])
    expect(status, stderr).toBe(0)
    expect(stdout.split("\n").length).toBeGreaterThan(100)
    return createHash("sha256").update(stdout).digest("hex")
  }
  const worker = (): ChildProcess =>
    spawn(process.execPath, [main, "work", "--once", "--jobs", "1", "--quiet", "--store", url, "--ledger", "many"], {
      cwd: folder,
      stdio: "ignore"
    })
  const ended = (child: ChildProcess): Promise<number | null> => new Promise(done => child.on("exit", done))

  test("workers killed in the middle, others going on: nothing lost, nothing doubled, the bytes of one process on a folder", async () => {
    const queued = annals(["read", samples, "--store", url, "--ledger", "many", "--queue-only"])
    expect(queued.stderr).toContain("0 already there")
    expect(annals(["read", samples, "--store", url, "--ledger", "many", "--queue-only"]).stderr).toMatch(/^0 articles queued/)
    for (const wait of [900, 1800, 2700]) {
      const victim = worker()
      await new Promise(go => setTimeout(go, wait))
      victim.kill("SIGKILL")
      await ended(victim)
    }
    // what the dead have claimed comes back when their lease is over
    const {default: pg} = await import("pg")
    const client = new pg.Client({connectionString: url})
    await client.connect()
    await client.query("update queue set taken = taken - interval '10 minutes', tries = least(tries, 2) where taken is not null")
    const workers = [worker(), worker()]
    expect(await Promise.all(workers.map(ended))).toEqual([0, 0])
    expect((await client.query("select count(*) as n from queue")).rows[0].n).toBe("0")
    expect((await client.query("select count(*) - count(distinct id) as n from articles")).rows[0].n).toBe("0")
    await client.end()
    const many = ["--store", url, "--ledger", "many"]
    expect(annals(["read", samples, "--ledger", "one", "--quiet"]).status).toBe(0)
    expect(exported(many)).toBe(exported(["--ledger", "one"]))
    // asked like any other ledger
    for (const args of [
      ["events", "--pair", "RUS,PRK", "--json"],
      ["series", "--unit", "dyad-year"]
    ])
      expect(annals([...args, ...many]).stdout).toBe(annals([...args, "--ledger", "one"]).stdout)
  })

  test("a connection that was lost is made anew; a transaction it was lost in stores nothing, and says so", async () => {
    const called = `${url}&application_name=annals-lost`
    const store = await openStore(join(folder, "lost"), true, called)
    const {default: pg} = await import("pg")
    const other = new pg.Client({connectionString: database})
    await other.connect()
    const lose = (): Promise<unknown> =>
      other.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'annals-lost'")
    const notes = (): Promise<unknown[]> => store.rows("select value from meta where key = 'lost'")
    await lose()
    await expect(vi.waitUntil(() => notes().catch(() => undefined), 60_000)).resolves.toEqual([])
    const broken = store.transaction(async () => {
      await store.run("insert into meta values ('lost', 'half')")
      await lose()
      await store.run("insert into meta values ('lost', 'whole')")
    })
    await expect(broken).rejects.toThrow(/went away .*nothing stored is lost: run it again/)
    expect(await notes()).toEqual([])
    await store.transaction(() => store.run("insert into meta values ('lost', 'all')"))
    expect(await notes()).toEqual([{value: "all"}])
    await store.run("delete from meta where key = 'lost'")
    await store.close()
    await other.end()
  })

  test("a worker whose database went away gives back what it had claimed; that does not count as a try", async () => {
    const store = await openStore(join(folder, "given"), true, url)
    await openQueue(store)
    const articles = ["a", "b", "c"].map(id => ({id, text: `${id}.`, removed: []}))
    await enqueue(store, articles)
    for (let again = 0; again < 5; again++) {
      expect((await claim(store, "one", 2)).map(a => a.id).sort()).toEqual(["a", "b"])
      await giveBack(store, "other")
      expect(await queueLength(store)).toEqual({waiting: 1, taken: 2})
      await giveBack(store, "one")
    }
    expect(await queueLength(store)).toEqual({waiting: 3, taken: 0})
    await letGo(store, ["a", "b", "c"])
    await store.close()
  })

  test("no database, no ledger in it: one line with the next step", () => {
    const away = annals(["events", "--store", "postgres://nobody@127.0.0.1:1/none"])
    expect(away).toMatchObject({status: 1, stderr: expect.stringMatching(/^annals: cannot reach the database at .*check/)})
    expect(annals(["events", "--store", "mysql://x"]).stderr).toContain("postgres://")
    expect(annals(["work"])).toMatchObject({status: 2, stderr: expect.stringContaining("--store postgres://")})
  })
})
