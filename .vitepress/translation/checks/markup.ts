/** Checks that no mark-up is shown as text because a part of it is missing. */
import type { Problem } from '../../../src/project/problem.ts'
import type { ParsedPage } from './parsed.ts'
import { withoutCode } from './prose.ts'

// Mark-up that must not be in a text after Markdown is parsed, and what to do.
const leftovers: readonly [RegExp, string][] = [
  [
    /[<＜]\s*\/?\s*(?:Cl[ai]+ms?|Chunks?|Drawings?|Scene|Trace|Measurements)\b[^>＞]*[>＞]?/i,
    'write the tag exactly as the English page does',
  ],
  [
    /[<＜]\s+\/?\s*[a-z]+[^>＞]*\/?\s*[>＞]/i,
    'write the tag exactly as the English page does',
  ],
  [
    /[{｛]\s*[#＃][^}｝]*[}｝]?/,
    'end the heading with {#id}, in half-width characters and with a space before it',
  ],
  [
    /[\]］】]\s*[(（]\s*(?:https?:|\.{0,2}\/|#)[^)）]*[)）]?/,
    'write a link as [text](address), in half-width brackets and without a space between',
  ],
  [/[`｀]/, 'a backtick has no partner; put code between two: `code`'],
  [
    /\*+|＊{2,}/,
    'a star has no partner; write **word** or *word*, with no space inside the stars',
  ],
  [/&amp;(?:amp|lt|gt|quot|#\d+);/, 'write the character itself'],
  [/^(?:#+(?=[^\s#\d])|＃+)/, 'a heading begins with half-width # and a space'],
  [
    /^[|｜].*[|｜]/,
    'a table needs half-width | and a line |---| below its head',
  ],
]

/** Finds places where readers would see mark-up. */
export function checkMarkup({ file, blocks }: ParsedPage): Problem[] {
  return blocks
    .flatMap(({ rows }) => rows)
    .flatMap(({ line, text }) => {
      const plain = withoutCode(text)
      for (const [pattern, remedy] of leftovers) {
        const found = pattern.exec(plain)?.[0]
        if (found === undefined) continue
        return [
          {
            file,
            line,
            message: `“${found.trim()}” would be shown as text; ${remedy}`,
          },
        ]
      }
      return []
    })
}
