/**
 * Vitest's global set-up: serves the built site and starts one browser, which
 * all test files of this suite share.
 */
import { chromium as playwright } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions } from '../../.vitepress/files/chromium.ts'
import { serveSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a slash at its end. */
    siteAddress: string
    /** Where playwright connects to the browser. */
    browserEndpoint: string
  }
}

export default async function shared({ provide }: TestProject) {
  const served = await serveSite()
  const browser = await playwright.launchServer(launchOptions())
  provide('siteAddress', served.address)
  provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    served.close()
  }
}
