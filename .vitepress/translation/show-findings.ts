/** Formats the findings of the checks, with errors at the end of the output. */
import { formatProblem } from '../../src/project/problem.ts'
import type { Finding } from './checks/finding.ts'
import { paint } from './terminal-colors.ts'

const colours = { warning: 'yellow', error: 'red' } as const

/** One line for each finding, then the numbers of errors and warnings. */
export function showFindings(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) =>
    findings.filter((each) => each.severity === severity)
  const [warnings, errors] = [of('warning'), of('error')]
  const lines = [...warnings, ...errors].map((finding) => {
    const { severity, check } = finding
    const word = paint(colours[severity], severity)
    return `${formatProblem(finding)} ${paint('dim', `(${word}, ${check})`)}`
  })
  const sum = `${number(errors.length, 'error')}, ${number(warnings.length, 'warning')}`
  return [...lines, paint(errors.length > 0 ? 'red' : 'green', sum)].join('\n')
}

function number(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
