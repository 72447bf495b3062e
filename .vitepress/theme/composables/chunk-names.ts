/** Waits until a reader turns to a chunk, and then loads what its names are. */
import { withBase } from 'vitepress'
import { onMounted, onUnmounted } from 'vue'
import { namesPath } from '../../names/data.ts'
import { useSite } from './site.ts'

const signs = ['pointerover', 'focusin', 'click', 'keydown'] as const

/** Until then, a visit pays for nothing. */
export function useChunkNames(): void {
  const { localeIndex } = useSite()
  const address = () =>
    withBase(namesPath(localeIndex.value === 'root' ? 'en' : localeIndex.value))
  let handle: ((event: Event, address: string) => void) | undefined
  let loading: Promise<void> | undefined

  async function onSign(event: Event): Promise<void> {
    if (!handle) {
      const { target } = event
      if (!(target instanceof Element) || !target.closest('.chunk')) return
      loading ??= import('../names/index.ts').then((names) => {
        handle = names.handle
      })
      await loading.catch(() => {
        loading = undefined
      })
    }
    handle?.(event, address())
  }

  onMounted(() => {
    for (const sign of signs) document.addEventListener(sign, onSign)
  })
  onUnmounted(() => {
    for (const sign of signs) document.removeEventListener(sign, onSign)
  })
}
