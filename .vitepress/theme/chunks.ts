/** Makes the chunks of a page interactive: rows, copy buttons, hovers. */
import { onContentUpdated } from 'vitepress'
import { watch } from 'vue'
import { useChunkNames } from '../hovers/page/chunk-names.ts'
import { announce } from '../site/page/announce.ts'
import { useEvents } from '../site/page/events.ts'
import { prepareParts } from '../site/page/one-by-one.ts'
import { useSite } from '../site/page/site.ts'
import { addCopyButtons } from '../weave/page/chunk-copy.ts'
import { addFolds } from '../weave/page/chunk-folds.ts'
import { addLineLinks } from '../weave/page/chunk-lines.ts'
import {
  addRows,
  onRowBlur,
  onRowFocus,
  onRowKey,
} from '../weave/page/chunk-rows.ts'
import { useCodeChoice } from '../weave/page/code-choice.ts'
import { addFileCopyButtons } from '../weave/page/take-copy.ts'

/** Adds what needs JavaScript; chunks can also be read without it. */
export function useChunks(): void {
  const { strings } = useSite()
  const { choice } = useCodeChoice()

  function enliven(): void {
    if (document.querySelector('.chunk')) announce('')
    addFileCopyButtons(strings.value.code)
    prepareParts('.chunk', (chunk) => {
      addRows(chunk)
      addLineLinks(chunk)
      addCopyButtons(chunk, strings.value.code)
      addFolds(chunk, strings.value.code.unfold)
    })
  }

  useEvents({ focusin: onRowFocus, focusout: onRowBlur, keydown: onRowKey })
  onContentUpdated(enliven)
  // The first choice needs nothing: the page was already shown with it.
  watch(choice, (_, before) => before && enliven(), { flush: 'post' })
  useChunkNames()
}
