/** Containers (`::: tip`) are written so that they open and close. */
import { didYouMean, distance } from '../../../src/nearest.ts'
import type { Problem } from '../../weave/problem.ts'

const types = [
  'info',
  'tip',
  'warning',
  'danger',
  'details',
  'raw',
  'v-pre',
  'code-group',
]

/** Containers that are not what they were meant to be. */
export function checkContainers(file: string, text: string): Problem[] {
  const problems: Problem[] = []
  const open: { line: number; type: string }[] = []
  let fenced = false
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const line = i + 1
    const report = (message: string) => problems.push({ file, line, message })
    if (/^\s*(?:```|~~~)/.test(row)) fenced = !fenced
    if (fenced) continue
    const colons = /^\s*([:：]{2,})\s*([^\s:：]*)/.exec(row)
    if (!colons) continue
    const [, run = '', type = ''] = colons
    if (run.includes('：')) {
      report(
        `“${run}” holds full-width colons; write ::: with the keyboard set to English`,
      )
    } else if (run.length < 3) {
      if (types.some((known) => distance(known, type) <= 1) || type === '') {
        report(`“${run}” is two colons; a container wants three, :::`)
      }
      continue
    }
    if (type === '') {
      if (!open.pop())
        report(
          '::: closes a container, but none is open; delete it, or open one',
        )
    } else {
      open.push({ line, type })
      if (!types.includes(type)) {
        report(
          `no container “${type}”${didYouMean(type, types)} There are ${types.join(', ')}`,
        )
      }
    }
  }
  for (const { line, type } of open) {
    const message = `::: ${type} is never closed; put a line ::: after its last line`
    problems.push({ file, line, message })
  }
  return problems
}
