// Makes a copy of the whole project on disk, in which commands can run.
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project itself. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const left =
  /^(?:node_modules|\.git|reports|\.vitepress[\\/](?:dist|cache|\.temp))$/

/** The exit code and the output of a command. */
export interface Ended {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

/** A copy of the project. */
export interface WholeCopy {
  readonly folder: string
  /** The environment of its commands: without colours. */
  readonly env: NodeJS.ProcessEnv
  /** Runs Node in it. */
  node(...args: string[]): Promise<Ended>
  /** Runs the translators' command in it. */
  i18n(...args: string[]): Promise<Ended>
  /** Builds its site, with the verdicts of the last test run of the project. */
  build(): Promise<Ended>
  /** Changes a file of it. */
  edit(file: string, change: (text: string) => string): void
  write(file: string, text: string): void
  /** Deletes a file of it and returns the file's text. */
  remove(file: string): string
  delete(): void
}

/** Copies the project without built and installed files. */
export function copyWhole(): WholeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'whole-copy-'))
  cpSync(root, folder, {
    recursive: true,
    // Tested files must not look newer than the report of their tests.
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
        { cwd: folder, env, maxBuffer: 2 ** 26 },
        (error, stdout, stderr) =>
          done({ code: error?.code ?? 0, stdout, stderr }),
      )
    })
  return {
    folder,
    env,
    node,
    i18n: (...args) =>
      node('src/cmd/run.mjs', '.vitepress/translation/cmd.ts', ...args),
    build() {
      const report = 'reports/claims.json'
      const text = readFileSync(join(root, report), 'utf8')
      mkdirSync(join(folder, 'reports'), { recursive: true })
      writeFileSync(join(folder, report), text.replaceAll(root, `${folder}/`))
      return node('node_modules/vitepress/bin/vitepress.js', 'build')
    },
    edit(file, change) {
      const path = join(folder, file)
      const before = readFileSync(path, 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`${file}: nothing was changed`)
      writeFileSync(path, after)
    },
    write: (file, text) => writeFileSync(join(folder, file), text),
    remove(file) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      rmSync(path)
      return text
    },
    delete: () => rmSync(folder, { recursive: true, force: true }),
  }
}
