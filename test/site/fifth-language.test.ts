// A copy of the whole project builds with a language that was just begun.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copyWhole, root } from '../translation/whole-copy.ts'

const whole = copyWhole()

afterAll(() => whole.delete())

describe('add', { timeout: 180_000 }, () => {
  it('add: the site builds at once with a fifth language', async () => {
    const { code } = await whole.i18n('add', 'eo', 'Esperanto')
    expect(code).toBe(0)
    // The tests that were run for this build were run on the same code.
    const report = readFileSync(join(root, 'reports/claims.json'), 'utf8')
    mkdirSync(join(whole.folder, 'reports'))
    writeFileSync(
      join(whole.folder, 'reports/claims.json'),
      report.replaceAll(root, `${whole.folder}/`),
    )
    const built = await whole.node(
      'node_modules/vitepress/bin/vitepress.js',
      'build',
    )
    expect(built.stderr).not.toMatch(/error/i)
    expect(built.code).toBe(0)
    const dist = join(whole.folder, '.vitepress/dist')
    const home = readFileSync(join(dist, 'index.html'), 'utf8')
    expect(home).toContain('Esperanto')
    expect(existsSync(join(dist, 'session-storage.html'))).toBe(true)
  })
})
