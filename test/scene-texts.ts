// Runs short traces and returns what the site says of their last step.
import { captionOf } from '../.vitepress/scenes/caption.ts'
import { describe as inWords } from '../.vitepress/scenes/describe.ts'
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import { plain } from '../.vitepress/scenes/words.ts'
import { source } from '../.vitepress/site/languages.ts'
import { openPort } from '../src/evidence/runs.ts'
import type { Step } from '../src/trace/engine.ts'
import { stepsOn } from './steps.ts'

export const english = wordsIn(source)

export const lines = (...all: string[]): string => all.join('\n')

/** Three lines after which a new session is behind one that is 100 s old. */
export const pass = 'init ana\nwait 100s\ninit fresh'

/** The steps of a trace on the port. */
export const run = (text: string): readonly Step[] => stepsOn(openPort(), text)

/** Replaces no-break spaces before units, so that tests can be read. */
const readable = (text: string): string => text.replace(/(?<=\d)\u00a0s/g, ' s')

/** What is said of the last step. */
export function told(trace: string): string {
  const steps = run(trace)
  const index = steps.length - 1
  return readable(
    plain(captionOf(steps, index, sceneOf(steps, index), english)),
  )
}

/** What is said of the last step on the repaired store. */
export function toldOnRepaired(trace: string): string {
  const steps = stepsOn(openPort('repaired'), trace)
  const index = steps.length - 1
  const scene = sceneOf(steps, index, { store: 'repaired' })
  return readable(plain(captionOf(steps, index, scene, english)))
}

/** What readers hear of the drawing of the last step. */
export function heard(...all: string[]): string {
  const steps = run(lines(...all))
  return readable(inWords(sceneOf(steps, steps.length - 1), english))
}
