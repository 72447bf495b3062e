/** Finds the Chromium that makes the files and opens the tested pages. */
import { existsSync } from 'node:fs'

/**
 * The system's Chromium, or what the variable CHROMIUM names.
 * @throws {Error} If the file does not exist.
 */
export function chromium(): string {
  const path = process.env.CHROMIUM || '/usr/bin/chromium'
  if (!existsSync(path)) {
    throw new Error(`${path} is missing: install Chromium or set CHROMIUM`)
  }
  return path
}

/** The options with which every browser is started. */
export const launchOptions = () => ({
  executablePath: chromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
