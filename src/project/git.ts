/**
 * Asks git about a folder. A hook of git gets variables that name another
 * repository, index or folder; git would obey them in every folder, so they are
 * left out.
 */
import { execFileSync } from 'node:child_process'

/** Git's variables, but for those that describe the machine. */
const ofHook =
  /^GIT_(?!CONFIG_(?!PARAMETERS)|EXEC_PATH|CEILING_DIR|DISCOVERY_)/i

/** Deletes what a hook of git sets from an environment, and returns it. */
export function leaveHook(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  for (const name of Object.keys(env)) if (ofHook.test(name)) delete env[name]
  return env
}

/** What git said, or why it said nothing. */
export type Said =
  | { readonly text: string; readonly why?: undefined }
  | { readonly text?: undefined; readonly why: string }

/** Runs git in a folder; if git is missing or fails, the reason is returned. */
export function askGit(folder: string, ...args: string[]): Said {
  try {
    const text = execFileSync('git', args, {
      cwd: folder,
      env: leaveHook({ ...process.env }),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 28,
    })
    return { text }
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string }
    if (code === 'ENOENT') return { why: 'git is not installed' }
    const [line = ''] = `${stderr ?? ''}`.trim().split('\n')
    return { why: line.replace(/^fatal: /, '') || `${error}` }
  }
}
