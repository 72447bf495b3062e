// Tests that a copy of the project builds with a language that was just added.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { interfaceOf } from '../../.vitepress/site/interface.ts'
import { copyWhole } from '../translation/whole-copy.ts'

const whole = copyWhole()

it('add: the site builds at once with a fifth language', async () => {
  const { code } = await whole.i18n('add', 'eo', 'Esperanto')
  expect(code).toBe(0)
  const built = await whole.build()
  expect(built.stderr).not.toMatch(/error/i)
  expect(built.code).toBe(0)
  const dist = join(whole.folder, '.vitepress/dist')
  const home = readFileSync(join(dist, 'index.html'), 'utf8')
  expect(home).toContain('Esperanto')
  const english = readdirSync(dist).filter((file) => file.endsWith('.html'))
  for (const page of english.filter((file) => file !== '404.html')) {
    const html = readFileSync(join(dist, 'eo', page), 'utf8')
    expect(html).toMatch(/<html lang="eo"/)
    expect(html).toContain(interfaceOf('en').theme.untranslated.text)
  }
})
