// Where the sources of the shown code are.
import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The address of a line, in a repository or without one. */
async function address(repository: string, site: string): Promise<string> {
  vi.stubEnv('GITHUB_REPOSITORY', repository)
  vi.stubEnv('SITE_URL', site)
  const { sourceAddress } = await import('../.vitepress/config/source.ts')
  return sourceAddress('src/providers/memory.ts', 12)
}

it('sourceAddress: without a repository it lies in the site, below its base', async () => {
  expect(await address('', 'https://example.org/book')).toBe(
    '/book/source/src/providers/memory.ts.txt#L12',
  )
})

it('sourceAddress: with a repository it opens at the line', async () => {
  expect(await address('owner/name', '')).toBe(
    'https://github.com/owner/name/blob/main/src/providers/memory.ts#L12',
  )
})
