/** Shows the hover of a name in a chunk, for mouse, touch and keyboard. */
import { announce } from '../../site/page/announce.ts'
import { fetchHoverTexts, hoverTextsAt } from './fetch.ts'
import { hide, isPopup, popupText, show, shownName } from './popup.ts'
import { wrapNames } from './wrap.ts'

/** Milliseconds between a movement of the mouse and the popup's reaction. */
const delays = { show: 250, hide: 200 }

let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Handles an event of the document.
 * @param path The path of the hover texts.
 */
export function handle(event: Event, path: string): void {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  const figure = target.closest<HTMLElement>('.chunk')
  const known = hoverTextsAt(path)
  if (figure && known) wrapNames(figure, known)
  const ready = async () => {
    const texts = known ?? (figure && (await fetchHoverTexts(path)))
    if (figure && texts) wrapNames(figure, texts)
  }
  if (event instanceof KeyboardEvent) onKey(event, target, ready)
  else if (event.type === 'focusin') onFocus(target, ready)
  else if (!(event instanceof MouseEvent)) return
  else if (event.type === 'click') onClick(event, target, ready)
  else if (!isTouch(event)) onPointer(target, ready)
}

const isTouch = (event: Event): boolean =>
  event instanceof PointerEvent && event.pointerType === 'touch'

const nameAt = (node: Element | null): HTMLElement | null =>
  node?.closest<HTMLElement>('.chunk .name') ?? null

function onPointer(target: HTMLElement, ready: () => Promise<void>): void {
  clearTimeout(timer)
  if (isPopup(target)) return
  void ready()
  const name = nameAt(target)
  if (name) timer = setTimeout(show, delays.show, name)
  else if (shownName()) timer = setTimeout(rest, delays.hide)
}

/** Shows the popup of the name with the focus, or hides it if there is none. */
function rest(): void {
  const name = nameAt(document.activeElement)
  if (name) show(name)
  else hide()
}

function onFocus(target: HTMLElement, ready: () => Promise<void>): void {
  clearTimeout(timer)
  void ready()
  rest()
  if (!nameAt(target)) return
  target.role = 'button'
  target.addEventListener('blur', () => target.removeAttribute('role'), {
    once: true,
  })
}

async function onClick(
  { clientX, clientY }: MouseEvent,
  target: HTMLElement,
  ready: () => Promise<void>,
): Promise<void> {
  if (isPopup(target)) return
  clearTimeout(timer)
  await ready()
  // The name may have become an element meanwhile.
  const name =
    nameAt(target) ?? nameAt(document.elementFromPoint(clientX, clientY))
  if (!name || shownName() === name) return hide()
  if (!getSelection()?.isCollapsed) return
  show(name)
  announce(popupText())
}

async function onKey(
  event: KeyboardEvent,
  target: HTMLElement,
  ready: () => Promise<void>,
): Promise<void> {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey) return
  const row = target.closest<HTMLElement>('.chunk tbody > tr')
  if (key === 'Escape') {
    if (nameAt(target)) row?.focus()
    hide()
  } else if (row === target && (key === 'Enter' || key === 'F2')) {
    await ready()
    namesIn(row)[0]?.focus()
  } else if (row && nameAt(target) && /^Arrow(Left|Right)$/.test(key)) {
    event.preventDefault()
    const names = namesIn(row)
    const step = key === 'ArrowLeft' ? -1 : 1
    names[names.indexOf(target) + step]?.focus()
  }
}

/** The visible names of a row; makes all its names focusable. */
function namesIn(row: HTMLElement): HTMLElement[] {
  const names = [...row.querySelectorAll<HTMLElement>('.name')]
  for (const name of names) name.tabIndex = -1
  return names.filter((name) => name.getClientRects().length > 0)
}
