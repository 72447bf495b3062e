/** Tests the verdicts of the current claims, and that a build needs them. */
import { describe, expect, it } from 'vitest'
import { publishClaims } from '../.vitepress/claims/publish.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { statementNotes } from '../.vitepress/translation/site/note.ts'
import {
  filesOfVerdicts,
  holdVerdicts,
  readVerdicts,
} from '../src/evidence/read-verdicts.ts'
import { claims } from './claims.ts'
import { once } from './once.ts'
import { projectWith } from './project-with.ts'
import { type Line, report, reportOf } from './verdicts/report-of.ts'
import { allPassed, current, disk, verdicts } from './verdicts/verdicts-of.ts'

describe('the current claims', () => {
  const found = once(() => verdicts())

  it('nothing fails and nothing is missing', () => {
    expect(found().problems).toEqual([])
    for (const side of ['port', 'original'] as const) {
      expect(found().having(side, 'fails')).toEqual([])
      expect(found().having(side, 'not-run')).toEqual([])
    }
  })

  it('each trace has run, and each record was read', () => {
    const { claims: judged } = readVerdicts(
      projectWith({ [report]: reportOf(allPassed) }, disk),
      current,
    )
    for (const { id, evidence, run, record, recorded } of judged.values()) {
      expect(run !== undefined, id).toBe(evidence === 'trace')
      expect(recorded !== undefined, id).toBe(record.length > 0)
    }
  })

  it('only claims that Go alone can show have none on the port', () => {
    const go = claims.filter(({ evidence }) => evidence === 'go')
    expect(found().having('port', 'none')).toEqual(go.map(({ id }) => id))
  })

  it('only the claim of the contract suite has none on the original', () => {
    expect(found().having('original', 'none')).toEqual(['other-storage'])
  })
})

it('each file that they were read from is watched', () => {
  const read = new Set<string>()
  const project = projectWith({ [report]: reportOf(allPassed) }, disk)
  const reading = {
    ...project,
    read(path: string) {
      read.add(path)
      return project.read(path)
    },
  }
  readVerdicts(reading, current)
  const told = [...read].filter((path) =>
    /^reports\/|^test\/claims|\/recorded\//.test(path),
  )
  expect(told.toSorted()).toEqual(filesOfVerdicts(project).toSorted())
})

it('what a build holds is for that project only', () => {
  // Another name of the same folder, for what lists its files.
  const root = `${disk.root}./`
  const held = holdVerdicts({
    ...projectWith({ [report]: reportOf([]) }, disk),
    root,
  })
  // Its files may change: the build has one answer until it ends.
  const other = projectWith({ [report]: reportOf(allPassed) }, disk)
  expect(readVerdicts({ ...other, root }, current)).toBe(held)
  expect(verdicts().problems).toEqual([])
  expect(held.problems).not.toEqual([])
})

it('a build with a claim that fails or has no verdict is refused', () => {
  const build = (root: string, lines: readonly Line[], texts = {}) => {
    const files = projectWith({ [report]: reportOf(lines), ...texts }, disk)
    const { buildStart } = publishClaims(statementNotes, { ...files, root })
    const start = buildStart as () => void
    start.call({ environment: { mode: 'build' } })
  }
  // Each build holds its verdicts: it gets a name of its own for the folder.
  const root = `${disk.root}./`
  expect(() => build(`${root}a/../`, allPassed)).not.toThrow()
  for (const status of ['failed', 'skipped']) {
    const lines: Line[] = [...allPassed, ['gc-empty: it is so', status]]
    expect(() => build(`${root}${status}/../`, lines)).toThrow('"gc-empty"')
  }
  for (const language of languages) {
    const file = `docs/${language}/claims.json`
    const all: Record<string, string> = JSON.parse(disk.read(file))
    const { 'gc-empty': _, ...others } = all
    for (const [texts, why] of [
      [others, 'claim "gc-empty" has no statement'],
      [{ ...all, gc: 'It is.' }, 'unknown claim "gc"'],
    ] as const) {
      const own = `${root}${language}${why.length}/../`
      const changed = { [file]: JSON.stringify(texts) }
      expect(() => build(own, allPassed, changed)).toThrow(why)
    }
  }
})
