/** Closes an open `<details>` as a menu closes. */
import type { ShallowRef } from 'vue'
import { useEvents } from './events.ts'

/** Closes it after a click on a link inside, a click outside, or Escape. */
export function useMenuClosing(
  details: Readonly<ShallowRef<HTMLDetailsElement | null>>,
): void {
  function onClick({ target }: MouseEvent): void {
    const menu = details.value
    if (!menu || !(target instanceof Element)) return
    if (!menu.contains(target) || target.closest('a')) menu.open = false
  }

  function onKey({ key }: KeyboardEvent): void {
    const menu = details.value
    if (!menu?.open || key !== 'Escape') return
    menu.open = false
    menu.querySelector('summary')?.focus()
  }

  useEvents({ click: onClick, keydown: onKey })
}
