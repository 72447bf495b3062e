/** Finds the files that a user names to a command. */
import { basename, resolve } from 'node:path'

/**
 * The absolute path of what a user typed. npm runs the project's commands in
 * its root folder and tells in INIT_CWD where the user is; other programs only
 * pass that variable on.
 */
export function typedPath(typed: string): string {
  const program = basename(process.argv[1] ?? '')
  const { npm_lifecycle_script: script, INIT_CWD } = process.env
  return resolve((script?.includes(program) && INIT_CWD) || '.', typed)
}
