import {type Answer, type Asked, get, NotFetched} from "./get.ts"

/// Fetches as a guest should: what robots.txt forbids is not asked for, a host is asked once in a while, and one that is busy is left alone.
export interface Guest {
  /// One page or feed, when its host may be asked again. Throws NotFetched with a reason.
  fetch(url: string, more?: Pick<Asked, "etag" | "modified">): Promise<Answer>
}

export interface GuestOptions {
  readonly agent: string
  readonly local?: boolean
  /// Seconds between two requests to one host.
  readonly delay: number
  readonly robots?: boolean
}

interface Host {
  /// When it may be asked next, in milliseconds of the process's own clock.
  next: number
  allows: ((url: string) => boolean) | undefined
  delay: number
  /// How often it was busy, one after the other.
  busy: number
}

const mostTries = 3

export function guest({agent, local, delay, robots = true}: GuestOptions): Guest {
  const hosts = new Map<string, Host>()
  const asked = {agent, ...(local && {local})}

  async function hostOf(url: string): Promise<Host> {
    const {origin} = new URL(url)
    const known = hosts.get(origin)
    if (known) return known
    const host: Host = {next: 0, allows: undefined, delay, busy: 0}
    hosts.set(origin, host)
    if (!robots) return host
    try {
      const answer = await get(`${origin}/robots.txt`, asked)
      host.next = performance.now() + delay * 1000
      if (answer.status === 200) {
        const {default: parse} = await import("robots-parser")
        const rules = (parse as unknown as typeof import("robots-parser").default)(
          `${origin}/robots.txt`,
          Buffer.from(answer.body).toString("utf8")
        )
        host.allows = page => rules.isAllowed(page, agent) !== false
        host.delay = Math.max(delay, Math.min(60, rules.getCrawlDelay(agent) ?? 0))
      } else if (answer.status >= 500) host.allows = () => false
    } catch (error) {
      if (error instanceof NotFetched && /--allow-local|no web address/.test(error.message)) throw error
    }
    return host
  }

  return {
    async fetch(url, more) {
      if (!URL.canParse(url)) throw new NotFetched("is no web address: it should begin with http:// or https://")
      const host = await hostOf(url)
      if (host.allows && !host.allows(url)) throw new NotFetched("may not be fetched by programs (robots.txt): save it by hand")
      for (let tries = 1; ; tries++) {
        await asleep(host.next - performance.now())
        const answer = await get(url, {...asked, ...more})
        host.next = performance.now() + host.delay * 1000
        if (answer.status !== 429 && answer.status !== 503) {
          host.busy = 0
          return answer
        }
        host.busy++
        host.next = performance.now() + Math.min(600, answer.retryAfter ?? host.delay * 2 ** host.busy) * 1000
        if (tries >= mostTries) throw new NotFetched(`is on a host that is busy (status ${answer.status}): try again later`)
      }
    }
  }
}

const asleep = (ms: number): Promise<void> => (ms > 0 ? new Promise(done => setTimeout(done, ms)) : Promise.resolve())
