// Tests the addresses of the sources of the shown code.
import { afterEach, expect, it, vi } from 'vitest'
import { sourceAddress } from '../.vitepress/site/addresses.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const file = 'src/providers/memory.ts'

it('sourceAddress: without a repository it is in the site, below its base', () => {
  vi.stubEnv('SITE_URL', 'https://example.org/book')
  expect(sourceAddress(file, 12, '')).toBe(
    '/book/source/src/providers/memory.ts.txt#L12',
  )
})

it('sourceAddress: with a repository it opens at the line', () => {
  expect(sourceAddress(file, 12, 'owner/name')).toBe(
    'https://github.com/owner/name/blob/main/src/providers/memory.ts#L12',
  )
})
