/** Puts the player of a scene beside the code; loaded when one is played. */
import { h, render } from 'vue'
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import { addStyle } from '../../site/page/add-style.ts'
import { stageBefore, stageNamed } from '../stages.ts'
import { leaveWithSection } from './leaving.ts'
import { loadSteps, loadTexts } from './load.ts'
import TracePlayer from './TracePlayer.vue'
import style from './workbench.css?inline'

/** How a scene begins to play. */
export interface Beginning {
  /** The step in the address; else it begins before what the figure shows. */
  readonly at: string | undefined
  /** The folder of the page's language. */
  readonly locale: string
  /** Called with each step that is shown, as an address names it. */
  onStep(step: string): void
  /** Called when the reader closes the player. */
  onLeave(): void
}

/**
 * Puts the player of a figure into the rail, or over the foot of the window.
 * @returns A function that removes the player.
 * @throws {Error} If the steps cannot be loaded.
 */
export async function playScene(
  figure: HTMLElement,
  { at, locale, onStep, onLeave }: Beginning,
): Promise<() => void> {
  const id = figure.dataset.trace ?? ''
  const store = (figure.dataset.store ?? 'memory') as ProviderPackage
  const [loaded, texts] = await Promise.all([
    loadSteps(id, store),
    loadTexts(locale),
  ])
  const { stages } = loaded
  // The player covers what the question has said to the reader.
  const said = figure.querySelector('output')?.textContent
  const telling = Number(figure.dataset.step) - 1
  // Who has answered has seen the step before, and wants to see what happens.
  const before = stageBefore(stages, telling) + (said ? 1 : 0)
  const first = at === undefined ? before : stageNamed(stages, at)
  addStyle(style)
  const place = document.createElement('aside')
  place.className = 'workbench'
  if (said) place.dataset.said = said
  place.ariaLabel = texts.traces[id]?.title[0] ?? id
  const rail = document.querySelector('.rail') ?? document.body
  rail.append(place)
  figure.classList.add('playing')
  const section = leaveWithSection(figure, place)
  const props = { id, store, loaded, texts, at: first }
  const events = { onStep, onLeave, onLit: section.look }
  render(h(TracePlayer, { ...props, ...events }), place)
  return () => {
    section.stop()
    render(null, place)
    place.remove()
    figure.classList.remove('playing')
  }
}
