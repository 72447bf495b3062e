/** Closes an open `<details>` as a menu closes. */
import { onMounted, onUnmounted, type ShallowRef } from 'vue'

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

  onMounted(() => {
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
  })
  onUnmounted(() => {
    document.removeEventListener('click', onClick)
    document.removeEventListener('keydown', onKey)
  })
}
