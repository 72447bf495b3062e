// A copy of the whole project on disk, in which commands can be run.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project itself. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const left =
  /^(?:node_modules|\.git|reports|\.vitepress[\\/](?:dist|cache|\.temp))$/

/** How a command ended. */
export interface Ended {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

/** A copy of the project. */
export interface WholeCopy {
  readonly folder: string
  /** Runs Node in it. */
  node(...args: string[]): Promise<Ended>
  /** Runs the translators' command in it. */
  i18n(...args: string[]): Promise<Ended>
  delete(): void
}

/** Copies the project, what is built and installed apart. */
export function copyWhole(): WholeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'whole-copy-'))
  cpSync(root, folder, {
    recursive: true,
    // What was tested must not look newer than the report of its tests.
    preserveTimestamps: true,
    filter: (path) => !left.test(relative(root, path)),
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const { FORCE_COLOR, SITE_URL, ...rest } = process.env
  const env = { ...rest, NO_COLOR: '1' }
  const node = (...args: string[]) =>
    new Promise<Ended>((done) => {
      execFile(
        process.execPath,
        args,
        { cwd: folder, env },
        (error, stdout, stderr) =>
          done({ code: error?.code ?? 0, stdout, stderr }),
      )
    })
  return {
    folder,
    node,
    i18n: (...args) =>
      node('src/cmd/run.mjs', '.vitepress/translation/cmd.ts', ...args),
    delete: () => rmSync(folder, { recursive: true, force: true }),
  }
}
