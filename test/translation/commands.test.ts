// The translators' command where something is missing, extra or half done.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyWhole } from './whole-copy.ts'

const whole = copyWhole()
const { folder, i18n } = whole

// test/commands/ tests --help and -h.
it('i18n: help explains the usage', async () => {
  const { code, stdout } = await i18n('help')
  expect(stdout).toContain('compare LOCALE')
  expect(code).toBe(0)
})

it.each([
  [['stauts'], 'did you mean "status"?'],
  [['status', 'xx'], 'the languages are zh, ja, es'],
  [['status', 'es', 'ja'], '"ja" is one too many'],
  [['check', 'es', 'traces'], '"traces" is one too many'],
  [['check', '--jsno'], "Unknown option '--jsno'"],
  [['add', 'pt', 'Português', 'do Brasil'], '"do Brasil" is one too many'],
  [['add', 'en', 'English'], 'is the text that is translated'],
  [['update', 'es'], 'the section is missing'],
  [['update', 'es', '--changed', '--as-it-is'], 'needs the sections by name'],
  [['update', 'es', '--since', 'nowhere'], 'git cannot compare with nowhere'],
  [['compare', 'es', 'bench#nowhere'], 'unknown section "bench#nowhere"'],
])('i18n: %j is refused with the reason', async (args, says) => {
  const { code, stderr } = await i18n(...args)
  expect(stderr).toContain(says)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(code).toBe(2)
})

it('add: completes a folder that somebody began by hand', async () => {
  mkdirSync(join(folder, 'docs/ko'))
  writeFileSync(join(folder, 'docs/ko/glossary.json'), '[ ]\n')
  const { code, stdout, stderr } = await i18n('add', 'ko', '한국어')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('docs/ko/interface.json')
  expect(stdout).not.toContain('wrote docs/ko/glossary.json')
})

it('compare: says of a section that it is not translated yet', async () => {
  const { code, stdout } = await i18n('compare', 'ko', 'traces#time')
  expect(stdout).toContain(
    'not translated yet; translate it into docs/ko/traces.md',
  )
  expect(code).toBe(0)
})

it('compare: shows both texts, sentence by sentence', async () => {
  const { stdout } = await i18n('compare', 'es', 'traces#time')
  expect(stdout).toContain(
    '  en  You never wait for a trace.\n  es  Con una traza nunca tienes que esperar.\n',
  )
})

it('i18n: says what it cannot write, without a stack', async () => {
  writeFileSync(join(folder, 'docs/pt'), 'a file in the way')
  const { code, stderr } = await i18n('add', 'pt', 'Português')
  expect(stderr).toMatch(/docs\/pt.*cannot be written or read \(E[A-Z]+\)/)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(code).toBe(1)
})

it('check: names a page whose name has other capitals', async () => {
  whole.write('docs/es/Traces.md', whole.remove('docs/es/traces.md'))
  const { stdout } = await i18n('check')
  whole.write('docs/es/traces.md', whole.remove('docs/es/Traces.md'))
  expect(stdout).toContain(
    'docs/es/Traces.md:1: has other capital letters in its name than docs/en/traces.md; rename it',
  )
  expect(stdout).not.toContain('is missing in every')
})

it('compare: says that English no longer has a section', async () => {
  whole.edit('docs/en/traces.md', (text) => {
    return text.replace(/## Time \{#time\}[\s\S]*?(?=\n## |$)/, '')
  })
  const compared = await i18n('compare', 'es', 'traces#time')
  expect(compared.stderr).toContain('English no longer has traces#time')
  expect(compared.code).toBe(2)
})

it('status: names a file that cannot be read, and concludes nothing', async () => {
  whole.edit('docs/en/claims.json', (text) => text.replace(',\n', ',,\n'))
  const { code, stderr } = await i18n('status', 'es')
  expect(stderr).toMatch(/^docs\/en\/claims\.json:2: broken JSON/m)
  expect(code).toBe(1)
  const { stdout } = await i18n('check')
  expect(stdout.match(/claims\.json/g)).toHaveLength(1)
  whole.edit('docs/en/interface.json', (text) => text.replace(',\n', ',,\n'))
  const { stderr: both } = await i18n('status', 'es')
  expect(both).toMatch(/^docs\/en\/interface\.json:\d+: broken JSON/m)
})
