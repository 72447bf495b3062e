/**
 * Copies the Go side, edits the copy, builds trace.wasm from it and measures the
 * claims of Go's own tools with it.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readClaims } from '../../src/evidence/claims.ts'
import { applyEdits, type Edit } from '../../src/evidence/edit.ts'
import { readRecorded, recordedFile } from '../../src/evidence/recorded.ts'
import { openProject } from '../../src/project/project.ts'
import type { Engine } from '../../src/trace/engine.ts'
import { originalEngine } from '../../src/trace/original.ts'
import { root } from '../node.ts'

const run = promisify(execFile)
const project = openProject()

/** An edited copy of go-reference/, in a folder of its own. */
export interface GoCopy {
  /** The folder that has go-reference/. */
  readonly root: string
  remove(): Promise<void>
}

/** @throws {Error} If the text of an edit does not occur exactly once. */
export async function copyGo(edits: readonly Edit[]): Promise<GoCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'breaks-'))
  const go = join(folder, 'go-reference')
  await cp(join(root, 'go-reference'), go, {
    recursive: true,
    filter: (path) => !/trace\.wasm|recorded[/\\].*\.json$/.test(path),
  })
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const text = await readFile(join(go, file), 'utf8')
    await writeFile(join(go, file), applyEdits(file, text, edits))
  }
  return {
    root: folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** More reads than any claim's trace needs; a small limit ends a pass soon. */
const maxReads = 500

/** An edited program is not the original: nobody asks it who it is. */
const asked = { anonymous: true }

/** Builds trace.wasm from a copy. @throws {Error} If it does not compile. */
export async function buildOriginal(copy: GoCopy): Promise<Engine> {
  const file = join(copy.root, 'trace.wasm')
  await run('sh', [join(copy.root, 'go-reference/build-wasm.sh'), file])
  const module = new WebAssembly.Module(await readFile(file))
  return originalEngine(module, { maxReads, ...asked })
}

/**
 * Measures claims anew with a copy.
 * @returns The claims whose record the measurement does not confirm: it does
 *   not meet their conditions, or the test fails before it is written.
 */
export async function unconfirmed(
  copy: GoCopy,
  ids: readonly string[],
): Promise<string[]> {
  const packages = ['./claims', './providers/memory']
  const args = ['test', '-trimpath', '-count=1', '-run']
  const cwd = join(copy.root, 'go-reference')
  const env = { ...process.env, UPDATE: '1' }
  // A test that fails writes no record, which is looked at below.
  await run('go', [...args, `^Test/^(${ids.join('|')})$`, ...packages], {
    cwd,
    env,
    maxBuffer: 2 ** 26,
  }).catch(() => {})
  const measured = openProject(copy.root)
  const claims = readClaims(project)
  return ids.filter((id) => {
    const claim = claims.get(id)
    if (!claim || !measured.has(recordedFile(id))) return true
    return readRecorded(measured, claim)?.recorded.verdict !== 'holds'
  })
}
