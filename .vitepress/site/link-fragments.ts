/**
 * Keeps the fragment of a link as its author wrote it. VitePress makes each
 * fragment the slug of a heading. Here every heading names its own id, and the
 * fragment of a link to the playground is a state.
 */
import type { MarkdownRenderer } from 'vitepress'

/** Renders links with the fragments of the page's text. */
export function linkFragments(md: MarkdownRenderer): void {
  const { link_open: render } = md.renderer.rules
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index]
    const fragment = /#.*$/.exec(token?.attrGet('href') ?? '')?.[0]
    const html = render?.(tokens, index, options, env, self) ?? ''
    if (fragment === undefined) return html
    const path = token?.attrGet('href')?.replace(/#.*$/, '')
    token?.attrSet('href', `${path}${fragment}`)
    return self.renderToken(tokens, index, options)
  }
}
