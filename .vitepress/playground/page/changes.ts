/** Shows a change of the code when a reader unfolds it. */
import { useEvents } from '../../site/page/events.ts'
import { loaded } from '../../site/page/lazy.ts'
import { useSite } from '../../site/page/site.ts'

/** Lets the first click on a folded change fetch it. */
export function useChanges(): void {
  const { language } = useSite()

  async function show({ target }: MouseEvent): Promise<void> {
    if (!(target instanceof Element)) return
    const change =
      target.closest<HTMLElement>('.change > summary')?.parentElement
    if (!change || change.querySelector('.change-shown')) return
    const part = await loaded(() => import('./change.ts'))
    await part.showChange(change, language.value)
  }

  useEvents({ click: show })
}
