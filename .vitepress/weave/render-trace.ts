/** Renders the trace of a claim. */
import { traceFile } from '../../src/evidence/claims.ts'
import type { Project } from '../../src/project/project.ts'
import { tokenize } from '../../src/trace/tokens.ts'
import { type Child, h, html, separated } from '../site/html.ts'

/** Matches the code of a line: operation, expectation, white space. */
const parts = /^(.*?)(\s*=>.*?)?(\s*)$/s

function drawLine(line: string): Child[] {
  const { text, comment } = tokenize(line)
  const code =
    comment === undefined
      ? line
      : line.slice(0, line.indexOf('#', line.indexOf(text) + text.length))
  const [, operation = '', expected = '', space = ''] = parts.exec(code) ?? []
  const rest = line.slice(code.length)
  return [
    operation,
    expected && h('span.expected', expected),
    space,
    comment === undefined ? '' : h('span.comment', rest),
  ]
}

/**
 * Renders a trace from its file, so that a page shows what the tests run.
 * @throws {ProblemError} If the file cannot be read.
 */
export function renderTrace(project: Project, id: string): string {
  const lines = project.read(traceFile(id)).trimEnd().split('\n').map(drawLine)
  const code = h('code', separated(lines, '\n').flat())
  const caption = h('figcaption', h('code', `${id}.trace`))
  const figure = h('figure.trace', { 'v-pre': true }, caption, h('pre', code))
  return `${html(figure)}\n`
}
