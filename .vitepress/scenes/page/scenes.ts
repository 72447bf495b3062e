/** Plays the scenes of a page when a reader or the address asks for it. */
import { onContentUpdated } from 'vitepress'
import { changeAddress } from '../../site/page/address.ts'
import { announce } from '../../site/page/announce.ts'
import { useEvents } from '../../site/page/events.ts'
import { useSite } from '../../site/page/site.ts'

/** Which step a scene begins with, and how. */
export interface Start {
  /** From 0. */
  readonly at: number
  readonly autoplay: boolean
  /** Whether the focus moves to the player. */
  readonly focus: boolean
}

/** The figures that are playing, and functions that remove their players. */
const playing = new Map<HTMLElement, () => void>()

/** The trace of a figure, and its store if that is not the listing's. */
function idOf({ dataset }: HTMLElement): string {
  const { trace = '', store } = dataset
  return store ? `${trace}@${store}` : trace
}

/** The step of a scene that the address names, from 0, if it names one. */
export function wantedStep(): { id: string; at: number } | undefined {
  const given = new URLSearchParams(location.search)
  const [id, step] = [given.get('scene'), Number(given.get('step'))]
  return id ? { id, at: step >= 1 ? Math.floor(step) - 1 : 0 } : undefined
}

/** Writes the step into the address, so that a link opens it, or removes it. */
function remember(id?: string, index = 0): void {
  changeAddress(({ searchParams }) => {
    searchParams.delete('scene')
    searchParams.delete('step')
    if (id === undefined) return
    searchParams.set('scene', id)
    searchParams.set('step', `${index + 1}`)
  })
}

/** Loads the player and puts it into a figure, unless it is there already. */
export async function startScene(
  figure: HTMLElement,
  locale: string,
  { at, autoplay, focus }: Start,
): Promise<void> {
  if (playing.has(figure)) return
  playing.set(figure, () => {})
  try {
    const { playScene } = await import('./index.ts')
    const onStep = (index: number) => remember(idOf(figure), index)
    const begin = { at, autoplay, locale, onStep }
    playing.set(figure, await playScene(figure, begin))
    const button = figure.querySelectorAll<HTMLElement>(
      '.scene-controls button',
    )
    if (focus) button[2]?.focus({ preventScroll: true })
  } catch {
    playing.delete(figure)
    const { failed = '' } = figure.dataset
    const told =
      figure.querySelector('.scene-failed') ??
      figure.appendChild(document.createElement('p'))
    told.className = 'scene-failed'
    told.textContent = failed
    announce(failed)
  }
}

/** Removes the players of figures that are not on the page any more. */
export function stopLostScenes(): void {
  for (const [figure, stop] of playing) {
    if (figure.isConnected) continue
    stop()
    playing.delete(figure)
    remember()
  }
}

const reduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Listens to the buttons of the scenes, and opens the scene of the address.
 * @param openClaim Opens the panel of a claim, whose scene no text of the page
 * shows, at the claim's mark.
 */
export function useScenes(
  openClaim: (id: string, mark: HTMLAnchorElement) => void,
): void {
  const { language } = useSite()

  function onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return
    const figure = target.closest('.scene-play')?.closest<HTMLElement>('.scene')
    if (!figure) return
    const start = { at: 0, autoplay: !reduced(), focus: true }
    startScene(figure, language.value, start)
  }

  function openWanted(): void {
    stopLostScenes()
    const wanted = wantedStep()
    if (!wanted) return
    const figures = [...document.querySelectorAll<HTMLElement>('.scene')]
    const figure = figures.find((each) => idOf(each) === wanted.id)
    const name = CSS.escape(wanted.id)
    const mark = document.querySelector<HTMLAnchorElement>(`a#claim-${name}`)
    if (!figure) {
      if (mark) openClaim(wanted.id, mark)
      return
    }
    const around = figure.closest('details')
    if (around) around.open = true
    figure.scrollIntoView()
    const start = { at: wanted.at, autoplay: false, focus: false }
    startScene(figure, language.value, start)
  }

  useEvents({ click: onClick })
  onContentUpdated(openWanted)
}
