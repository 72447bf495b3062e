// Tests that a record whose line was deleted is known from the last commit.
import { beforeAll, describe, expect, it } from 'vitest'
import { gitIn, hasGit } from '../git.ts'
import { copyWhole } from './whole-copy.ts'

const whole = copyWhole()
const records = 'docs/es/translated.jsonl'
const git = gitIn(whole.folder)

describe.skipIf(!hasGit)('update after a commit', () => {
  beforeAll(() => {
    git('init', '-q')
    git('add', 'docs')
    git('commit', '-qm', 'As it was')
    whole.edit('docs/en/traces.md', (text) => `${text.trimEnd()} It was.\n`)
    whole.edit(records, (text) => text.replace(/^.*"traces#time".*\n/m, ''))
  })

  it('update: refuses an unchanged translation nevertheless', async () => {
    const { code, stderr } = await whole.i18n('update', 'es', 'traces#time')
    expect(stderr).toContain(
      'traces#time has not changed since the English text changed',
    )
    expect(code).toBe(1)
  })

  it('update: records a changed translation', async () => {
    whole.edit('docs/es/traces.md', (text) => `${text.trimEnd()} Lo fue.\n`)
    const { code, stdout } = await whole.i18n('update', 'es', 'traces#time')
    expect(stdout).toContain('recorded traces#time')
    expect(code).toBe(0)
  })
})
