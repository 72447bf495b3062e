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
export function showFindings(
  findings: readonly Finding[],
  style = false,
): string {
  const count = (severity: Severity) =>
    findings.filter((each) => each.severity === severity).length
  const shown = findings.filter((each) => style || each.severity !== 'style')
  const isGrave = (all: readonly Finding[]) =>
    all.some(({ severity }) => severity === 'error')
  const files = [...groupsOf(shown, ({ file }) => file).values()].sort(
    (a, b) => Number(isGrave(a)) - Number(isGrave(b)),
  )
  const lines = files.flat().map((finding) => {
    const { severity, check } = finding
    const word = styleText(colours[severity], words[severity])
    return `${formatProblem(finding)} ${styleText('dim', '(')}${word}${styleText('dim', `, ${check})`)}`
  })
  const [errors, warnings, points] = [
    count('error'),
    count('warning'),
    count('style'),
  ]
  const more =
    points > 0
      ? `, ${number(points, 'point')} of style${style ? '' : ' (--style lists them)'}`
      : ''
  const sum = `${number(errors, 'error')}, ${number(warnings, 'warning')}${more}`
  return [...lines, styleText(errors > 0 ? 'red' : 'green', sum)].join('\n')
}

function number(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
