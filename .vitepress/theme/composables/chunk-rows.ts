/** Leads the keyboard through the rows of a chunk, which Tab enters once. */

/** The rows that are shown of a chunk, or of its body. */
function rowsOf(part: Element): HTMLElement[] {
  const rows = part.querySelectorAll<HTMLElement>('.chunk tbody > tr')
  // Asks for no more than the style: most chunks are not laid out yet.
  return [...rows].filter((row) => getComputedStyle(row).display !== 'none')
}

/**
 * Makes the rows reachable: by Tab the one where the reader was last, or the
 * first. To be called again when other rows are shown.
 */
export function addRows(figure: Element): void {
  const rows = rowsOf(figure)
  const stop = rows.find((row) => row.tabIndex === 0) ?? rows[0]
  for (const row of figure.querySelectorAll<HTMLElement>('tbody > tr')) {
    row.tabIndex = row === stop ? 0 : -1
  }
  describe(stop)
}

/** Remembers the row, which from now on is the one that Tab enters. */
export function onRowFocus({ target }: FocusEvent): void {
  if (!(target instanceof Element)) return
  const row = target.closest<HTMLElement>('.chunk tbody > tr')
  const figure = row?.closest('.chunk')
  if (!row || !figure) return
  for (const each of rowsOf(figure)) each.tabIndex = -1
  row.tabIndex = 0
}

/** Who comes back to the rows hears again which keys there are. */
export function onRowBlur({ target, relatedTarget }: FocusEvent): void {
  const body = target instanceof Element && target.closest('.chunk tbody')
  if (!body || body.contains(relatedTarget as Node | null)) return
  describe(rowsOf(body).find((row) => row.tabIndex === 0))
}

/** Up, down, Home and End; at the ends the keys scroll the page. */
export function onRowKey(event: KeyboardEvent): void {
  const { target, key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return
  const row = target.closest<HTMLElement>('.chunk tbody > tr')
  const figure = row?.closest('.chunk')
  if (!row || !figure || !target.matches('tr, .name')) return
  const rows = rowsOf(figure)
  const at = rows.indexOf(row)
  const next = {
    ArrowUp: rows[at - 1],
    ArrowDown: rows[at + 1],
    Home: rows[0],
    End: rows.at(-1),
  }[key]
  if (!next || (target.matches('.name') && /Home|End/.test(key))) return
  event.preventDefault()
  for (const each of rows) each.removeAttribute('aria-describedby')
  next.focus()
}

/** The id of the text that says which keys there are. */
export const keysId = 'chunk-keys'

function describe(row: Element | undefined): void {
  row?.setAttribute('aria-describedby', keysId)
}
