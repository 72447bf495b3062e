/** Listens to events of the page while a component is shown. */
import { onMounted, onUnmounted } from 'vue'

/** Handlers by the names of their events. */
type Handlers = {
  readonly [Name in keyof WindowEventMap]?: (
    event: WindowEventMap[Name],
  ) => void
}

/** @param of What the events happen to; the document, if left out. */
export function useEvents(
  handlers: Handlers,
  of: () => EventTarget = () => document,
): void {
  const all = Object.entries(handlers) as [string, EventListener][]
  onMounted(() => {
    for (const [name, handler] of all) of().addEventListener(name, handler)
  })
  onUnmounted(() => {
    for (const [name, handler] of all) of().removeEventListener(name, handler)
  })
}

/** The link that a click opens in this tab, if it matches a selector. */
export function openedLink(
  { button, ctrlKey, shiftKey, altKey, metaKey, target }: MouseEvent,
  selector: string,
): HTMLAnchorElement | null {
  const elsewhere = ctrlKey || shiftKey || altKey || metaKey
  if (button !== 0 || elsewhere || !(target instanceof Element)) return null
  return target.closest<HTMLAnchorElement>(selector)
}
