/** Announces a text to screen readers in a polite live region. */

let status: HTMLElement | undefined

/**
 * Sets the text of the live region. Call it with an empty text first: the
 * region must exist before its text changes.
 */
export function announce(text: string): void {
  if (!status) {
    status = document.createElement('div')
    status.className = 'visually-hidden'
    status.role = 'status'
    document.body.append(status)
  }
  status.textContent = text
}
