/** Runs the verb `check` again after each change of a text. */
import { spawnSync } from 'node:child_process'
import { watch as watchFolder } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '../../src/project/project.ts'

/** Checks in a new process, which reads all anew; never ends by itself. */
export function watch({ root }: Project): Promise<never> {
  const args = process.argv.slice(2).filter((each) => each !== '--watch')
  const programs = ['src/cmd/run.mjs', '.vitepress/translation/cmd.ts']
  const command = [...programs.map((each) => join(root, each)), ...args]
  const run = () => spawnSync(process.execPath, command, { stdio: 'inherit' })
  run()
  let timer: NodeJS.Timeout | undefined
  // Changes of one moment are one.
  watchFolder(join(root, 'docs'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(run, 100)
  })
  return new Promise(() => {})
}
