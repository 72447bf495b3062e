/** Finds the lines of a doc comment, which a page folds to one line. */

/** `doc-line` stays; `folded` is shown when a reader opens the comment. */
export type Fold = 'doc-line' | 'folded' | undefined

/** What happens to each of these lines of code. */
export function docFolds(lines: readonly string[]): Fold[] {
  let isInside = false
  let isTold = false
  return lines.map((line) => {
    const text = line.trim()
    const opens = !isInside && text.startsWith('/**')
    if (!opens && !isInside) return undefined
    isInside = !text.endsWith('*/')
    if (opens) isTold = false
    if (isTold || text === '/**') return 'folded'
    isTold = true
    return 'doc-line'
  })
}
