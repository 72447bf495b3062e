/** Fetches the steps and the texts of scenes from the site itself. */
import { withBase } from 'vitepress'
import type { ProviderPackage, Step } from '../../../src/trace/engine.ts'
import { unpack } from '../../scenes/pack.ts'
import {
  type Lines,
  type StepsData,
  stepsPath,
  type TextsData,
  textsPath,
} from '../../scenes/published.ts'

/** The steps of a trace, and the lines that each of them executes. */
export interface LoadedSteps {
  readonly steps: readonly Step[]
  readonly ran: readonly Lines[]
}

const fetched = new Map<string, Promise<unknown>>()

/** Fetches a file once; a file that cannot be fetched is asked for again. */
function get<Data>(path: string): Promise<Data> {
  const known = fetched.get(path)
  if (known) return known as Promise<Data>
  const asked = fetch(withBase(path)).then((response): Promise<Data> => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  })
  fetched.set(path, asked)
  asked.catch(() => fetched.delete(path))
  return asked
}

/** @throws {Error} If the steps cannot be fetched. */
export async function loadSteps(
  id: string,
  store: ProviderPackage,
): Promise<LoadedSteps> {
  const { steps, lines, ran } = await get<StepsData>(stepsPath(id, store))
  const none: Lines = { go: [], ts: [] }
  return { steps: unpack(steps), ran: ran.map((at) => lines[at] ?? none) }
}

/** @throws {Error} If the texts cannot be fetched. */
export const loadTexts = (locale: string): Promise<TextsData> =>
  get(textsPath(locale))
