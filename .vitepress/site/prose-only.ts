/** Keeps Vue from running what a page's text contains: pages are prose. */
import type { MarkdownRenderer } from 'vitepress'

const escaped = (html: string): string =>
  html.replace(/\{\{/g, '&#123;&#123;').replace(/\}\}/g, '&#125;&#125;')

/** Writes double braces as character references, which Vue does not evaluate. */
export function proseOnly(md: MarkdownRenderer): void {
  const names = ['text', 'code_inline', 'html_inline', 'html_block'] as const
  for (const name of names) {
    const rule = md.renderer.rules[name]
    md.renderer.rules[name] = (...args) => escaped(rule?.(...args) ?? '')
  }
}
