/**
 * Tests that every record was measured on the files as they are. A stale record
 * has no verdict, so its claim does not fail; this test fails instead.
 */
import { expect, it } from 'vitest'
import {
  readRecord,
  recordedFile,
  redisFile,
} from '../src/evidence/recorded.ts'
import { openProject } from '../src/project/project.ts'
import { grouped } from './report/grouped.ts'

const project = openProject()

const names = [recordedFile, redisFile].flatMap((fileOf) =>
  project
    .list(fileOf('').replace('/.json', ''))
    .map((file) => file.replace(/\.json$/, '')),
)

it('records: each names what it was measured on', () => {
  for (const [fileOf, sources] of [
    [recordedFile, ['session.go', 'providers/memory/memory.go']],
    [redisFile, ['src/providers/redis.ts', 'go-reference/providers/redis']],
  ] as const) {
    const files = names.map(fileOf).filter(project.has)
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) {
      const found = Object.keys(JSON.parse(project.read(file)).sources)
      expect(found, file).toEqual(expect.arrayContaining([...sources]))
    }
  }
})

it('records: each was measured on the files as they are', () => {
  expect(names.length).toBeGreaterThan(20)
  const stale = names.flatMap((name) => readRecord(project, name)?.stale ?? [])
  const told = [...grouped(stale, ({ message }) => message)].map(
    ([message, [first, ...more]]) =>
      `${first?.file}${more.length > 0 ? ` and ${more.length} more` : ''}: ${message}, or restore what changed`,
  )
  expect(told, told.join('\n')).toEqual([])
})
