/** Vitest's set-up of a project: starts the browser that the project names. */
import type { TestProject } from 'vitest/node'
import { browsers } from './browsers.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The name of the browser, and where it takes commands. */
    browser: { readonly name: string; readonly address: string }
  }
}

export default async function start({ name, provide }: TestProject) {
  const browser = browsers[name]
  if (!browser) throw new Error(`no such browser: ${name}`)
  const { address, stop } = await browser.start()
  provide('browser', { name, address })
  return stop
}
