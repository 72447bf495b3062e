/** Defines what is needed to say what a step has done. */
import type { Step } from '../../src/trace/engine.ts'
import type { Scene } from './scene.ts'
import type { PassStage } from './stages.ts'
import type { Parts, Values, Words } from './words.ts'

/** A step, or a stage of one. */
export type Shown = Step & { readonly pass?: PassStage }

/** A step with all that a sentence about it needs. */
export interface Told {
  readonly steps: readonly Shown[]
  readonly index: number
  readonly step: Shown
  readonly scene: Scene
  readonly words: Words
  /** A sentence from a message below `scenes.captions`. */
  say(key: string, values?: Values): Parts
}
