/**
 * Runs a TypeScript program of this project under Node, which cannot load it
 * by itself:
 *
 *     node src/cmd/run.mjs FILE [ARGUMENT...]
 *
 * The program finds its arguments where it would without this launcher, in
 * process.argv from index 2, and sets the exit code itself. It must await at
 * its top level whatever it still wants to import. An error that it does not
 * catch is printed without the launcher's part of the stack: exit code 1. A
 * FILE that is missing: exit code 2.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const [node = 'node', , file, ...rest] = process.argv

/** A frame of the stack that is not of the program. */
const foreign = /node:internal|[\\/]node_modules[\\/]vite[\\/]|run\.mjs/

/**
 * @param {unknown} error What the program threw.
 * @returns {string} Its message and its own part of the stack.
 */
function describe(error) {
  if (!(error instanceof Error)) {
    return `uncaught: ${String(error)}`
  }
  const lines = (error.stack ?? String(error)).split('\n')
  const own = lines.filter(
    (line) => !(/^\s+at /.test(line) && foreign.test(line)),
  )
  // The compiler colours its messages whether or not a terminal reads them.
  return stripVTControlCharacters(own.join('\n'))
}

/** @param {unknown} error What the program threw. */
function fail(error) {
  console.error(describe(error))
  process.exit(1)
}

if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined
      ? 'usage: node src/cmd/run.mjs FILE [ARGUMENT...]'
      : `run: cannot find ${file}`,
  )
  process.exit(2)
}

const program = resolve(file)
const { runnerImport } = await import('vite') // slow: after the refusals
process.argv = [node, program, ...rest]
process.on('uncaughtException', fail)
// Lines of the program as written, also for what fails after it was loaded.
process.setSourceMapsEnabled(true)
await runnerImport(program, { logLevel: 'silent' }).catch(fail)
