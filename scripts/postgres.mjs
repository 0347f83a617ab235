// A PostgreSQL of its own for the tests, on a socket in a folder of its own: started here, stopped by what `stop` returns.
import {spawnSync} from "node:child_process"
import {chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"

const homes = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt"]

/** The folder of the newest PostgreSQL's programs, if there is one of 15 or newer. */
function programs() {
  const found = homes.filter(existsSync).flatMap(home =>
    readdirSync(home)
      .filter(name => Number(name.replace("postgresql@", "")) >= 15)
      .map(name => join(home, name, "bin"))
      .filter(bin => existsSync(join(bin, "initdb")))
  )
  return found.sort().at(-1)
}

/** Starts a database and gives its address; undefined, with a word on stderr, where no PostgreSQL can be had. */
export function postgres() {
  const root = process.getuid?.() === 0
  if (!programs() && root && existsSync("/usr/bin/apt-get")) {
    process.stderr.write("installing postgresql for the tests …\n")
    const quiet = {stdio: ["ignore", 2, 2], env: {...process.env, DEBIAN_FRONTEND: "noninteractive"}}
    spawnSync("apt-get", ["update", "-qq"], quiet)
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], quiet)
  }
  const bin = programs()
  if (!bin) {
    process.stderr.write("no PostgreSQL 15 or newer on this machine: its tests are left out (apt-get install postgresql)\n")
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), "annals-pg-"))
  // it will not run as root
  const as = root ? ["runuser", "-u", "postgres", "--"] : []
  if (root) {
    const id = spawnSync("id", ["-u", "postgres"], {encoding: "utf8"}).stdout.trim()
    chownSync(folder, Number(id), -1)
  }
  const data = join(folder, "data")
  const call = (program, ...args) => {
    const [first, ...rest] = [...as, join(bin, program), ...args]
    const {status, stdout, stderr} = spawnSync(first, rest, {encoding: "utf8", cwd: folder})
    if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`)
  }
  call("initdb", "-D", data, "-U", "annals", "--auth=trust", "--encoding=UTF8", "--no-sync")
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c max_connections=60`
  call("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start")
  const kill = () => {
    const file = join(data, "postmaster.pid")
    if (!existsSync(file)) return
    const first = readFileSync(file, "utf8").split("\n")[0]
    const {stdout} = spawnSync("ps", ["-o", "pid=", "--ppid", first], {encoding: "utf8"})
    for (const pid of [first, ...stdout.split("\n")].map(Number).filter(pid => pid > 1)) {
      try {
        process.kill(pid, "SIGKILL")
      } catch {
        // gone by itself
      }
    }
  }
  return {
    socket: join(folder, ".s.PGSQL.5432"),
    url: `postgres://annals@localhost/postgres?host=${encodeURIComponent(folder)}`,
    /** Kills every process of it, as a machine does that loses its power, and starts it again. */
    crash() {
      kill()
      // its memory is in use until the last of them is gone
      for (let tries = 0; ; tries++) {
        try {
          return call("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start")
        } catch (error) {
          if (tries === 20) throw error
          spawnSync("sleep", ["0.5"])
        }
      }
    },
    stop() {
      try {
        call("pg_ctl", "-D", data, "-m", "immediate", "stop")
      } catch {
        kill()
      }
      rmSync(folder, {recursive: true, force: true, maxRetries: 5})
    }
  }
}
