import {type Route, routeOf} from "./route.ts"

/// Where the reader is, and how she gets elsewhere. Filters and choices push a step of history; a moving selection only replaces it.

let route: Route = $state.raw(routeOf(location))
let address = $state.raw(location.href)

export const here = {
  get route(): Route {
    return route
  },
  get address(): string {
    return address
  },
  go(href: string): void {
    if (href === location.pathname + location.search + location.hash) return
    keepScroll()
    history.pushState(null, "", href)
    arrive()
  },
  replace(href: string): void {
    history.replaceState(history.state, "", href)
    arrive()
  }
}

function arrive(): void {
  route = routeOf(location)
  address = location.href
}

const keepScroll = (): void => history.replaceState({y: scrollY}, "", location.href)

/// How far down the page was when this step of history was left.
export const scrollKept = (): number | undefined => (history.state as {y?: number} | null)?.y

history.scrollRestoration = "manual"
addEventListener("popstate", arrive)

/// Links of the page to itself are followed without leaving it. All else (files, other programs' tabs, new windows) is the browser's.
addEventListener("click", event => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null
  if (!link) return
  const target = link instanceof HTMLAnchorElement ? link.target : ""
  const url = new URL(link.getAttribute("href")!, location.href)
  if (target || link.hasAttribute("download") || url.origin !== location.origin || url.pathname.startsWith("/api/")) return
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return
  event.preventDefault()
  here.go(url.pathname + url.search + url.hash)
})
