/** Makes the chunks of a page interactive: rows, copy buttons, hovers. */
import { onContentUpdated } from 'vitepress'
import { watch } from 'vue'
import { announce } from './announce.ts'
import { addCopyButtons } from './chunk-copy.ts'
import { addLineLinks } from './chunk-lines.ts'
import { useChunkNames } from './chunk-names.ts'
import { addRows, onRowBlur, onRowFocus, onRowKey } from './chunk-rows.ts'
import { useCodeChoice } from './code-choice.ts'
import { useEvents } from './events.ts'
import { layOutParts } from './lazy-layout.ts'
import { useSite } from './site.ts'

/** Adds what needs JavaScript; chunks can also be read without it. */
export function useChunks(): void {
  const { strings } = useSite()
  const { choice } = useCodeChoice()

  function enliven(): void {
    if (document.querySelector('.chunk')) announce('')
    layOutParts((part) => {
      if (!part.matches('.chunk')) return
      addRows(part)
      addLineLinks(part)
      addCopyButtons(part, strings.value.code)
    })
  }

  useEvents({ focusin: onRowFocus, focusout: onRowBlur, keydown: onRowKey })
  onContentUpdated(enliven)
  // The first choice needs nothing: the page was already shown with it.
  watch(choice, (_, before) => before && enliven(), { flush: 'post' })
  useChunkNames()
}
