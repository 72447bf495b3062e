// Tests that a comment more or less changes the key of no other comment.
import { describe, expect, it } from 'vitest'
import { commentsIn } from '../../.vitepress/weave/comments.ts'
import {
  keyedComments,
  readPrograms,
  type Side,
} from '../../.vitepress/weave/programs.ts'
import { problemsOf } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'

const sides = readPrograms(openProject())
  .flatMap(({ pairs }) => pairs)
  .flatMap(({ name, listing, port }) => [
    { name: `${name} of the listing`, side: listing },
    { name: `${name} of the port`, side: port },
  ])
  .filter(({ side }) => keyedComments(side).length > 0)

/** The keys of a side's comments in another text, after what they say. */
function keysOf({ source, chunk }: Side, text: string, more: number) {
  const comments = commentsIn(text, source.language)
  const longer = { ...chunk, last: chunk.last + more }
  const side = { source: { ...source, text, comments }, chunk: longer }
  return keyedComments(side).map(({ key, comment }) => {
    return [comment.raw, key] as const
  })
}

describe.each(sides)('$name', ({ side }) => {
  const { source, chunk } = side
  const own = keysOf(side, source.text, 0)
  const lines = source.text.split('\n')
  // A line within a comment has no place for another.
  const places = Array.from(
    { length: chunk.last - chunk.first + 1 },
    (_, i) => chunk.first - 1 + i,
  ).filter((at) => !source.comments.some((c) => c.first <= at && at < c.last))

  it('a new comment on any line changes no key, or is refused', () => {
    for (const at of places) {
      const longer = lines.toSpliced(at, 0, '/* new */').join('\n')
      let found: ReturnType<typeof keysOf> = []
      const [refused] = problemsOf(() => {
        found = keysOf(side, longer, 1)
      })
      if (refused) {
        // It is beside, or right above or below, the other comment.
        expect(refused.message).toContain('a second comment about the code of')
        expect(own.map(([, key]) => key)).toContain(
          /of "(.*?)"/.exec(refused.message)?.[1],
        )
        continue
      }
      expect(found.filter(([raw]) => raw !== '/* new */')).toEqual(own)
      expect(new Set(found.map(([, key]) => key)).size).toBe(found.length)
    }
  })
  it('a deleted comment changes no key', () => {
    for (const [raw] of own) {
      // A comment of several lines leaves as many lines empty.
      const blank = raw.replace(/[^\n]/g, ' ')
      const found = keysOf(side, source.text.replace(raw, blank), 0)
      expect(found).toEqual(own.filter((each) => each[0] !== raw))
    }
  })
})
