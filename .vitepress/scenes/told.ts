/** Defines what is needed to say what a step has done. */
import type { Step } from '../../src/trace/engine.ts'
import type { Scene } from './scene.ts'
import type { Parts, Values, Words } from './words.ts'

/** A step with all that a sentence about it needs. */
export interface Told {
  readonly steps: readonly Step[]
  readonly index: number
  readonly step: Step
  readonly scene: Scene
  readonly words: Words
  /** A sentence from a message below `scenes.captions`. */
  say(key: string, values?: Values): Parts
}
