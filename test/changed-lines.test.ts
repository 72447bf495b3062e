/** Tests which lines of an edited text are marked as changed. */
import { expect, test } from 'vitest'
import { changedLines } from '../.vitepress/playground/page/changed-lines.ts'

test.each([
  ['a b c', 'a b c', []],
  ['a b c', 'a x c', [2]],
  ['a b c', 'x a b c', [1]],
  ['a b c', 'a b c x', [4]],
  ['a b c', 'a c', [2]],
  ['a b c', 'a b', [2]],
  ['a b a b', 'a b x a b', [3]],
  ['a b c d e', 'x b c d y z', [1, 5, 6]],
  ['a b b a', 'a b a', [3]],
  ['a b', 'c d', [1, 2]],
])('%s → %s: %j', (printed, text, lines) => {
  const [before, after] = [printed, text].map((each) =>
    each.replaceAll(' ', '\n'),
  )
  expect(changedLines(before ?? '', after ?? '')).toEqual(lines)
})
