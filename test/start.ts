// What every suite does first.
import { refuseWindowsLines } from '../src/project/line-endings.ts'
import { formatProblem, problemsOf } from '../src/project/problem.ts'
import { openProject } from '../src/project/project.ts'
import { enterHook } from './hook.ts'

/** Returns what Vitest calls after the last test. */
export default function start() {
  const [wrong] = problemsOf(() => refuseWindowsLines(openProject()))
  if (wrong) {
    console.error(formatProblem(wrong))
    process.exit(1)
  }
  return enterHook()
}
