/** The one popup, shared by all names. */
import { paint } from './paint.ts'
import { toldOf } from './wrap.ts'

const popup = document.createElement('div')
popup.id = 'name-popup'
popup.role = 'tooltip'
popup.hidden = true

/** Between the popup and what is around it, in pixels. */
const gap = 6

let shown: HTMLElement | undefined

/** The name of which the popup now tells. */
export const shownName = (): HTMLElement | undefined => shown

/** Is this a part of the popup? */
export const isPopup = (node: Element): boolean => popup.contains(node)

/** What the popup says, for a screen reader. */
export const popupText = (): string =>
  Array.from(popup.children, ({ textContent }) => textContent).join('. ')

/** Tells of a name, beside it. */
export function show(name: HTMLElement): void {
  const told = toldOf(name)
  if (!told || shown === name) return
  hide()
  shown = name
  popup.replaceChildren(...paint(told, name.textContent ?? ''))
  popup.className = name.closest('td')?.className ?? ''
  name.closest('main')?.append(popup)
  popup.hidden = false
  place(name)
  name.setAttribute('aria-describedby', popup.id)
  name.classList.add('told')
}

/** Takes the popup away. */
export function hide(): void {
  popup.hidden = true
  shown?.removeAttribute('aria-describedby')
  shown?.classList.remove('told')
  shown = undefined
}

/** Above the name, or below it where there is no room; never over it. */
function place(name: HTMLElement): void {
  const { top, bottom } = name.getBoundingClientRect()
  const left = name.getClientRects()[0]?.left ?? 0
  const bar = document.querySelector('.outline-bar')
  const { height, width } = popup.getBoundingClientRect()
  const ceiling = (bar?.getBoundingClientRect().bottom ?? 0) + gap
  const above = top - gap - height
  const y = above >= ceiling ? above : bottom + gap
  const room = document.documentElement.clientWidth - width - gap
  popup.style.left = `${Math.max(gap, Math.min(left - gap, room)) + scrollX}px`
  popup.style.top = `${y + scrollY}px`
}
