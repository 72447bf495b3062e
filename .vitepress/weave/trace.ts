/** Draws a claim's trace as a page shows it. */
import { tokenize } from '../../src/trace/tokens.ts'
import { escapeHtml } from './draw.ts'
import type { Project } from './project.ts'

/** The file of a claim's trace. */
export const traceFile = (id: string): string => `test/claims/${id}.trace`

/** What stands on a line: operation, what must be seen, comment. */
const parts = /^(.*?)(\s*=>.*?)?(\s*)$/s

function drawLine(line: string): string {
  const { text, comment } = tokenize(line)
  const code =
    comment === undefined
      ? line
      : line.slice(0, line.indexOf('#', line.indexOf(text) + text.length))
  const [, operation = '', expected = '', space = ''] = parts.exec(code) ?? []
  return [
    escapeHtml(operation),
    expected && `<span class="expected">${escapeHtml(expected)}</span>`,
    space,
    comment !== undefined &&
      `<span class="comment">${escapeHtml(line.slice(code.length))}</span>`,
  ]
    .filter(Boolean)
    .join('')
}

/**
 * The trace as HTML, from its file: what runs is what is shown.
 * @throws {WeaveError} If the file cannot be read.
 */
export function renderTrace(project: Project, id: string): string {
  const lines = project.read(traceFile(id)).trimEnd().split('\n').map(drawLine)
  return `<figure class="trace" v-pre><figcaption><code>${id}.trace</code></figcaption><pre><code>${lines.join('\n')}</code></pre></figure>\n`
}
