/** Fetches the hover texts, once for each language. */

import { fetchOnce } from '../../site/page/fetch.ts'
import { attempt } from '../../site/page/lazy.ts'
import type { NamesData } from '../data.ts'

const fetched = new Map<string, NamesData>()

/** The hover texts, if they were already fetched. */
export const hoverTextsAt = (path: string): NamesData | undefined =>
  fetched.get(path)

/** Fetches them; undefined if the network fails. A later call tries again. */
export async function fetchHoverTexts(
  path: string,
): Promise<NamesData | undefined> {
  const texts = await attempt(() => fetchOnce<NamesData>(path))
  if (texts) fetched.set(path, texts)
  return texts
}
