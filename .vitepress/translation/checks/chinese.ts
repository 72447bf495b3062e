/** Punctuation and spaces in Chinese, by zhlint. */
import { run } from 'zhlint'
import type { Prose } from './prose.ts'

const rules = {
  preset: 'default',
  // Brackets are full-width, and quotes as wide as the text: no spaces there.
  halfwidthPunctuation: '',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
}

const remedies: Record<string, string> = {
  全角: 'this punctuation wants to be full-width',
  半角: 'this punctuation wants to be half-width',
  需要一个空格: 'one space is wanted here',
  不需要空格: 'no space is wanted here',
}

/** What zhlint finds: where in the text, and what is to be done. */
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
