/** Tests that registry, trace files and test titles name the same claims. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { claims, kinds, tracedIds, traceOf } from './claims.ts'

const ids = claims.map(({ id }) => id)

function idsShownBy(evidence: string): string[] {
  return claims
    .filter((claim) => claim.evidence === evidence)
    .map(({ id }) => id)
}

/** The names of the regions of a file of src/. */
function regions(file: string): string[] {
  const text = readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8')
  return [...text.matchAll(/^ *\/\/ #region (.*)$/gm)].map(
    ([, name]) => `${name}`,
  )
}

/** The text before the colon in each literal test title. */
function titledIds(): string[] {
  const folder = new URL('./', import.meta.url)
  // The claims about the Redis store have records, from tests in redis/.
  const files = ['', 'redis/']
    .flatMap((below) =>
      readdirSync(new URL(below || './', folder)).map((name) => below + name),
    )
    .filter((name) => name.endsWith('.test.ts'))
  const title =
    /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*['"`]([a-z0-9]+(?:-[a-z0-9]+)+): /g
  return files.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    return [...text.matchAll(title)].map(([, id]) => `${id}`)
  })
}

it('claims.json: ids are unique; kinds, chunks and evidence exist', () => {
  expect(new Set(ids).size).toBe(ids.length)
  const chunks = [
    ...regions('providers/memory.ts'),
    ...regions('cmd/example.ts'),
  ]
  for (const { id, kind, symbol, evidence } of claims) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(Object.keys(kinds), id).toContain(kind)
    expect(['trace', 'test', 'go'], id).toContain(evidence)
    expect(chunks, id).toContain(symbol)
  }
})

it('claims.json: claims are ordered by kind', () => {
  const order = Object.keys(kinds)
  const places = claims.map(({ kind }) => order.indexOf(kind))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

it('claims.json: each claim of a trace has a trace file, and the reverse', () => {
  expect(tracedIds()).toEqual(idsShownBy('trace').sort())
})

it('claims.json: each trace has a title and expects something', () => {
  for (const id of idsShownBy('trace')) {
    const { title, operations } = traceOf(id)
    expect(title, id).toMatch(/^[A-Z].*[^.]$/)
    const expecting = operations.filter(({ expected }) => expected)
    expect(expecting.length, id).toBeGreaterThan(1)
  }
})

it('claims.json: each claim of a test has a test whose title begins with it', () => {
  const titled = new Set(titledIds())
  expect(idsShownBy('test').filter((id) => !titled.has(id))).toEqual([])
})

it('titles: each id before a colon is the id of a claim', () => {
  expect(titledIds().filter((id) => !ids.includes(id))).toEqual([])
})
