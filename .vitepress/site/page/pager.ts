/** The pages before and after the current one. */
import { computed } from 'vue'
import { useSite } from './site.ts'

/** Both pages in reading order; none for a page outside that order. */
export function usePager() {
  const { frame, page } = useSite()
  return computed(() => {
    const pages = frame.value.groups.flatMap((group) => group.pages)
    const path = `/${page.value.relativePath.replace(/\.md$/, '')}`
    const index = pages.findIndex(({ link }) => link === path)
    return index < 0
      ? {}
      : { previous: pages[index - 1], next: pages[index + 1] }
  })
}
