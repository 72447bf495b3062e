// Runs a suite as a hook of git would: with variables that name a repository,
// which must be the same afterwards. So no test can write into the user's own.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitIn, hasGit } from './git.ts'

/** Every file of a folder with its content. */
const contents = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => `${name}: ${readFileSync(join(folder, name), 'base64')}`)

/** Makes a repository in which hooks leave a trace and commits are signed. */
export function makeDecoy() {
  const folder = mkdtempSync(join(tmpdir(), 'decoy-'))
  const git = gitIn(folder)
  writeFileSync(join(folder, 'work.txt'), 'committed\n')
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'The work of a user')
  writeFileSync(join(folder, 'work.txt'), 'not finished\n')
  const hooks = join(folder, '.git', 'hooks')
  mkdirSync(hooks, { recursive: true })
  for (const hook of ['pre-commit', 'post-commit', 'post-index-change']) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\n: >'${folder}/${hook}'\n`)
    chmodSync(join(hooks, hook), 0o755)
  }
  const settings = join(folder, 'settings')
  writeFileSync(
    settings,
    `[commit]\n\tgpgsign = true\n[core]\n\thooksPath = ${JSON.stringify(hooks)}\n`,
  )
  const before = contents(folder)
  return {
    folder,
    /** What a hook of it gets, with the settings of its user. */
    env: {
      GIT_DIR: join(folder, '.git'),
      GIT_WORK_TREE: folder,
      GIT_INDEX_FILE: join(folder, '.git', 'index'),
      GIT_CONFIG_GLOBAL: settings,
    },
    /** The files that are no longer as they were. */
    changed() {
      const now = contents(folder)
      const others = (all: string[], but: string[]) =>
        all.filter((file) => !but.includes(file))
      return [...others(now, before), ...others(before, now)].map(
        (file) => file.split(': ')[0],
      )
    },
    delete: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Starts a suite as a hook; Vitest calls the result after its last test. */
export function enterHook() {
  if (!hasGit) return
  const decoy = makeDecoy()
  Object.assign(process.env, decoy.env)
  return () => {
    const changed = decoy.changed()
    decoy.delete()
    if (changed.length === 0) return
    throw new Error(
      `a test wrote into the repository of a git hook (${changed}): run git with gitIn of test/git.ts or askGit of src/project/git.ts`,
    )
  }
}
