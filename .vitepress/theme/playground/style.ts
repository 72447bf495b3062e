/** Adds the styles of the playground, which other pages must not load. */
import text from '../styles/playground.css?inline'

let added = false

/** Adds the styles once. */
export function addStyle(): void {
  if (added) return
  added = true
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
}
