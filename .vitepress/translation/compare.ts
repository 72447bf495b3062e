/** What changed between two versions of an English text, word by word. */
import { diffWordsWithSpace } from 'diff'

/** A piece of the text. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** The pieces of both versions, in order. */
export function changesBetween(before: string, after: string): Change[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
