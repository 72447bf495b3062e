/** Follows the reader through the sections of a page. */
import type { Header } from 'vitepress'
import { nextTick, onMounted, ref, shallowRef, watch } from 'vue'
import { useEvents } from './events.ts'
import { useSite } from './site.ts'

/** After so many pixels a page counts as scrolled. */
const scrolledAfter = 96

/** A section counts as present from this part of the window's height on. */
const presentFrom = 0.3

/** Whether the page is scrolled, and the section that is being read. */
export function usePlace() {
  const { page } = useSite()
  const scrolled = ref(false)
  const present = shallowRef<Header>()

  function look(): void {
    scrolled.value = window.scrollY > scrolledAfter
    const { headers } = page.value
    present.value = headers
      .flatMap((header) => [header, ...header.children])
      .findLast(({ slug }) => isAbove(slug, innerHeight * presentFrom))
  }

  useEvents({ scroll: look, resize: look }, () => window)
  onMounted(look)
  watch(page, () => nextTick(look))
  return { scrolled, present }
}

function isAbove(id: string, y: number): boolean {
  const top = document.getElementById(id)?.getBoundingClientRect().top
  return top !== undefined && top <= y
}
