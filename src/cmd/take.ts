/**
 * Writes the repaired store with its manager into a folder, as one file a
 * language.
 *
 *     node src/cmd/run.mjs src/cmd/take.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openProject } from '../project/project.ts'
import { taken, takenFiles } from '../project/taken.ts'
import { optionsOf } from './options.ts'
import { typedPath } from './typed-path.ts'

const program = {
  name: 'take',
  usage: `npm run take -- FOLDER

Writes ${takenFiles.ts} and ${takenFiles.go}, each with the repaired store and its
manager, into FOLDER, and makes it if there is none. It runs no traces; the page
/repaired of the site, docs/en/repaired.md, shows how to use the files.`,
}

const folder = optionsOf(program, () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [first, ...others] = positionals
  if (first === undefined || others.length > 0) {
    throw new Error(`want one folder, got ${positionals.length}`)
  }
  return typedPath(first)
})

// Both are made before one is written.
const project = openProject()
const texts = { ts: taken(project, 'ts'), go: taken(project, 'go') }
try {
  mkdirSync(folder, { recursive: true })
  for (const language of ['ts', 'go'] as const) {
    const file = join(folder, takenFiles[language])
    writeFileSync(file, texts[language])
    console.log(file)
  }
} catch (error) {
  console.error(`take: ${(error as Error).message}; name another folder`)
  process.exitCode = 1
}
