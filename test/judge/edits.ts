/**
 * Reads the edits of what judges, which are in the files of edits/. Each begins
 * with a file and the tests that are likely to notice. Lines with `-` are a text
 * that occurs once in that file, and the lines with `+` below replace it.
 */
import { readdirSync, readFileSync } from 'node:fs'

/** A text that occurs once in a file, and what replaces it. */
export type JudgeEdit = readonly [find: string, replace: string]

/** Edits of one file. */
export interface Table {
  /** Path from the project's root. */
  readonly file: string
  /** The tests that are likely to notice them; the others run after these. */
  readonly tests: readonly string[]
  readonly edits: readonly JudgeEdit[]
}

/** Lines of a text that is found, and of the one that replaces it. */
const edit = /((?:^-.*\n)+)((?:^\+.*\n)+)/gm

const without = (lines = '') => lines.replaceAll(/^[-+] ?|\n$/gm, '')

function tableIn(block: string): Table {
  const [head = '', ...lines] = block.trimEnd().split('\n')
  const [file = '', tests = ''] = head.split(': ')
  const text = lines.map((line) => `${line}\n`).join('')
  if (text.replaceAll(edit, '')) throw new Error(`no edits: ${block}`)
  const edits = [...text.matchAll(edit)].map(
    ([, find, replace]): JudgeEdit => [without(find), without(replace)],
  )
  return { file, tests: tests.split(', ').filter(Boolean), edits }
}

const folder = new URL('edits/', import.meta.url)

export const tables: readonly Table[] = readdirSync(folder).flatMap((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const [, ...blocks] = text.split('\n\n')
  return blocks.map(tableIn)
})
