/** Fetches the steps and the texts of scenes from the site itself. */
import type { ProviderPackage, Step } from '../../../src/trace/engine.ts'
import { fetchOnce } from '../../site/page/fetch.ts'
import { unpack } from '../pack.ts'
import {
  type Lines,
  type StepsData,
  stepsPath,
  type TextsData,
  textsPath,
} from '../published.ts'

/** The steps of a trace, and the lines that each of them executes. */
export interface LoadedSteps {
  readonly steps: readonly Step[]
  readonly ran: readonly Lines[]
}

/** @throws {Error} If the steps cannot be fetched. */
export async function loadSteps(
  id: string,
  store: ProviderPackage,
): Promise<LoadedSteps> {
  const { steps, lines, ran } = await fetchOnce<StepsData>(stepsPath(id, store))
  const none: Lines = { go: [], ts: [] }
  return { steps: unpack(steps), ran: ran.map((at) => lines[at] ?? none) }
}

/** @throws {Error} If the texts cannot be fetched. */
export const loadTexts = (locale: string): Promise<TextsData> =>
  fetchOnce(textsPath(locale))
