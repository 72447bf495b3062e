/** Fetches the hover texts, once for each language. */
import type { NamesData } from '../../hovers/data.ts'
import { attempt } from '../composables/lazy.ts'

const fetched = new Map<string, NamesData>()
const underway = new Map<string, Promise<NamesData | undefined>>()

/** The hover texts, if they were already fetched. */
export const hoverTextsAt = (address: string): NamesData | undefined =>
  fetched.get(address)

/** Fetches them; undefined if the network fails. A later call tries again. */
export function fetchHoverTexts(
  address: string,
): Promise<NamesData | undefined> {
  const asked = underway.get(address) ?? ask(address)
  underway.set(address, asked)
  return asked
}

async function ask(address: string): Promise<NamesData | undefined> {
  const texts = await attempt(async (): Promise<NamesData> => {
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
    return answer.json()
  })
  underway.delete(address)
  if (texts) fetched.set(address, texts)
  return texts
}
