/** The popup that all names share. */
import { addStyle } from '../../site/page/add-style.ts'
import style from './names.css?inline'
import { paint } from './render.ts'
import { hoverTextOf } from './wrap.ts'

addStyle(style)
const popup = document.createElement('div')
popup.id = 'name-popup'
popup.role = 'tooltip'
popup.hidden = true

/** Distance from the popup to what is around it, in CSS pixels. */
const gap = 6

let shown: HTMLElement | undefined

/** The name for which the popup is shown. */
export const shownName = (): HTMLElement | undefined => shown

/** Whether a node is part of the popup. */
export const isPopup = (node: Element): boolean => popup.contains(node)

/** The text of the popup, for a screen reader. */
export const popupText = (): string =>
  Array.from(popup.children, ({ textContent }) => textContent).join('. ')

/** Shows the popup beside a name. */
export function show(name: HTMLElement): void {
  const text = hoverTextOf(name)
  if (!text || shown === name) return
  hide()
  shown = name
  popup.replaceChildren(...paint(text, name.textContent ?? ''))
  popup.className = name.closest('td')?.className ?? ''
  name.closest('main')?.append(popup)
  popup.hidden = false
  place(name)
  name.setAttribute('aria-describedby', popup.id)
  name.classList.add('told')
}

/** Hides the popup. */
export function hide(): void {
  popup.hidden = true
  shown?.removeAttribute('aria-describedby')
  shown?.classList.remove('told')
  shown = undefined
}

/** Places it above the name, or below if there is no room; never over it. */
function place(name: HTMLElement): void {
  const { top, bottom } = name.getBoundingClientRect()
  const left = name.getClientRects()[0]?.left ?? 0
  const bar = document.querySelector('.site-header')
  const { height, width } = popup.getBoundingClientRect()
  const ceiling = (bar?.getBoundingClientRect().bottom ?? 0) + gap
  const above = top - gap - height
  const y = above >= ceiling ? above : bottom + gap
  const room = document.documentElement.clientWidth - width - gap
  popup.style.left = `${Math.max(gap, Math.min(left - gap, room)) + scrollX}px`
  popup.style.top = `${y + scrollY}px`
}
