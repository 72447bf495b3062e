// Runs git in a folder of a test, with no settings, hooks or repository but its
// own: a test that a hook of git started must not reach the user's repository.
import { execFileSync, spawnSync } from 'node:child_process'

/** Whether this machine has git. */
export const hasGit = spawnSync('git', ['--version']).status === 0

/** Git in a folder. Begin with `init`. Returns what git printed. */
export const gitIn =
  (folder: string) =>
  (...args: string[]): string => {
    const others = Object.entries(process.env).filter(
      ([name]) => !/^GIT_/i.test(name),
    )
    const env = {
      ...Object.fromEntries(others),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TEMPLATE_DIR: '',
    }
    const all = ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args]
    const how = { cwd: folder, encoding: 'utf8', stdio: 'pipe', env } as const
    return execFileSync('git', all, how)
  }
