/** Tests what pages say of the repaired store: answers, changes and traces. */
import { describe, expect, it } from 'vitest'
import { readEntries } from '../../.vitepress/claims/block-marks.ts'
import { changesOf } from '../../.vitepress/claims/changes.ts'
import {
  answersHtml,
  tracesHtml,
} from '../../.vitepress/claims/repaired-tables.ts'
import { repairsHtml } from '../../.vitepress/claims/repairs.ts'
import { languages, source } from '../../.vitepress/site/languages.ts'
import { checkRepairTexts } from '../../.vitepress/translation/checks/english-texts.ts'
import { readLocalized } from '../../.vitepress/weave/localized.ts'
import { readProgram } from '../../.vitepress/weave/programs.ts'
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { left, remedies, repairs } from '../../src/evidence/repairs.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { claims } from '../claims.ts'

const project = openProject()
const repaired = readProgram(project, 'repaired')
const chunks = repaired.pairs.map(({ name }) =>
  name.slice(repaired.prefix.length),
)

/** The changed lines of one side of a chunk, with their signs. */
function changed(chunk: string, side: 'listing' | 'port'): string[] {
  const english = readLocalized(project, source)
  const changes = changesOf(project, english, chunk)
  return (changes?.[side] ?? []).flatMap(({ kind, pieces }) => {
    if (kind === 'same') return []
    const text = pieces.map((piece) => piece.text).join('')
    return `${kind === 'added' ? '+' : '-'}${text}`
  })
}

describe('changes', () => {
  it('are the lines that differ from the listing, without documentation', () => {
    expect(changed('SessionStore.Delete', 'port')).toEqual([
      '+    if (!this.touch()) {',
      '+      throw new ErrEnded()',
      '+    }',
      '-    pder.sessionUpdate(this.sid)',
    ])
    expect(changed('SessionStore.Delete', 'listing')).toEqual([
      '+    st.pder.lock.Lock()',
      '+    defer st.pder.lock.Unlock()',
      '+    if !st.touch() {',
      '+        return ErrEnded',
      '+    }',
      '-    pder.SessionUpdate(st.sid)',
    ])
  })

  it('are none where only the alignment of comments differs', () => {
    expect(changed('Provider', 'listing')).toEqual([
      '+    maxlifetime int64                    // of the last pass, seconds',
    ])
    expect(changed('SessionStore.SessionID', 'listing')).toEqual([])
    // The class goes on below, with the methods that the listing lacks.
    expect(changed('SessionStore.SessionID', 'port')).toEqual(['-}'])
  })

  it('are unknown for a chunk that the listing lacks', () => {
    const english = readLocalized(project, source)
    expect(changesOf(project, english, 'Provider.create')).toBeUndefined()
    expect(repairsHtml(project, source, 'Provider.craete')).toBeUndefined()
  })
})

describe.each(languages)('%s', (locale) => {
  it('explains each repair once, with the surprises that it ends, but no remedy', () => {
    const html = chunks
      .map((chunk) => repairsHtml(project, locale, chunk))
      .join('')
    for (const { name, surprises } of repairs) {
      expect(html.split(`id="${name}"`), name).toHaveLength(2)
      for (const id of surprises) {
        const isTold = html.includes(`#claim-${id}"`)
        expect(isTold, id).toBe(!remedies.includes(id))
      }
    }
  })

  it('answers each surprise but the remedies, and no other claim', () => {
    const entries = readEntries(project, locale, () => () => undefined)
    const html = answersHtml(project, entries, locale)
    const ids = [...html.matchAll(/<tr id="answer-([^"]*)"/g)].map(
      ([, id]) => id,
    )
    const surprises = claims.filter(
      ({ id, kind }) => kind === 'surprise' && !remedies.includes(id),
    )
    expect(ids).toEqual(surprises.map(({ id }) => id))
    expect(html.match(/href="#/g)).toHaveLength(ids.length - left.length)
  })

  it('says of each trace whether it still holds, and why not', () => {
    const html = tracesHtml(project, readVerdicts(project).claims, locale)
    const rows = html.split('<tr>').slice(2)
    const traced = claims.filter(({ evidence }) => evidence === 'trace')
    expect(rows).toHaveLength(traced.length)
    for (const row of rows) {
      const cells = row.split('<td>').slice(1)
      const [port, original] = [cells[1] ?? '', cells[2] ?? '']
      expect(original, row).toBe(port)
      if (port.includes('✗'))
        expect(cells[3], row).toMatch(/^<span|(: |：)<span><a/)
    }
  })
})

describe('checkRepairTexts', () => {
  const edited = (edit: (text: string) => string): Project => ({
    ...project,
    read: (file) =>
      file === 'docs/en/repairs.json'
        ? edit(project.read(file))
        : project.read(file),
  })

  it('reports a reason that is missing, and a reason of nothing', () => {
    const found = checkRepairTexts(
      edited((text) => text.replace('"new-in-front"', '"new-at-front"')),
    )
    expect(found.map(({ message }) => message)).toEqual([
      '"repairs.new-in-front" is missing below this line; write the reason in one or two sentences',
      '"repairs.new-at-front" is not needed; did you mean "repairs.new-in-front"? correct the key or delete the line',
    ])
  })
})
