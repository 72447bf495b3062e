/** The state that the parts of the playground share. */
import { type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import type { Code } from '../../../src/playground/messages.ts'
import type { Ran } from '../../../src/playground/run.ts'
import type { ProviderPackage } from '../../../src/trace/engine.ts'
import type { PlaygroundData } from '../data.ts'
import { type Original, useOriginal } from './engines.ts'

/** The parts of the playground, of which a narrow window shows one. */
export const tabs = ['trace', 'code', 'result'] as const

/** An edited port that the trace runs on. */
export interface EditedPort {
  /** The name of the preset; undefined for a reader's own edit. */
  readonly name?: string | undefined
  readonly code: Code
}

/** The last run of a trace. */
export interface Results {
  /** Counts the runs. */
  readonly run: number
  /** The text of the trace. */
  readonly text: string
  /** The store of both runs. */
  readonly store: ProviderPackage
  /** Whether `port` ran on an edited port. */
  readonly edited?: EditedPort | undefined
  readonly port: Ran
  /** The run of the original, or of the unedited port beside an edited one. */
  readonly other?: Ran | undefined
  readonly otherIs?: 'original' | 'reference' | undefined
  /** The run of the listing's code, if `port` ran on an edit or another store. */
  readonly printed?: Ran | undefined
}

/** What the parts share. */
export interface PlaygroundState {
  readonly data: ShallowRef<PlaygroundData | undefined>
  /** The text of the trace. */
  readonly text: Ref<string>
  readonly edited: ShallowRef<EditedPort | undefined>
  /** Whether the code in its editor has not been run since it was changed. */
  readonly typing: Ref<boolean>
  /** The store that the trace runs on. */
  readonly store: Ref<ProviderPackage>
  /** The preset that the last link asks for; each link sets a new object. */
  readonly asked: ShallowRef<{ readonly edit?: string | undefined }>
  readonly results: ShallowRef<Results | undefined>
  /** The index of the step to show. */
  readonly at: Ref<number | undefined>
  readonly original: Original
  /** The part that a narrow window shows. */
  readonly tab: Ref<(typeof tabs)[number]>
}

let made: PlaygroundState | undefined

/** The state, which is made once for a visit. */
export function usePlayground(): PlaygroundState {
  made ??= {
    data: shallowRef(),
    text: ref(''),
    edited: shallowRef(),
    typing: ref(false),
    store: ref('memory'),
    asked: shallowRef({}),
    results: shallowRef(),
    at: ref(),
    original: useOriginal(),
    tab: ref('result'),
  }
  return made
}
