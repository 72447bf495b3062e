/** Moves keyboard focus through the rows of a chunk, which is one tab stop. */

/** The visible rows of a chunk or of its body. */
function rowsOf(part: Element): HTMLElement[] {
  const rows = part.querySelectorAll<HTMLElement>('.chunk tbody > tr')
  // Reads only the style, because most chunks are not laid out yet.
  return [...rows].filter((row) => getComputedStyle(row).display !== 'none')
}

/**
 * Makes the rows focusable. Tab reaches the row that had the focus last, or
 * the first one. Call it again when other rows are shown.
 */
export function addRows(figure: Element): void {
  const rows = rowsOf(figure)
  const stop = rows.find((row) => row.tabIndex === 0) ?? rows[0]
  for (const row of figure.querySelectorAll<HTMLElement>('tbody > tr')) {
    row.tabIndex = row === stop ? 0 : -1
  }
  describe(stop)
}

/** Makes the focused row the tab stop of its chunk. */
export function onRowFocus({ target }: FocusEvent): void {
  if (!(target instanceof Element)) return
  const row = target.closest<HTMLElement>('.chunk tbody > tr')
  const figure = row?.closest('.chunk')
  if (!row || !figure) return
  for (const each of rowsOf(figure)) each.tabIndex = -1
  row.tabIndex = 0
}

/** Adds the description of the keys again when the focus leaves the rows. */
export function onRowBlur({ target, relatedTarget }: FocusEvent): void {
  const body = target instanceof Element && target.closest('.chunk tbody')
  if (!body || body.contains(relatedTarget as Node | null)) return
  describe(rowsOf(body).find((row) => row.tabIndex === 0))
}

/**
 * Handles Up, Down, Home and End; beyond the ends they scroll the page. Enter
 * opens a doc comment.
 */
export function onRowKey(event: KeyboardEvent): void {
  const { target, key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement)) return
  const row = target.closest<HTMLElement>('.chunk tbody > tr')
  const figure = row?.closest('.chunk')
  if (!row || !figure || !target.matches('tr, .name')) return
  if (key === 'Enter' && target === row)
    row.querySelector<HTMLElement>('.unfold')?.click()
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

/** The id of the text that describes the keys. */
export const keysId = 'chunk-keys'

function describe(row: Element | undefined): void {
  row?.setAttribute('aria-describedby', keysId)
}
