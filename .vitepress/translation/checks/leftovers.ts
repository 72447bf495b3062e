/** Nothing is left over from writing, and nothing in a text is a program. */
import type { Problem } from '../../../src/project/problem.ts'
import { type Prose, withoutCode } from './prose.ts'

const rules: readonly [RegExp, string][] = [
  [
    /<!--/,
    'is a comment, which readers do not see; delete it, or put its text into the page',
  ],
  [
    /[[({（［【](?:TODO|FIXME|TBD|XXX)\b[^\])}）］】]*[\])}）］】]?|\b(?:TODO|FIXME|TBD)\b:?/,
    'is a note to yourself; do what it says and delete it',
  ],
  [
    /\{\{|\}\}/,
    'looks like a template; put code between two backticks, or write the braces apart',
  ],
  [
    /<(?:script|style|component)\b/i,
    'is a program on a page; pages hold prose only',
  ],
  [
    /<[A-Za-z][^>]*\s(?:v-[a-z]+|[:@#][A-Za-z][\w.-]*)(?:=|\s|\/?>)/,
    'has an attribute that is a program; write the tag as the English page does',
  ],
  [
    /^\s*[:：]{2,}\s*[^\s:：]+/,
    'begins a box or is left from one; the site has none, delete it and its end',
  ],
]

/** Where a text has something that is not meant for readers. */
export function checkLeftovers(
  file: string,
  prose: readonly Prose[],
): Problem[] {
  return prose.flatMap(({ line, text }) => {
    const plain = withoutCode(text)
    for (const [pattern, remedy] of rules) {
      // In an ICU message, braces are part of the format.
      if (pattern.source.startsWith('\\{') && file.endsWith('interface.json'))
        continue
      const found = pattern.exec(plain)?.[0]
      if (found === undefined) continue
      const message = `“${found.trim()}” ${remedy}`
      return [{ file, line, message }]
    }
    return []
  })
}

/** The lines of a page that are no code. */
export function linesOfText(text: string): Prose[] {
  let fence = ''
  return text.split('\n').flatMap((row, i) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(row)?.[1] ?? ''
    if (fence === '' && mark !== '') fence = mark
    else if (fence !== '' && mark.startsWith(fence)) fence = ''
    else if (fence === '') return [{ line: i + 1, text: row }]
    return []
  })
}
