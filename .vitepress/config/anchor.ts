/** Renders the anchor of a heading with a label in the page's language. */
import type { MarkdownOptions } from 'vitepress'
import { message } from '../site/interface.ts'
import { languages, source } from '../site/languages.ts'
import { localeKey } from '../site/pages.ts'

type Anchor = Exclude<MarkdownOptions['anchor'], boolean | undefined>
type Permalink = NonNullable<Anchor['permalink']>

/** Replaces VitePress's own anchor, whose label is always English. */
export const permalink: Permalink = (slug, _options, state, index) => {
  const key = state.env?.localeIndex ?? 'root'
  const language = languages.find((each) => localeKey(each) === key) ?? source
  const heading = state.tokens[index + 1]
  const title = (heading?.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('')
    .trim()
  const open = new state.Token('link_open', 'a', 1)
  open.attrs = [
    ['class', 'header-anchor'],
    ['href', `#${slug}`],
    ['aria-label', message(language, 'markdown.anchor', { title })],
  ]
  const symbol = new state.Token('html_inline', '', 0)
  symbol.content = '&#8203;'
  symbol.meta = { isPermalinkSymbol: true }
  const close = new state.Token('link_close', 'a', -1)
  heading?.children?.push(open, symbol, close)
}
