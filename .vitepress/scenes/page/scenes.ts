/** Plays the scenes of a page when a reader or the address asks for it. */
import { onContentUpdated } from 'vitepress'
import { changeAddress } from '../../site/page/address.ts'
import { announce } from '../../site/page/announce.ts'
import { useEvents } from '../../site/page/events.ts'
import { useSite } from '../../site/page/site.ts'

/** Which step a scene begins with, and how. */
export interface Start {
  /** As an address names it; by default before the step that it is about. */
  readonly at?: string | undefined
  /** Whether the focus moves to the player. */
  readonly focus: boolean
}

/** The figure that is playing, and a function that removes its player. */
let playing: { readonly figure: HTMLElement; stop(): void } | undefined

/** The trace of a figure, and its store if that is not the listing's. */
function idOf({ dataset }: HTMLElement): string {
  const { trace = '', store } = dataset
  return store ? `${trace}@${store}` : trace
}

/** The step of a scene that the address names, if it names one. */
export function wantedStep(): { id: string; at: string } | undefined {
  const given = new URLSearchParams(location.search)
  const id = given.get('scene')
  return id ? { id, at: given.get('step') ?? '1' } : undefined
}

/** Writes the step into the address, so that a link opens it, or removes it. */
function remember(id?: string, step = '1'): void {
  changeAddress(({ searchParams }) => {
    searchParams.delete('scene')
    searchParams.delete('step')
    if (id === undefined) return
    searchParams.set('scene', id)
    searchParams.set('step', step)
  })
}

/** Loads the player of a figure, unless it plays already, and ends any other. */
export async function startScene(
  figure: HTMLElement,
  locale: string,
  { at, focus }: Start,
): Promise<void> {
  if (playing?.figure === figure) return
  playing?.stop()
  const mine = { figure, stop: () => {} }
  playing = mine
  try {
    const { playScene } = await import('./index.ts')
    const onStep = (step: string) => remember(idOf(figure), step)
    const stop = await playScene(figure, { at, locale, onStep, onLeave })
    mine.stop = stop
    // Meanwhile the reader may have started another one.
    if (playing !== mine) return stop()
    const button = document.querySelectorAll<HTMLElement>(
      '.workbench .scene-controls button',
    )
    if (focus) button[2]?.focus({ preventScroll: true })
  } catch {
    if (playing === mine) playing = undefined
    const { failed = '' } = figure.dataset
    const told =
      figure.querySelector('.scene-failed') ??
      figure.appendChild(document.createElement('p'))
    told.className = 'scene-failed'
    told.textContent = failed
    announce(failed)
  }
}

/** Removes the player, and gives the focus back to the button of its figure. */
function onLeave(): void {
  const button = playing?.figure.querySelector<HTMLElement>('.scene-play')
  stopScene()
  button?.focus()
}

function stopScene(): void {
  playing?.stop()
  playing = undefined
  remember()
}

/** Removes the player of a figure that is not on the page any more. */
export function stopLostScenes(): void {
  if (playing && !playing.figure.isConnected) stopScene()
}

/**
 * Listens to the buttons of the scenes, and opens the scene of the address.
 * @param openClaim Opens the panel of a claim, whose scene no text of the page
 * shows, at the claim's mark.
 */
export function useScenes(openClaim: (mark: HTMLAnchorElement) => void): void {
  const { language } = useSite()

  function onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return
    const figure = target.closest('.scene-play')?.closest<HTMLElement>('.scene')
    if (!figure) return
    startScene(figure, language.value, { focus: true })
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
      if (mark) openClaim(mark)
      return
    }
    const around = figure.closest('details')
    if (around) around.open = true
    figure.scrollIntoView()
    startScene(figure, language.value, { at: wanted.at, focus: false })
  }

  useEvents({ click: onClick })
  onContentUpdated(openWanted)
}
