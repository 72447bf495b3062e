/** Adds to Markdown a mark that is alone on its line. */
import type { MarkdownRenderer } from 'vitepress'
import type { PageEnv } from './env.ts'

/**
 * Adds the mark to a renderer.
 * @param type The type of its tokens.
 * @param mark Matches a whole line that is such a mark.
 * @param draw Renders such a line as HTML.
 */
export function blockMark(
  md: MarkdownRenderer,
  type: string,
  mark: RegExp,
  draw: (text: string, env: PageEnv) => string,
): void {
  md.block.ruler.before('fence', type, (state, line, _end, silent) => {
    const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
    const text = state.src.slice(from, state.eMarks[line]).trimEnd()
    if (!mark.test(text)) return false
    if (silent) return true
    const token = state.push(type, '', 0)
    token.block = true
    token.map = [line, line + 1]
    token.meta = text
    state.line = line + 1
    return true
  })
  md.renderer.rules[type] = (tokens, i, _options, env: PageEnv) =>
    draw(tokens[i]?.meta ?? '', env)
}
