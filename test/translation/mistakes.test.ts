// Tests that every known mistake, made in a copy of the texts, is reported.
import { afterEach, expect, it } from 'vitest'
import { languages } from '../../.vitepress/site/languages.ts'
import { check, pageReader } from '../../.vitepress/translation/checks/index.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { copyProject, isInUse, languagesWith, lineOf } from '../weave/copy.ts'
import { mistakesInFiles } from './mistakes-in-files.ts'
import { mistakesInPages } from './mistakes-in-pages.ts'
import { mistakesInWords } from './mistakes-in-words.ts'

const copy = copyProject()
const md = await pageReader(copy)
const before = new Set((await check(copy, md)).map(formatProblem))

afterEach(() => copy.mend())

const mistakes = [...mistakesInFiles, ...mistakesInPages, ...mistakesInWords]
for (const mistake of mistakes) {
  const { title, file, from, to, blamed, says } = mistake
  it.runIf(isInUse(file))(title, async () => {
    const at = lineOf(copy.read(blamed), mistake.line) + mistake.added
    copy.edit(file, (text) =>
      to === undefined ? undefined : text.replace(from, to),
    )
    const found = await check(copy, md, languagesWith(file))
    // An update of the record removes "reworded", so it is no second finding.
    const fresh = found
      .map(formatProblem)
      .filter((text) => !before.has(text) && !text.includes(': reworded '))
    const all = fresh.join('\n')
    const here = found.filter(
      (each) => each.check === mistake.check && each.message.includes(says),
    )
    expect(
      here.map((each) => `${each.file}:${each.line}`),
      all,
    ).toContain(`${blamed}:${at}`)
    const one = here.find((each) => each.file === blamed && each.line === at)
    expect(one?.message).toContain(mistake.remedy)
    expect(one?.severity).toBe(mistake.severity)
    expect(all).not.toMatch(/^\s+at /m)
    // A change of the English text is a finding in each language.
    for (const language of languages) {
      const own = fresh.filter((text) => text.startsWith(`docs/${language}/`))
      expect(own.length, all).toBeLessThan(3)
    }
  })
}
