/** Serves a built site and opens it in Chromium, for the tests of the site. */
import { existsSync, readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as playwright,
} from 'playwright-core'
import { serve } from 'vitepress'
import { launchOptions } from '../../.vitepress/files/chromium.ts'
import { policyFor } from '../policy.ts'

const dist = '.vitepress/dist'

/** A reader's context in which nothing fails because the machine is slow. */
export async function openContext(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(300_000)
  return context
}

/**
 * Serves the built site of a project on a free port, with the policies that
 * the README names.
 * @param root The project's directory.
 * @returns The address without a slash at its end, and a function to stop it.
 * @throws {Error} If the site has not been built.
 */
export async function serveSite(
  root = '.',
): Promise<{ address: string; close(): void }> {
  if (!existsSync(`${root}/${dist}/index.html`)) {
    throw new Error(`${dist} is missing: run "npm run build" first`)
  }
  const { server } = await serve({ root, port: 0 })
  if (!server) throw new Error('the site is not served')
  server.prependListener('request', ({ url = '/' }, response) => {
    response.setHeaders(new Map(Object.entries(policyFor(url))))
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    close: () => void server.close(),
  }
}

/** The built site, at `address`, with a browser to open it in. */
export interface Site {
  /** Without a slash at the end. */
  readonly address: string
  readonly browser: Browser
  close(): Promise<void>
}

/** A browser and the built site, for programs that are not tests. */
export async function openSite(): Promise<Site> {
  const served = await serveSite()
  const browser = await playwright.launch(launchOptions())
  return {
    address: served.address,
    browser,
    async close() {
      await browser.close()
      served.close()
    },
  }
}

/** The paths of all built pages: `/`, `/zh/`, `/session-storage`, … */
export function pages(): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.html') && file !== '/404.html')
    .filter((file) => !file.startsWith('/assets/'))
    .filter(
      (file, _, all) =>
        !all.includes(file.replace('/index.', '.')) ||
        !file.endsWith('/index.html'),
    )
    .map((file) => file.replace(/(?<=\/)index\.html$|\.html$/, ''))
    .sort()
}

/** The language of a page, from its path. */
export function languageOf(path: string): string {
  return /^\/(zh|ja|es)\//.exec(path)?.[1] ?? 'en'
}
