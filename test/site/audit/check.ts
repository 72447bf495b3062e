/** Measures the work of the translators' check. */
import { readFileSync } from 'node:fs'
import { docsFile, translations } from '../../../.vitepress/site/languages.ts'
import { measure } from './calls.ts'
import { checkCalls, type Finding } from './limits.ts'

/** Runs `npm run i18n -- check`. */
export function checkWork(): Finding[] {
  const { calls, seconds } = measure([
    'src/cmd/run.mjs',
    '.vitepress/translation/cmd.ts',
    'check',
  ])
  const texts = translations.flatMap((locale) =>
    readFileSync(docsFile(locale, 'translated.jsonl'), 'utf8').match(/.+/g),
  ).length
  const million = (calls / 1e6).toFixed(2)
  return [
    {
      what: `calls in i18n check for each of ${texts} texts (${million} M, ${seconds.toFixed(1)} s)`,
      figure: calls / texts,
      limit: checkCalls,
      bound: 'at most',
      unit: '',
    },
  ]
}
