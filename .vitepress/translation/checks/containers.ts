/** Checks that containers such as `::: tip` are opened and closed. */

import type { Problem } from '../../../src/project/problem.ts'
import { didYouMean, distance } from '../../../src/trace/did-you-mean.ts'

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

/** Finds containers that are misspelt, not opened or not closed. */
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
        `“${run}” contains full-width colons; write ::: with the keyboard set to English`,
      )
    } else if (run.length < 3) {
      if (types.some((known) => distance(known, type) <= 1) || type === '') {
        report(`“${run}” has two colons; write three, as in :::`)
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
          `unknown container “${type}”${didYouMean(type, types)} (the containers are ${types.join(', ')})`,
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
