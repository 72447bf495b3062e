/** Ends `dev` and `build` before they read code with wrong line endings. */
import { refuseWindowsLines } from '../../src/project/line-endings.ts'
import { formatProblem, problemsOf } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'

for (const problem of problemsOf(() => refuseWindowsLines(openProject()))) {
  console.error(formatProblem(problem))
  process.exit(1)
}
