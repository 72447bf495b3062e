// Tests what a workflow does for somebody who has no terminal.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leaveHook } from '../../src/project/git.ts'
import { newFolder } from '../folder.ts'
import { gitIn, hasGit } from '../git.ts'
import { copyWhole } from './whole-copy.ts'

const whole = copyWhole()
const git = gitIn(whole.folder)
const run = (command: string, args: string[], input = '') =>
  execFileSync(command, args, {
    cwd: whole.folder,
    env: { ...leaveHook({ ...whole.env }), GIT_CONFIG_GLOBAL: '/dev/null' },
    encoding: 'utf8',
    input,
  })

it.each([
  [
    'docs/es/traces.md:7: lacks 50 % (error, blocks)',
    '::error file=docs/es/traces.md,line=7::lacks 50 %25 (error, blocks)',
  ],
  [
    'docs/es/traces.md:7: stale traces#time (warning, records)',
    '::warning file=docs/es/traces.md,line=7::stale traces#time (warning, records)',
  ],
  [
    'src/time.ts:3:9: error TS1005: “;” expected.',
    '::error file=src/time.ts,line=3::error TS1005: “;” expected.',
  ],
  ['\u001b[31mdocs/es/nothing.md:7: lacks it\u001b[0m', ''],
  ['Run here: the port', ''],
])('annotate: %s', (line, annotation) => {
  const said = run('node', ['.ci/annotate.mjs'], `${line}\n${line}\n`)
  expect(said.trim()).toBe(annotation)
})

describe.skipIf(!hasGit || process.platform === 'win32')('record', () => {
  it('records what was reworded on the web, by a commit', async () => {
    const remote = newFolder('remote')
    gitIn(remote)('init', '-q', '--bare')
    git('init', '-q', '-b', 'main')
    git('config', 'user.name', 't')
    git('config', 'user.email', 't@t')
    git('remote', 'add', 'origin', remote)
    git('add', 'docs', '.ci', '.gitattributes')
    git('commit', '-qm', 'As it was')
    git('push', '-q', '-u', 'origin', 'main')
    const before = git('rev-parse', 'HEAD').trim()
    whole.edit('docs/es/traces.md', (text) => `${text.trimEnd()} Y más.\n`)
    git('commit', '-qam', 'Reworded on the web')
    const said = run(join(whole.folder, '.ci/record'), [before])
    expect(said).toContain('recorded traces#time')
    expect(git('log', '-1', '--format=%s', 'origin/main').trim()).toBe(
      'Record what was translated',
    )
    const changed = git('diff', '--stat', 'HEAD~1', 'HEAD')
    expect(changed).toMatch(/docs\/es\/translated\.jsonl\s+\| 2 \+-/)
    const { stdout } = await whole.i18n('status', 'es', '--json')
    const sections = JSON.parse(stdout)[0].pages.flatMap(
      (page: { sections: object[] }) => page.sections,
    )
    expect(sections).toContainEqual(
      expect.objectContaining({
        key: 'traces#time',
        state: 'current',
        reworded: false,
      }),
    )
    // Nothing is left to record.
    const head = git('rev-parse', 'HEAD')
    run(join(whole.folder, '.ci/record'), [before])
    expect(git('rev-parse', 'HEAD')).toBe(head)
  })
})
