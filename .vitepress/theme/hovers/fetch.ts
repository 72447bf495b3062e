/** Fetches the hover texts, once for each language. */
import type { NamesData } from '../../hovers/data.ts'
import { fetchOnce } from '../composables/fetch.ts'
import { attempt } from '../composables/lazy.ts'

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
