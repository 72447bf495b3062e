/** Tests which lines of a doc comment a page folds. */
import { expect, test } from 'vitest'
import { docFolds } from '../.vitepress/weave/doc-fold.ts'

test.each([
  ['no comment', ['a()', '// b', '/* c */'], ['', '', '']],
  ['one line', ['/** a */', 'b()'], ['told', '']],
  [
    'several lines',
    ['  /**', '   * a', '   * b', '   */', '  c()'],
    ['folded', 'told', 'folded', 'folded', ''],
  ],
  ['text in its first line', ['/** a', ' * b */'], ['told', 'folded']],
  [
    'two comments',
    ['/** a */', '/**', ' * b', ' */'],
    ['told', 'folded', 'told', 'folded'],
  ],
])('%s', (_, lines, folds) => {
  expect(docFolds(lines).map((fold) => fold ?? '')).toEqual(folds)
})
