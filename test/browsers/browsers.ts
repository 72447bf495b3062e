/** The browsers in which the tests of this folder run. */
import type { Browser } from './driver.ts'
import { firefox } from './firefox.ts'
import { webkit } from './webkit.ts'

export const browsers: Readonly<Record<string, Browser>> = { firefox, webkit }
