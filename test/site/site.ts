/** Serves the built site and opens it in Chromium, for the tests beside it. */
import { existsSync, readdirSync } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'
import { serve } from 'vitepress'

/** The built site, at `address`, with a browser to open it in. */
export interface Site {
  /** Without a slash at the end. */
  readonly address: string
  readonly browser: Browser
  close(): Promise<void>
}

const dist = '.vitepress/dist'
const port = 4373

/**
 * The system's Chromium, or what the variable CHROMIUM names.
 * @throws {Error} If it is not there.
 */
export function chromium(): string {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(path)) {
    throw new Error(`${path} is missing: install Chromium or set CHROMIUM`)
  }
  return path
}

/**
 * @throws {Error} If the site has not been built or there is no Chromium.
 */
export async function openSite(): Promise<Site> {
  if (!existsSync(`${dist}/index.html`)) {
    throw new Error(`${dist} is missing: run "npm run build" first`)
  }
  const executablePath = chromium()
  const app = await serve({ port })
  const browser = await playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return {
    address: `http://localhost:${port}`,
    browser,
    async close() {
      await browser.close()
      app.server?.close()
    },
  }
}

/** The paths of all built pages: `/`, `/zh/`, `/session-storage`, … */
export function pages(): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.html') && file !== '/404.html')
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
