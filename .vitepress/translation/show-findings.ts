/** Formats the findings of the checks, file by file. */
import { styleText } from 'node:util'
import { formatProblem } from '../../src/project/problem.ts'
import { groupsOf } from './checks/blocks.ts'
import type { Finding, Severity } from './checks/finding.ts'

const colours = { error: 'red', warning: 'yellow', style: 'dim' } as const

const words: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'probably wrong',
  style: 'style',
}

/**
 * One line for each finding, file by file, with the files with errors at the
 * end; then the numbers of errors, of warnings and of points of style.
 * @param style Whether points of style are listed too.
 */
export function showFindings(findings: readonly Finding[], style = false) {
  const has = (all: readonly Finding[], wanted: Severity) =>
    all.some(({ severity }) => severity === wanted)
  const count = (wanted: Severity, word: string) => {
    const { length } = findings.filter(({ severity }) => severity === wanted)
    return `${length} ${word}${length === 1 ? '' : 's'}`
  }
  const shown = findings.filter((each) => style || each.severity !== 'style')
  const files = [...groupsOf(shown, ({ file }) => file).values()].sort(
    (a, b) => Number(has(a, 'error')) - Number(has(b, 'error')),
  )
  const lines = files.flat().map((finding) => {
    const { severity, check } = finding
    const word = styleText(colours[severity], words[severity])
    return `${formatProblem(finding)} ${styleText('dim', '(')}${word}${styleText('dim', `, ${check})`)}`
  })
  const hint = style ? '' : ' (--style lists them)'
  const points = has(findings, 'style')
    ? `, ${count('style', 'point')} of style${hint}`
    : ''
  const sum = `${count('error', 'error')}, ${count('warning', 'warning')}${points}`
  const colour = has(findings, 'error') ? 'red' : 'green'
  return [...lines, styleText(colour, sum)].join('\n')
}
