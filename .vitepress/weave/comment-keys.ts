/**
 * Names the comments of a chunk, for comments.json. A key says what a comment
 * is about, so that a comment more or less changes no other key:
 *
 * - the name of the chunk, for the comment above all of its code;
 * - otherwise that and the first name in the code beside or below the comment.
 *
 * Two comments about the same code have the same key, which `keyedComments`
 * refuses: a number would change when another comment comes between.
 */
import { linesOf } from '../../src/project/project.ts'
import type { Chunk } from './chunk.ts'
import type { Comment } from './comments.ts'

/** Words before the name of what a line declares. */
const words = new Set(
  (
    'abstract async class const declare default defer enum export extends for func ' +
    'function go if import interface let private protected public readonly ' +
    'return static struct type var'
  ).split(' '),
)

/** A comment with its key. */
export interface KeyedComment {
  readonly key: string
  readonly comment: Comment
}

/** The code of a file, whose comments are read once for all its chunks. */
const known = new WeakMap<readonly Comment[], string>()

/** A file's text with a space in place of each character of a comment. */
function codeOf(text: string, comments: readonly Comment[]): string {
  const found = known.get(comments)
  if (found !== undefined) return found
  let code = text
  for (const { raw, start, end } of comments) {
    const blank = raw.replace(/[^\n]/g, ' ')
    code = code.slice(0, start) + blank + code.slice(end)
  }
  known.set(comments, code)
  return code
}

/** The comments of a chunk with their keys, from top to bottom. */
export function keysIn(
  text: string,
  comments: readonly Comment[],
  { name, first, last }: Chunk,
): KeyedComment[] {
  const code = codeOf(text, comments)
  const lines = linesOf(code)
  const top = lines.slice(0, first - 1).join('\n').length
  const bottom = lines.slice(0, last).join('\n').length
  return comments
    .filter((each) => each.first >= first && each.first <= last)
    .map((comment, i, all) => {
      const { start, end } = comment
      const line = code.lastIndexOf('\n', start) + 1
      const from = Math.max(line, all[i - 1]?.end ?? 0)
      const beside = nameIn(code.slice(from, start))
      const below = nameIn(code.slice(end, bottom)) ?? 'end'
      const isAbove = nameIn(code.slice(top, start)) === undefined
      return { key: isAbove ? name : `${name}.${beside ?? below}`, comment }
    })
}

/** The first name in a piece of code that is not one of the words. */
const nameIn = (code: string): string | undefined =>
  code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu)?.find((each) => !words.has(each))
