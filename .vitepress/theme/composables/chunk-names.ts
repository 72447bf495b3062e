/** Loads the hovers when a reader first uses a chunk. */
import { onMounted, onUnmounted } from 'vue'
import { namesPath } from '../../hovers/data.ts'
import { attempt } from './lazy.ts'
import { useSite } from './site.ts'

const signs = ['pointerover', 'focusin', 'click', 'keydown'] as const

/** Loads the code for hovers on the first event in a chunk, not before. */
export function useChunkNames(): void {
  const { language } = useSite()
  let handle: ((event: Event, path: string) => void) | undefined
  let loading: Promise<void> | undefined

  async function onSign(event: Event): Promise<void> {
    if (!handle) {
      const { target } = event
      if (!(target instanceof Element) || !target.closest('.chunk')) return
      loading ??= import('../hovers/index.ts').then((names) => {
        handle = names.handle
      })
      await attempt(() => loading ?? Promise.resolve())
      if (!handle) loading = undefined
    }
    handle?.(event, namesPath(language.value))
  }

  onMounted(() => {
    for (const sign of signs) document.addEventListener(sign, onSign)
  })
  onUnmounted(() => {
    for (const sign of signs) document.removeEventListener(sign, onSign)
  })
}
