/** Checks spaces in Japanese with textlint, and full-width punctuation. */
import { TextlintKernel, type TextlintKernelRule } from '@textlint/kernel'
import markdown from '@textlint/textlint-plugin-markdown'
import preset from 'textlint-rule-preset-ja-spacing'
import type { Prose } from './prose.ts'

// There are no spaces between Japanese and other text.
const none = { before: false, after: false }
const options: Record<string, TextlintKernelRule['options']> = {
  'ja-space-between-half-and-full-width': { space: 'never' },
  'ja-no-space-between-full-width': true,
  'ja-no-space-around-parentheses': true,
  'ja-no-space-around-slash': true,
  'ja-nakaguro-or-halfwidth-space-between-katakana': true,
  'ja-space-around-code': none,
  'ja-space-around-link': none,
}

const rules = Object.entries(options).flatMap(([ruleId, setting]) => {
  const rule = preset.rules[ruleId]
  if (!rule) throw new Error(`${ruleId}: the preset no longer has this rule`)
  return { ruleId, rule, options: setting }
})
// The module is CommonJS. Some loaders put its exports into `default`.
const plugin = (
  'default' in markdown ? markdown.default : markdown
) as typeof markdown
const plugins = [{ pluginId: 'markdown', plugin }]
const kernel = new TextlintKernel()

const japanese = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー」』）]'
const halfWidth = new RegExp(
  `(?<=${japanese})[,.!?:;()]|[()](?=${japanese})`,
  'gu',
)

/** The faults in texts: where in the text, and what to do. */
export async function lintJapanese(prose: readonly Prose[]) {
  // Each text is one paragraph, so that the line number identifies the text.
  const document = prose.map(({ text }) => text).join('\n\n')
  const { messages } = await kernel.lintText(document, {
    ext: '.md',
    filePath: 'prose.md',
    plugins,
    rules,
  })
  const spaces = messages.flatMap(({ line, column }) => {
    const at = prose[(line - 1) / 2]
    return at
      ? [{ ...at, index: column - 1, advice: 'delete the space here' }]
      : []
  })
  const marks = prose.flatMap(({ line, text }) =>
    [
      ...text
        .replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
        .matchAll(halfWidth),
    ].map(({ index }) => {
      const advice = 'this punctuation must be full-width'
      return { line, text, index, advice }
    }),
  )
  return [...spaces, ...marks]
}
