// Reads the tables of edits: one edit a line, its columns divided by tabs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../node.ts'

/** An edit of one file, and the finding that is expected. */
export interface Edit {
  /** The kind of edit. */
  readonly kind: string
  readonly check: string
  readonly severity: string
  readonly file: string
  /** What is replaced: a text, or a pattern between slashes. */
  readonly from: string | RegExp
  /** Its replacement; undefined deletes the file. */
  readonly to: string | undefined
  /** Parts of the message: what is wrong, and what to do. */
  readonly says: string
  readonly advice: string
  /** `FILE@TEXT+LINES`, if the finding is not where the file changes. */
  readonly at: string
}

/** The edits of a table. A line without tabs is the kind of the next ones. */
export function readEdits(name: string): Edit[] {
  const text = readFileSync(join(root, 'test/translation', name), 'utf8')
  let kind = ''
  return text.split('\n').flatMap((line): Edit[] => {
    if (line.trim() === '') return []
    const cells = line.split('\t')
    if (cells.length === 1) {
      kind = line
      return []
    }
    const [path, from = '', to = '', severity, check] = cells
    const [says = '', advice = '', at = ''] = cells.slice(5)
    return [
      {
        kind,
        file: `docs/${path}`,
        from: pattern(from),
        to: to === '(deleted)' ? undefined : unescaped(to),
        severity: severity ?? '',
        check: check ?? '',
        says,
        advice,
        at,
      },
    ]
  })
}

/** A pattern if it stands between slashes, else the text. */
export function pattern(text: string): string | RegExp {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? []
  return source === undefined ? unescaped(text) : new RegExp(source, flags)
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|(.))/g, (_, code, letter) =>
    code
      ? String.fromCharCode(Number.parseInt(code, 16))
      : ({ n: '\n', r: '\r', t: '\t' }[letter as string] ?? letter),
  )
