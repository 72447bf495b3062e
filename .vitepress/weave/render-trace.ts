/** Renders the trace of a claim. */
import { traceFile } from '../../src/evidence/claims.ts'
import type { Project } from '../../src/project/project.ts'
import { tokenize } from '../../src/trace/tokens.ts'
import { readTraceTexts } from '../scenes/trace-texts.ts'
import { type Child, h, html, separated } from '../site/html.ts'
import { type Language, source } from '../site/languages.ts'

/** Matches the code of a line: operation, expectation, white space. */
const parts = /^(.*?)(\s*=>.*?)?(\s*)$/s

/** Draws a line. @param own The comment in the reader's language. */
function drawLine(line: string, own?: string): Child[] {
  const { text, comment } = tokenize(line)
  const code =
    comment === undefined
      ? line
      : line.slice(0, line.indexOf('#', line.indexOf(text) + text.length))
  const [, operation = '', expected = '', space = ''] = parts.exec(code) ?? []
  const rest = own === undefined ? line.slice(code.length) : `# ${own}`
  return [
    operation,
    expected && h('span.expected', expected),
    space,
    comment === undefined ? '' : h('span.comment', rest),
  ]
}

/**
 * The comments in the reader's language, by line. A text stands in the first
 * line of its comment; the other lines have null and are left out.
 */
function commentsOf(
  project: Project,
  id: string,
  locale: Language,
): Map<number, string | null> {
  const found = new Map<number, string | null>()
  if (locale === source) return found
  const { title, line, notes } = readTraceTexts(project, id, locale)
  if (title.lang === locale) found.set(line, title.text)
  for (const { lang, lines, text } of notes) {
    if (lang !== locale) continue
    for (const [i, each] of lines.entries()) {
      found.set(each, i === 0 ? text : null)
    }
  }
  return found
}

/**
 * Renders a trace from its file, so that a page shows what the tests run, with
 * the comments in the reader's language.
 * @throws {ProblemError} If the file cannot be read.
 */
export function renderTrace(
  project: Project,
  id: string,
  locale: Language,
): string {
  const own = commentsOf(project, id, locale)
  const lines = project
    .read(traceFile(id))
    .trimEnd()
    .split('\n')
    .flatMap((line, i) => {
      const text = own.get(i + 1)
      return text === null ? [] : [drawLine(line, text)]
    })
  const code = h('code', separated(lines, '\n').flat())
  const caption = h('figcaption', h('code', `${id}.trace`))
  const figure = h('figure.trace', { 'v-pre': true }, caption, h('pre', code))
  return `${html(figure)}\n`
}
