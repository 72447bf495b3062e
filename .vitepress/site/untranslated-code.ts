/** Tells programs that translate pages to leave the code of a page as it is. */
import type { MarkdownRenderer } from 'vitepress'

/** Marks the code of Markdown; `h` marks the code of everything else. */
export function untranslatedCode(md: MarkdownRenderer): void {
  for (const name of ['code_inline', 'fence'] as const) {
    const render = md.renderer.rules[name]
    md.renderer.rules[name] = (...args) =>
      (render?.(...args) ?? '').replace('<code', '<code translate="no"')
  }
}
