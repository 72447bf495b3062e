/** The pages before and after the present one. */
import { computed } from 'vue'
import { useSite } from './site.ts'

/** Neighbours in reading order; a page outside that order has none. */
export function usePager() {
  const { theme, page } = useSite()
  return computed(() => {
    const { pages } = theme.value
    const path = `/${page.value.relativePath.replace(/\.md$/, '')}`
    const index = pages.findIndex(({ link }) => link === path)
    return index < 0
      ? {}
      : { previous: pages[index - 1], next: pages[index + 1] }
  })
}
