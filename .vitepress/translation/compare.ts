/** Compares two versions of an English text word by word. */
import { diffWordsWithSpace } from 'diff'

/** A piece of one or of both versions. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * The pieces of both versions, in order. Changed words with only spaces between
 * them are one change, because readers read a phrase as a whole.
 */
export function changesBetween(before: string, after: string): Change[] {
  const pieces: Change[] = []
  let [removed, added] = ['', '']
  const end = () => {
    if (removed) pieces.push({ kind: 'removed', text: removed })
    if (added) pieces.push({ kind: 'added', text: added })
    removed = added = ''
  }
  const parts = diffWordsWithSpace(before, after)
  for (const [i, part] of parts.entries()) {
    const { value } = part
    const within =
      /^ +$/.test(value) && removed && added && i < parts.length - 1
    if (part.removed || (within && !part.added)) removed += value
    if (part.added || (within && !part.removed)) added += value
    if (part.removed || part.added || within) continue
    end()
    pieces.push({ kind: 'same', text: value })
  }
  end()
  return pieces
}
