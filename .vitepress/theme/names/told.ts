/** Fetches what is told of the names, once for each language. */
import type { NamesData } from '../../names/data.ts'

const fetched = new Map<string, NamesData>()
const underway = new Map<string, Promise<NamesData | undefined>>()

/** What has come already. */
export const toldAt = (address: string): NamesData | undefined =>
  fetched.get(address)

/** Nothing where the network fails; asked again, it tries again. */
export function fetchTold(address: string): Promise<NamesData | undefined> {
  const asked = underway.get(address) ?? ask(address)
  underway.set(address, asked)
  return asked
}

async function ask(address: string): Promise<NamesData | undefined> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return undefined
    const told: NamesData = await answer.json()
    fetched.set(address, told)
    return told
  } catch {
    return undefined
  } finally {
    underway.delete(address)
  }
}
