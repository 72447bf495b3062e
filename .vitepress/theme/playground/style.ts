/** Adds the styles of the playground, which other pages must not load. */
import page from '../styles/playground.css?inline'
import code from '../styles/playground-code.css?inline'
import editor from '../styles/playground-editor.css?inline'
import steps from '../styles/playground-steps.css?inline'

let added = false

/** Adds the styles once. */
export function addStyle(): void {
  if (added) return
  added = true
  const style = document.createElement('style')
  style.textContent = [page, editor, steps, code].join('')
  document.head.append(style)
}
