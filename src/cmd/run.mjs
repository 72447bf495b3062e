/**
 * Runs a TypeScript program of this project under Node, which cannot load it
 * by itself:
 *
 *     node src/cmd/run.mjs FILE [ARGUMENT...]
 *
 * The program reads its arguments from process.argv, from index 2, and sets the
 * exit code itself. It must await every dynamic import at its top level. An
 * error that it does not catch is printed without the launcher's stack frames,
 * and the exit code is 1. If FILE is missing, the exit code is 2.
 */
import { existsSync } from 'node:fs'
import { Module } from 'node:module'
import { resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const [node = 'node', , file, ...rest] = process.argv

/** Matches a stack frame that is not the program's. */
const foreign = /node:internal|[\\/]node_modules[\\/]vite[\\/]|run\.mjs/

/**
 * @param {unknown} error What the program threw.
 * @returns {string} Its message and the program's own stack frames.
 */
function describe(error) {
  if (!(error instanceof Error)) {
    return `uncaught: ${String(error)}`
  }
  const lines = (error.stack ?? String(error)).split('\n')
  const own = lines.filter(
    (line) => !(/^\s+at /.test(line) && foreign.test(line)),
  )
  // The compiler colours its messages even if no terminal reads them.
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
await import('./place.mjs')
// With it, Vite would start a thread that resolves `import.meta.resolve`, which
// no program has, and each import of a package would wait for that thread.
Module.register = undefined
// Slow, so after the checks.
const { runnerImport } = await import('vite').catch(() => {
  console.error('run: the packages are not installed; run npm ci first')
  process.exit(1)
})
process.argv = [node, program, ...rest]
process.on('uncaughtException', fail)
// Stack traces then show source lines, also for errors after loading.
process.setSourceMapsEnabled(true)
await runnerImport(program, { logLevel: 'silent' }).catch(fail)
