/** Lets a reader select, and copy, one side of a chunk without the other. */
import { useEvents } from '../../site/page/events.ts'

/** Marks the chunk under the pointer with the side where a selection began. */
function markSide(event: PointerEvent): void {
  const { target } = event
  if (!(target instanceof Element)) return
  const cell = target.closest('.chunk td')
  const figure = cell?.closest<HTMLElement>('.chunk')
  if (figure) figure.dataset.side = cell?.classList.contains('go') ? 'go' : 'ts'
}

/** After a mark, chunk.css keeps the other side out of the selection. */
export function useChunkSelection(): void {
  useEvents({ pointerdown: markSide })
}
