/** Checks punctuation and spaces in Chinese with zhlint. */
import { run } from 'zhlint'
import type { Prose } from './prose.ts'

const rules = {
  preset: 'default',
  // Brackets and quotes are full-width and have no spaces beside them.
  halfwidthPunctuation: '',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
}

const remedies: Record<string, string> = {
  全角: 'this punctuation must be full-width',
  半角: 'this punctuation must be half-width',
  需要一个空格: 'put one space here',
  不需要空格: 'delete the space here',
}

/** The faults that zhlint finds: where in the text, and what to do. */
export function lintChinese(prose: readonly Prose[]) {
  return prose.flatMap(({ line, text }) =>
    run(text, { rules }).validations.map(({ index, message }) => {
      const remedy = Object.entries(remedies).find(([key]) =>
        message.includes(key),
      )
      return { line, text, index, advice: remedy?.[1] ?? message }
    }),
  )
}
