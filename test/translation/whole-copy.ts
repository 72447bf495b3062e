// Makes a copy of the whole project on disk, in which commands can run.
import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { newFolder } from '../folder.ts'
import { root, runNode } from '../node.ts'

const left =
  /^(?:node_modules|\.git|reports|\.vitepress[\\/](?:dist|cache|\.temp))$/

/**
 * Copies the project without built and installed files. The copy is deleted
 * after the tests.
 */
export function copyWhole() {
  const folder = newFolder('whole-copy')
  cpSync(root, folder, {
    recursive: true,
    // Tested files must not look newer than the report of their tests.
    preserveTimestamps: true,
    filter: (path) => !left.test(relative(root, path)),
  })
  const packages = 'node_modules'
  // On Windows, a junction needs no rights of an administrator.
  symlinkSync(join(root, packages), join(folder, packages), 'junction')
  const { FORCE_COLOR, SITE_URL, ...rest } = process.env
  const env = { ...rest, NO_COLOR: '1' }
  const node = (args: string[], settings = {}) =>
    runNode(args, { cwd: folder, env: { ...env, ...settings } })
  return {
    folder,
    /** The environment of its commands: without colours. */
    env,
    /** Runs the translators' command in it. */
    i18n: (...args: string[]) =>
      node(['src/cmd/run.mjs', '.vitepress/translation/cmd.ts', ...args]),
    /**
     * Builds its site, with the verdicts of the last test run of the project.
     * @param settings Further environment variables.
     */
    build(settings: Readonly<Record<string, string>> = {}) {
      const report = 'reports/claims.json'
      const made = JSON.parse(readFileSync(join(root, report), 'utf8'))
      for (const file of made.testResults)
        file.name = join(folder, relative(root, file.name))
      mkdirSync(join(folder, 'reports'), { recursive: true })
      writeFileSync(join(folder, report), JSON.stringify(made))
      return node(
        ['node_modules/vitepress/bin/vitepress.js', 'build'],
        settings,
      )
    },
    /** Changes a file of it. */
    edit(file: string, change: (text: string) => string) {
      const path = join(folder, file)
      const before = readFileSync(path, 'utf8')
      const after = change(before)
      if (after === before) throw new Error(`${file}: nothing was changed`)
      writeFileSync(path, after)
    },
    write: (file: string, text: string) =>
      writeFileSync(join(folder, file), text),
    /** Deletes a file of it and returns the file's text. */
    remove(file: string) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8')
      rmSync(path)
      return text
    },
  }
}
