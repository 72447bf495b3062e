/** Loads the hovers when a reader first uses a chunk. */

import { useEvents } from '../../site/page/events.ts'
import { attempt } from '../../site/page/lazy.ts'
import { useSite } from '../../site/page/site.ts'
import { namesPath } from '../data.ts'

/** Loads the code for hovers on the first event in a chunk, not before. */
export function useChunkNames(): void {
  const { language } = useSite()
  let handle: ((event: Event, path: string) => void) | undefined
  let loading: Promise<void> | undefined

  async function onSign(event: Event): Promise<void> {
    if (!handle) {
      const { target } = event
      if (!(target instanceof Element) || !target.closest('.chunk')) return
      loading ??= import('./index.ts').then((names) => {
        handle = names.handle
      })
      await attempt(() => loading ?? Promise.resolve())
      if (!handle) loading = undefined
    }
    handle?.(event, namesPath(language.value))
  }

  useEvents({
    pointerover: onSign,
    focusin: onSign,
    click: onSign,
    keydown: onSign,
  })
}
