/**
 * Tests the PDFs and the images of a build with WITH_FILES=1. Without them it
 * tests that no page leads to one. Reads PDFs with pdftotext (poppler-utils).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addressOf } from '../../.vitepress/site/addresses.ts'
import {
  bookPath,
  pictureFor,
  picturePath,
  pictureSize,
} from '../../.vitepress/site/files.ts'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { languages, source } from '../../.vitepress/site/languages.ts'
import { pagePath, pagesOf } from '../../.vitepress/site/pages.ts'
import { readPrograms } from '../../.vitepress/weave/programs.ts'
import { linesOf, openProject } from '../../src/project/project.ts'

const dist = '.vitepress/dist'
const made = existsSync(`${dist}/files`)
const project = openProject()
const built = languages.flatMap((language) =>
  pagesOf(source).map((page) => ({ language, page })),
)

const htmlOf = (path: string) =>
  readFileSync(`${dist}${path.replace(/\/$/, '/index')}.html`, 'utf8')

/** The contents of a page's meta tags, by property or name. */
const metaOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g),
    ].map(([, name, content]) => [name, content]),
  )

/** A text without spaces and with one form of each character. */
const packed = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

test('CI builds the site with these files', () => {
  expect(made || !process.env.CI).toBe(true)
})

describe.each(built)('$language $page', ({ language, page }) => {
  const html = htmlOf(pagePath(language, page))
  const meta = metaOf(html)

  test('names an image of its kind where there is one', () => {
    if (!made) {
      expect(html).not.toMatch(/og:image|twitter:card/)
      return
    }
    const path = picturePath(language, pictureFor(page))
    const png = readFileSync(dist + path)
    expect(meta['og:image']).toBe(
      new URL(`.${path}`, addressOf(source, 'index')).href,
    )
    expect(meta['twitter:card']).toBe('summary_large_image')
    expect(meta['og:image:alt']).toMatch(/\bana\b/)
    // The width and the height in the header of a PNG.
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(size).toEqual([pictureSize.width, pictureSize.height])
    expect(size.map(String)).toEqual([
      meta['og:image:width'],
      meta['og:image:height'],
    ])
    expect(png.length).toBeGreaterThan(30_000)
  })

  test('leads to the PDF of its language where there is one', () => {
    const links = [...html.matchAll(/href="[^"]*?([^"/]*\.pdf)"/g)]
    const name = bookPath(language).replace(/^.*\//, '')
    expect(links.map(([, file]) => file)).toEqual(made ? [name] : [])
  })
})

describe.runIf(made).each(languages)('the PDF in %s', (language) => {
  const file = dist + bookPath(language)
  const pdf = made ? readFileSync(file, 'latin1') : ''

  test('is A4, has bookmarks and tags, and not too many sheets', () => {
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    expect(pdf).toMatch(/\/Outlines/)
    expect(pdf).toMatch(/\/StructTreeRoot/)
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThan(30)
    expect(sheets.length).toBeLessThan(120)
    // Of what becomes a picture of a whole sheet, there is little.
    expect(pdf.length).toBeLessThan(10_000_000)
  })

  test('has the title of every page and the first line of every chunk', () => {
    const text = packed(
      execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }),
    )
    const headings = pagesOf(source).map((page) => {
      const [, heading = ''] =
        /<h1[^>]*>(.*?)<a /s.exec(htmlOf(pagePath(language, page))) ?? []
      return packed(heading)
    })
    const firstLines = readPrograms(project).flatMap(({ pairs }) =>
      pairs.map(({ listing: { source, chunk } }) => {
        const lines = linesOf(source.text).slice(chunk.first - 1)
        // Comments are in the reader's language.
        return packed(lines.find((line) => !/^\s*(\/\/|$)/.test(line)) ?? '')
      }),
    )
    expect(firstLines.length).toBeGreaterThan(10)
    const missing = [...headings, ...firstLines].filter(
      (line) => !text.includes(line),
    )
    expect(missing).toEqual([])
    expect(text).toContain(packed(interfaceOf(language).site.title))
  })

  test('keeps the links between its pages inside', () => {
    const outside = pagesOf(source).filter((page) =>
      pdf.includes(`/URI (${addressOf(language, page)})`),
    )
    // The cover gives the address of the site, which is that of a home page.
    // Editors do nothing on paper, so their pages give their addresses.
    const editors = ['challenges', 'playground']
    const wanted = language === source ? ['index', ...editors] : editors
    expect(outside).toEqual(wanted)
  })
})
