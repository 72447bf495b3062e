/** Writes what a reader has chosen into the address of the page. */

/**
 * How many changes are written within a span of milliseconds. WebKit throws at
 * the 101st within ten seconds, and the router's own changes count too.
 */
const most = 50
const span = 10_000

/** When the last changes were written. */
const written: number[] = []

/** The address that could not be written yet. */
let waiting: URL | undefined

/**
 * Changes the address in a task of its own, because that takes as long as a
 * step of a scene; after many changes, a little later.
 * @param edit Called with the address to change.
 */
export function changeAddress(edit: (address: URL) => void): void {
  const isFirst = !waiting
  const address = here() ?? new URL(location.href)
  edit(address)
  waiting = address
  if (isFirst) setTimeout(write)
}

/** The waiting address, unless the reader has gone to another page. */
function here(): URL | undefined {
  return waiting?.pathname === location.pathname ? waiting : undefined
}

function write(): void {
  const now = performance.now()
  while (written[0] !== undefined && written[0] <= now - span) written.shift()
  const [oldest] = written
  if (oldest !== undefined && written.length >= most) {
    setTimeout(write, oldest + span - now)
    return
  }
  const address = here()
  waiting = undefined
  if (!address || address.href === location.href) return
  written.push(now)
  history.replaceState(history.state, '', address)
}
