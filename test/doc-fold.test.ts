/** Tests which lines of a doc comment a page folds. */
import { expect, test } from 'vitest'
import { docFolds } from '../.vitepress/weave/doc-fold.ts'

test.each([
  ['no comment', ['a()', '// b', '/* c */'], ['', '', '']],
  ['one line', ['/** a */', 'b()'], ['doc-line', '']],
  [
    'several lines',
    ['  /**', '   * a', '   * b', '   */', '  c()'],
    ['folded', 'doc-line', 'folded', 'folded', ''],
  ],
  ['text in its first line', ['/** a', ' * b */'], ['doc-line', 'folded']],
  [
    'two comments',
    ['/** a */', '/**', ' * b', ' */'],
    ['doc-line', 'folded', 'doc-line', 'folded'],
  ],
])('%s', (_, lines, folds) => {
  expect(docFolds(lines).map((fold) => fold ?? '')).toEqual(folds)
})
