/** Adds the player to a scene; loaded when a reader first plays one. */
import { h, render } from 'vue'
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import { loadSteps, loadTexts } from './load.ts'
import TracePlayer from './TracePlayer.vue'

/** How a scene begins to play. */
export interface Beginning {
  /** The first step to show, from 0. */
  readonly at: number
  readonly autoplay: boolean
  /** The folder of the page's language. */
  readonly locale: string
  /** Called with each step that is shown, from 0. */
  onStep(index: number): void
}

/**
 * Puts the player into a figure, in the place of the drawn steps.
 * @returns A function that removes the player.
 * @throws {Error} If the steps cannot be loaded.
 */
export async function playScene(
  figure: HTMLElement,
  { at, autoplay, locale, onStep }: Beginning,
): Promise<() => void> {
  const id = figure.dataset.trace ?? ''
  const store = (figure.dataset.store ?? 'memory') as ProviderPackage
  const [loaded, texts] = await Promise.all([
    loadSteps(id, store),
    loadTexts(locale),
  ])
  const place = document.createElement('div')
  const props = { id, store, loaded, texts, at, autoplay }
  figure.append(place)
  figure.classList.add('playing')
  render(h(TracePlayer, { ...props, onStep }), place)
  return () => {
    render(null, place)
    place.remove()
    figure.classList.remove('playing')
  }
}
