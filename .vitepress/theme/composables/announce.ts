/** Tells a screen reader, politely, what has happened. */

let status: HTMLElement | undefined

/** Must be there before it says something: the first call may say nothing. */
export function announce(text: string): void {
  if (!status) {
    status = document.createElement('div')
    status.className = 'visually-hidden'
    status.role = 'status'
    document.body.append(status)
  }
  status.textContent = text
}
