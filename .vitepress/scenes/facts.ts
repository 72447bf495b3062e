/** Says what a scene shows of a session and of the time. */
import { seconds } from './caption-values.ts'
import type { Scene, SceneSession } from './scene.ts'
import { said, type Words } from './words.ts'

/** The flags of a session, in the order in which they are shown. */
export function flagsOf(session: SceneSession, inList: boolean): string[] {
  const { created, touched, looked, orphan } = session
  const { expired, removed, elsewhere } = session
  const gone = !inList && !removed && !elsewhere
  const all = { created, touched, looked, orphan, expired, removed, elsewhere }
  return Object.entries({ ...all, gone })
    .filter(([, is]) => is)
    .map(([flag]) => flag)
}

/** How old a session is, or how far ahead its stamp is. */
export const ageOf = ({ age }: SceneSession, words: Words): string =>
  said(words, age < 0 ? 'ahead' : 'old', {
    time: seconds(words, Math.abs(age)),
  })

/** The time, the lifetime and the provider of a scene. */
export function factsOf(scene: Scene, words: Words): string[] {
  const { now, lifetime, provider } = scene
  const time = (milliseconds: number) => ({
    time: seconds(words, milliseconds),
  })
  return [
    said(words, 'now', time(now)),
    ...(lifetime === undefined
      ? []
      : [said(words, 'lifetime', time(lifetime * 1000))]),
    ...(provider === 'first' ? [] : [said(words, 'second')]),
  ]
}
