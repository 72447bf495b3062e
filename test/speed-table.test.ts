/** Tests that the page on other storage shows the speeds of the record. */
import { expect, it } from 'vitest'
import { speedHtml } from '../.vitepress/claims/speed-table.ts'
import { languages, source } from '../.vitepress/site/languages.ts'
import { readRecord } from '../src/evidence/recorded.ts'
import { openProject } from '../src/project/project.ts'

const { recorded } = readRecord(openProject(), 'redis-speed') ?? {}
if (!recorded) throw new Error('want the record redis-speed')

/** The texts of the cells of each row below the heads. */
function rowsOf(html: string): string[][] {
  const [, body = ''] = html.split('<tbody>')
  return body
    .split('<tr>')
    .slice(1)
    .map((row) =>
      [...row.matchAll(/>([\d.,]+)</g)].map(([, text]) => `${text}`),
    )
}

it('speedHtml: a row for each number of requests, with the record’s values', () => {
  const measured = new Map(
    [...recorded.measured.keys()].map((name, i) => [
      name,
      { value: 1000 * (i + 1) },
    ]),
  )
  const names = [...measured.keys()]
  const at = (name: string) => 1000 * (names.indexOf(name) + 1)
  const seconds = (name: string) => String(Math.round(at(name) / 100) / 10)
  const plain = (name: string) => at(name).toLocaleString(source)
  const quotient = (a: string, b: string) =>
    (Math.round((100 * at(a)) / at(b)) / 100).toLocaleString(source)
  const html = speedHtml({ ...recorded, measured }, source)
  expect(rowsOf(html)).toEqual(
    [1, 16, 128].map((n) => [
      String(n),
      plain(`throughput_${n}`),
      plain(`throughput_${n}_of_express_session`),
      quotient(`throughput_${n}`, `throughput_${n}_of_express_session`),
      seconds(`p99_${n}`),
      seconds(`p99_${n}_of_express_session`),
    ]),
  )
})

it.each(languages)('speedHtml: %s has a figure in every cell', (locale) => {
  const html = speedHtml(recorded, locale)
  expect(html).not.toMatch(/NaN|undefined/)
  expect(html).toContain('test/redis/recorded/redis-speed.json')
})
