/** Tests what the editor of the playground completes and refuses. */
import { describe, expect, it } from 'vitest'
import { check } from '../src/playground/check.ts'
import { complete } from '../src/playground/complete.ts'
import { MOST_TEXT } from '../src/playground/limits.ts'

const text = 'h = init ana\ni = read "Ana María"\nh.set "user" 1\n'

/** What can be written at the end of a last line. */
const completed = (line: string) => complete(line, text + line)

describe('playground', () => {
  it.each([
    ['', ['init', 'gc', 'list', 'h.', 'i.']],
    ['re', ['read', 'h.']],
    ['h.', ['set', 'get', 'delete', 'id']],
    ['  h.s', ['set']],
    ['k = ', ['init', 'read']],
    ['k = read ', ['ana', '"Ana María"']],
    ['destroy a', ['ana']],
    ['provider ', ['first', 'second']],
    ['same h ', ['h', 'i']],
  ])('completes %j', (line, some) => {
    expect(completed(line)?.options).toEqual(expect.arrayContaining(some))
  })

  it.each(['# in', 'list => ', 'gc ', 'wait 1', 'h.get ', 'init ana '])(
    'completes nothing after %j',
    (line) => expect(completed(line)).toBeUndefined(),
  )

  it('replaces the unfinished word only', () => {
    expect(completed('  h.s')?.from).toBe(4)
    expect(completed('k = re')?.from).toBe(4)
    expect(completed('read b')?.options).not.toContain('b')
  })

  it('names the line of a mistake', () => {
    expect(check('init ana\nlits => ana')).toMatchObject({
      line: 2,
      problem: {
        code: 'operationNear',
        values: { found: '"lits"', meant: 'list' },
      },
    })
    expect(check('# nothing\n')).toEqual({ none: 'empty' })
    expect(check('#'.repeat(MOST_TEXT + 1))).toEqual({ none: 'large' })
    expect(check('init ana')).toMatchObject({ trace: { title: '' } })
  })
})
