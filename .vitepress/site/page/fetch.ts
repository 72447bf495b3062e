/** Fetches the JSON files of the site. */
import { withBase } from 'vitepress'

const fetched = new Map<string, Promise<unknown>>()

/**
 * Fetches a file, by its path from the site's base.
 * @throws {Error} If it cannot be read.
 */
export async function fetchJson<Value>(path: string): Promise<Value> {
  const response = await fetch(withBase(path))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

/** The same, but once; a file that did not come is asked for again. */
export function fetchOnce<Value>(path: string): Promise<Value> {
  const known = fetched.get(path) as Promise<Value> | undefined
  if (known) return known
  const asked = fetchJson<Value>(path)
  fetched.set(path, asked)
  asked.catch(() => fetched.delete(path))
  return asked
}
