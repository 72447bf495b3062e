/** Fetches the steps and the texts of scenes from the site itself. */
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import { fetchOnce } from '../../site/page/fetch.ts'
import { unpack } from '../pack.ts'
import {
  type Lines,
  type StepsData,
  stepsPath,
  type TextsData,
  textsPath,
} from '../published.ts'
import { type Stage, stagesOf } from '../stages.ts'

/** The stages of a trace, and the lines that each of them executes. */
export interface LoadedSteps {
  readonly stages: readonly Stage[]
  readonly ran: readonly Lines[]
}

export const noLines: Lines = { go: [], ts: [], last: [] }

/** @throws {Error} If the steps cannot be fetched. */
export async function loadSteps(
  id: string,
  store: ProviderPackage,
): Promise<LoadedSteps> {
  const { steps, lines, ran } = await fetchOnce<StepsData>(stepsPath(id, store))
  const stages = stagesOf(unpack(steps))
  return { stages, ran: ran.map((at) => lines[at] ?? noLines) }
}

/** @throws {Error} If the texts cannot be fetched. */
export const loadTexts = (locale: string): Promise<TextsData> =>
  fetchOnce(textsPath(locale))
