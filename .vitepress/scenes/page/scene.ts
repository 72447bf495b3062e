/** The scene of the current step, and what is said of it. */
import { computed, type Ref } from 'vue'
import { differences } from '../../../src/trace/compare.ts'
import type { ProviderPackage, Step } from '../../../src/trace/engine.ts'
import { captionOf } from '../caption.ts'
import { factsOf } from '../facts.ts'
import type { TextsData } from '../published.ts'
import { sceneOf } from '../scene.ts'
import { wordsFrom } from './words.ts'

/** The runs that are shown, and the texts to describe them with. */
export interface Shown {
  readonly port: readonly Step[]
  readonly original?: readonly Step[]
  readonly lifetime?: number
  /** The store on which the trace ran; the listing's by default. */
  readonly store?: ProviderPackage
  readonly texts: TextsData
}

/** What a player shows of the step at `index`, from 0. */
export function useScene(shown: Shown, index: Readonly<Ref<number>>) {
  const words = computed(() => wordsFrom(shown.texts))
  const step = computed(() => shown.port[index.value])
  const draw = (steps: readonly Step[]) =>
    sceneOf(steps, index.value, {
      lifetime: shown.lifetime,
      store: shown.store ?? 'memory',
    })
  const scene = computed(() => step.value && draw(shown.port))
  /** The original's scene, if the engines differ at this step. */
  const other = computed(() => {
    const { original } = shown
    const theirs = original?.[index.value]
    if (!step.value || !original || !theirs) return undefined
    const differ = differences(step.value, theirs).length > 0
    return differ ? draw(original) : undefined
  })
  const facts = computed(() =>
    scene.value ? factsOf(scene.value, words.value) : [],
  )
  const caption = computed(() =>
    scene.value
      ? captionOf(shown.port, index.value, scene.value, words.value)
      : [],
  )
  return { words, step, scene, other, facts, caption }
}
