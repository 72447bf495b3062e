/** Keeps the result of slow work on disk until one of its inputs changes. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from './project.ts'

const folder = 'node_modules/.cache/side-by-side'

/**
 * The last result for these inputs, or a new one.
 * @param name The name of the file that keeps it.
 * @param inputs The texts of all that the result depends on.
 * @param make Returns what JSON can hold.
 */
export function kept<Result>(
  { root }: Project,
  name: string,
  inputs: readonly string[],
  make: () => Result,
): Result {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex')
  const file = join(root, folder, `${name}.json`)
  try {
    const last = JSON.parse(readFileSync(file, 'utf8'))
    if (last.key === key) return last.result
  } catch {
    // Nothing is kept yet, or the file is damaged.
  }
  const result = make()
  try {
    mkdirSync(join(root, folder), { recursive: true })
    const whole = `${file}.${process.pid}`
    writeFileSync(whole, JSON.stringify({ key, result }))
    renameSync(whole, file)
  } catch {
    // The folder cannot be written. The next build makes the result again.
  }
  return result
}
