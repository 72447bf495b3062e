/** Fetches a change of the code, and puts it below its summary. */
import { addStyle } from '../../site/page/add-style.ts'
import { fetchOnce } from '../../site/page/fetch.ts'
import { loaded } from '../../site/page/lazy.ts'
import diff from '../../weave/page/diff.css?inline'
import { type ChangeData, changePath } from '../data.ts'
import style from './change.css?inline'

/** Fetches it once; it replaces the link to what the repaired store does. */
export async function showChange(
  change: HTMLElement,
  locale: string,
): Promise<void> {
  const path = changePath(locale, change.dataset.name ?? '')
  const fetched = await loaded(() => fetchOnce<ChangeData>(path))
  if (change.querySelector('.change-shown')) return
  addStyle(diff + style)
  change.querySelector('p')?.remove()
  change.insertAdjacentHTML('beforeend', fetched.html)
}
