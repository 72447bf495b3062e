/**
 * A copy of the Go side that is edited: trace.wasm is built from it, and Go's own
 * tools measure it.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { applyEdits, type Edit } from '../../src/evidence/edit.ts'
import { root } from '../node.ts'

const exec = promisify(execFile)

/** A copy of go-reference/. */
export interface GoCopy {
  /** The folder that has go-reference/, as the project has it. */
  readonly root: string
  /** Does work on the copy with these edits, and takes them back. */
  with<T>(edits: readonly Edit[], work: () => Promise<T>): Promise<T>
  /**
   * Runs a program in go-reference/.
   * @returns Whether it succeeded, and what it printed.
   */
  run(program: string, ...args: string[]): Promise<Ended>
  remove(): Promise<void>
}

export interface Ended {
  readonly passed: boolean
  readonly output: string
}

/** Makes a copy, without trace.wasm and without the records. */
export async function copyGo(): Promise<GoCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'breaks-'))
  const go = join(folder, 'go-reference')
  await cp(join(root, 'go-reference'), go, {
    recursive: true,
    filter: (path) => !/trace\.wasm|recorded[/\\].*\.json$/.test(path),
  })
  const given = {
    cwd: go,
    env: {
      ...process.env,
      UPDATE: '1',
      GOFLAGS: `${process.env.GOFLAGS ?? ''} -vet=off`,
    },
  }
  return {
    root: folder,
    async with(edits, work) {
      const files = [...new Set(edits.map(({ file }) => join(go, file)))]
      const texts = await Promise.all(
        files.map((file) => readFile(file, 'utf8')),
      )
      const put = (changed: readonly string[]) =>
        Promise.all(files.map((file, i) => writeFile(file, changed[i] ?? '')))
      try {
        const of = (file: string) =>
          edits.filter((e) => join(go, e.file) === file)
        await put(
          texts.map((text, i) => {
            const own = of(files[i] ?? '')
            return applyEdits(own[0]?.file ?? '', text, own)
          }),
        )
        return await work()
      } finally {
        await put(texts)
      }
    },
    run: (program, ...args) =>
      exec(program, args, { ...given, maxBuffer: 2 ** 26 }).then(
        ({ stdout, stderr }) => ({ passed: true, output: stdout + stderr }),
        ({ stdout, stderr }) => ({ passed: false, output: stdout + stderr }),
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
