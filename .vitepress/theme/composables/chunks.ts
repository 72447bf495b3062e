/** Brings the chunks of a page to life: rows, copy buttons, names. */
import { onContentUpdated } from 'vitepress'
import { onMounted, onUnmounted, watch } from 'vue'
import { announce } from './announce.ts'
import { addCopyButtons } from './chunk-copy.ts'
import { useChunkNames } from './chunk-names.ts'
import { addRows, onRowBlur, onRowFocus, onRowKey } from './chunk-rows.ts'
import { useCodeChoice } from './code-choice.ts'
import { drawParts } from './drawn.ts'
import { useSite } from './site.ts'

/** Without it, and without JavaScript, the chunks can be read all the same. */
export function useChunks(): void {
  const { strings } = useSite()
  const { choice } = useCodeChoice()

  function enliven(): void {
    if (document.querySelector('.chunk')) announce('')
    drawParts((part) => {
      if (!part.matches('.chunk')) return
      addRows(part)
      addCopyButtons(part, strings.value.code)
    })
  }

  onMounted(() => {
    document.addEventListener('focusin', onRowFocus)
    document.addEventListener('focusout', onRowBlur)
    document.addEventListener('keydown', onRowKey)
  })
  onUnmounted(() => {
    document.removeEventListener('focusin', onRowFocus)
    document.removeEventListener('focusout', onRowBlur)
    document.removeEventListener('keydown', onRowKey)
  })
  onContentUpdated(enliven)
  // The first choice is not made here: the page began with it.
  watch(choice, (_, before) => before && enliven(), { flush: 'post' })
  useChunkNames()
}
