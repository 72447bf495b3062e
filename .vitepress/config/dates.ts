/** Finds out whether git can date the pages: VitePress stops without git. */
import { askGit, leaveHook } from '../../src/project/git.ts'
import { openProject } from '../../src/project/project.ts'

/** Whether the pages show when they were changed; says why if they do not. */
export function areDated(): boolean {
  // VitePress runs git itself, in the folder of the pages.
  leaveHook(process.env)
  const { why } = askGit(openProject().root, 'rev-parse', '--show-toplevel')
  if (why) console.info(`The pages show no dates of changes: ${why}.`)
  return !why
}
