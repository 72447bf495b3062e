/**
 * Tests that the site is made for any book: a book of two functions, in two
 * languages and with one trace, builds from ten files of its own.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../node.ts'
import { copyWhole } from '../translation/whole-copy.ts'

const whole = copyWhole()
const toy = `${root}test/toy-book`
const languages = ['en', 'zh']

/** What the machine brings for each language, and for all. */
const brought = /^(?:(?:en|zh)\/interface\.json|\[untranslated\].*|public\/.*)$/

/** The paths of all files below a folder, from there. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))

it('book: another one builds from at most ten files of its own', async () => {
  expect(filesIn(toy).length).toBeLessThanOrEqual(10)
  const docs = join(whole.folder, 'docs')
  for (const path of filesIn(docs).filter((path) => !brought.test(path))) {
    rmSync(join(docs, path))
  }
  rmSync(join(whole.folder, 'test'), { recursive: true })
  cpSync(toy, whole.folder, { recursive: true, preserveTimestamps: true })
  const built = await whole.build()
  expect(built.stderr).not.toMatch(/error/i)
  expect(built.code).toBe(0)
  for (const language of languages) {
    const below = language === 'en' ? '' : `${language}/`
    const page = join(whole.folder, '.vitepress/dist', `${below}counter.html`)
    const html = readFileSync(page, 'utf8')
    const text = html.replace(/<[^>]*>/g, '')
    expect(text).toContain('func up(n int) int')
    expect(text).toContain('function down(n: number): number')
    expect(html).toContain('data-trace="up"')
  }
})
