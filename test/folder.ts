/** Makes a folder for the files of a test. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new folder. It is deleted after the tests of the file or of the group. */
export function newFolder(name: string): string {
  // The folder for temporary files is a link on some machines.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
