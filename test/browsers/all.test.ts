/**
 * All tests of this folder, in one file: a browser takes commands from one file
 * at a time, and with one file for each, Vitest runs both browsers at once.
 */
import './pages.ts'
import './playground.ts'
import './reading.ts'
