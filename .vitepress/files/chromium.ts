/** Finds the Chromium that makes the files and opens the tested pages. */
import { existsSync } from 'node:fs'

const whole = '/usr/bin/chromium'

/**
 * Chromium's engine without the windows around pages. A new context takes an
 * eighth of the work there, and a page half of it.
 */
const shell = '/usr/bin/chromium-headless-shell'

/**
 * What the variable CHROMIUM names, or the system's headless shell if it is
 * installed, or else its Chromium.
 * @throws {Error} If the file does not exist.
 */
export function chromium(): string {
  const path = process.env.CHROMIUM || (existsSync(shell) ? shell : whole)
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
