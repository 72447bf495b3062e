/** Reads files of short texts, such as docs/LOCALE/claims.json. */
import { lineAt, parseJson } from '../weave/json.ts'
import type { Entry } from '../weave/localized.ts'
import { fail } from '../weave/problem.ts'
import { docsFile, type Locale, type Project } from '../weave/project.ts'

/** The files of short texts, besides comments.json. */
export const textFiles = ['claims.json', 'records.json']

/**
 * The texts of such a file by their keys, in its order: none if it is not
 * there.
 * @throws {WeaveError} If it is not an object whose values are texts.
 */
export function readTexts(
  project: Project,
  locale: Locale,
  name: string,
): Map<string, Entry> {
  const file = docsFile(locale, name)
  const texts = new Map<string, Entry>()
  if (!project.has(file)) return texts
  const source = project.read(file)
  const data = parseJson(file, source)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    fail(file, 1, `is not an object; see docs/en/${name}`)
  }
  const keys = /("(?:\\.|[^"\\])*")\s*:|"(?:\\.|[^"\\])*"/g
  for (const { index, 1: quoted } of source.matchAll(keys)) {
    if (quoted === undefined) continue
    const key: string = JSON.parse(quoted)
    const text: unknown = (data as Record<string, unknown>)[key]
    const line = lineAt(source, index)
    if (texts.has(key)) fail(file, line, `"${key}" stands twice; delete one`)
    if (typeof text !== 'string' || text.trim() === '') {
      fail(file, line, `"${key}" has no text; write it between quotes`)
    }
    texts.set(key, { text, line })
  }
  return texts
}
