/** Tests the links that share a trace: round trips, and hostile links. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MOST_LINK, MOST_TEXT } from '../src/playground/limits.ts'
import {
  claimFragment,
  LinkError,
  linkTo,
  readFragment,
  writeFragment,
} from '../src/playground/link.ts'
import { proposedNames } from '../src/playground/presets.ts'
import { openProject } from '../src/project/project.ts'

const packed = (data: string | Uint8Array) =>
  deflateRawSync(data).toString('base64url')

const good = packed('init ana')

/** Lines of trace that do not compress, so that few make a long link. */
const noise = (lines: number) =>
  Array.from({ length: lines }, (_, i) => `read ${Math.sin(i + 1)}`).join('\n')

const problemOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'none',
    (error) => (error instanceof LinkError ? error.problem : String(error)),
  )

describe('links of the playground', () => {
  it.each([
    [
      'a trace',
      { trace: '# Two ids\ninit ana\nread "博"\nlist => ana "博"\n' },
    ],
    ['an edit', { trace: 'init ana', edit: proposedNames[0] }],
    ['another store', { trace: 'init ana', store: 'repaired' as const }],
    ['markup in ids, as text', { trace: 'init <script>alert(1)</script>' }],
  ])('carry %s', async (_, shared) => {
    const fragment = await writeFragment(shared)
    expect(fragment).toMatch(/^#trace=[\w-]+(&(edit|store)=[^&#\s]+)?$/)
    expect(await readFragment(fragment)).toEqual(shared)
  })

  it.each([
    { claim: 'gc-tail-first' },
    { claim: 'gc-tail-first', edit: proposedNames[0] },
  ])('name a claim: %j', async (shared) => {
    expect(await readFragment(claimFragment(shared))).toEqual(shared)
  })

  it('lead to the page of the site, with or without a slash', async () => {
    const link = await linkTo('https://example.org/book', { trace: 'map' })
    const other = await linkTo('https://example.org/book/', { trace: 'map' })
    expect(link).toMatch(/^https:\/\/example\.org\/book\/playground#trace=/)
    expect(other).toBe(link)
  })

  it.each(['', '#', '#playground', '#traces=x', '#/trace=x'])(
    'do not begin like %j, which is no link',
    async (fragment) => {
      expect(await readFragment(fragment)).toBeUndefined()
    },
  )

  it.each([
    ['of an unknown store', `#trace=${good}&store=redis`, 'store'],
    ['of the listing by name', `#trace=${good}&store=memory`, 'store'],
    ['of an edit on another store', `#trace=${good}&edit=a&store=b`, 'form'],
    ['without data', '#trace=', 'form'],
    ['a claim with markup', '#claim=<b>', 'form'],
    ['a claim on an unknown edit', '#claim=gc-empty&edit=x', 'edit'],
    ['not base64url', `#trace=${good}+`, 'form'],
    ['padded', `#trace=${good}=`, 'form'],
    ['percent-encoded', `#trace=%41${good}`, 'form'],
    ['with one more part', `#trace=${good}&code=alert(1)`, 'form'],
    ['with data twice', `#trace=${good}&trace=${good}`, 'form'],
    ['with an edit alone', '#edit=SessionInit', 'form'],
    ['with an edit that is not decodable', `#trace=${good}&edit=%E0`, 'form'],
    ['of an impossible length', '#trace=AAAAA', 'damaged'],
    ['truncated', `#trace=${good.slice(0, -4)}`, 'damaged'],
    ['not deflated', '#trace=____________', 'damaged'],
    [
      'not UTF-8',
      `#trace=${packed(Uint8Array.of(0x23, 0xff, 0xfe))}`,
      'damaged',
    ],
    ['a bomb', `#trace=${packed('#'.repeat(4_000_000))}`, 'large'],
    [
      'one byte too large',
      `#trace=${packed('#'.repeat(MOST_TEXT + 1))}`,
      'large',
    ],
    ['too long', `#trace=${'A'.repeat(MOST_LINK)}`, 'long'],
    ['of a megabyte', `#trace=${'A'.repeat(1_000_000)}`, 'long'],
    ['not a trace', `#trace=${packed('alert(1)')}`, 'trace'],
    ['an empty trace', `#trace=${packed('# nothing\n')}`, 'trace'],
    ['an unknown edit', `#trace=${good}&edit=constructor`, 'edit'],
    [
      'code as an edit',
      `#trace=${good}&edit=${encodeURIComponent('for(;;){}')}`,
      'edit',
    ],
  ])('are refused if they are %s', async (_, fragment, problem) => {
    expect(await problemOf(readFragment(fragment))).toBe(problem)
  })

  it.each([
    ['too large', { trace: '#'.repeat(MOST_TEXT + 1) }, 'large'],
    ['too long when packed', { trace: noise(1200) }, 'long'],
    ['no trace', { trace: 'nonsense' }, 'trace'],
    ['with an unknown edit', { trace: 'map', edit: 'nonsense' }, 'edit'],
  ])('are not written if they are %s', async (_, shared, problem) => {
    expect(await problemOf(writeFragment(shared))).toBe(problem)
  })

  it('may be as long as the limit', async () => {
    const data = packed('init ana')
    const room = `#trace=${data}&edit=`.length - 1
    const fragment = `#trace=${data}&edit=${'x'.repeat(MOST_LINK - room)}`
    expect(await problemOf(readFragment(fragment))).toBe('edit')
    expect(await problemOf(readFragment(`${fragment}x`))).toBe('long')
  })
})

it('links on the pages can be read', async () => {
  const page = openProject().read('docs/en/session-storage.md')
  const links = page.match(/(?<=\.\/playground)#claim=[^)]*/g) ?? []
  expect(links).toHaveLength(2)
  for (const link of links) {
    expect(await readFragment(link)).toMatchObject({
      claim: 'fresh-shields-expired',
      edit: expect.toBeOneOf([...proposedNames]),
    })
  }
})
