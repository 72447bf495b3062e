// Every slip of the table, made in a copy of the texts, is told at its place,
// and the good edits of the other table are not called errors.
import { afterEach, expect, it } from 'vitest'
import type { Finding } from '../../.vitepress/translation/checks/finding.ts'
import { check, pageReader } from '../../.vitepress/translation/checks/index.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { copyProject, isInUse, languagesWith, lineOf } from '../weave/copy.ts'
import { type Edit, pattern, readEdits } from './edits.ts'

const copy = copyProject()
const md = await pageReader(copy)
const before = new Set((await check(copy, md)).map(formatProblem))

afterEach(() => copy.mend())

/** What is found after an edit and was not found before. */
async function findingsOf({ file, from, to }: Edit): Promise<Finding[]> {
  copy.edit(file, (text) =>
    to === undefined ? undefined : text.replace(from, to),
  )
  const found = await check(copy, md, languagesWith(file))
  // An update of the record removes "reworded", so it is no finding of a rule.
  return found.filter(
    (each) =>
      !before.has(formatProblem(each)) && !/^reworded /.test(each.message),
  )
}

/** The line, from 1, on which two texts begin to differ. */
function firstChange(one: string, other: string): number {
  const [a = [], b = []] = [one, other].map((text) => text.split('\n'))
  return b.findIndex((row, i) => row !== a[i]) + 1
}

/** Where the finding of a slip must be. */
function placeOf(slip: Edit, text: string): [file: string, line: number] {
  const [, path, needle = '', more] =
    /^(.*?)@(.*)\+(-?\d+)$/.exec(slip.at) ?? []
  if (path === undefined)
    return [slip.file, firstChange(text, copy.read(slip.file))]
  const file = path === '' ? slip.file : `docs/${path}`
  const within = file === slip.file ? text : copy.read(file)
  return [file, lineOf(within, pattern(needle)) + Number(more)]
}

const titleOf = ({ file, from, to }: Edit): string =>
  `${file}: ${String(from).slice(0, 40)} → ${String(to).slice(0, 40)}`

const slips = readEdits('slips.tsv')

// No rule sees a negation that is lost. If one does, its row moves up.
for (const slip of slips.filter(({ severity }) => severity === 'none')) {
  it.runIf(isInUse(slip.file))(`beyond: ${titleOf(slip)}`, async () => {
    expect((await findingsOf(slip)).map(formatProblem)).toEqual([])
  })
}

for (const slip of slips.filter(({ severity }) => severity !== 'none')) {
  const { kind, file, check, severity, says, advice } = slip
  it.runIf(isInUse(file))(`${kind}: ${titleOf(slip)}`, async () => {
    const text = copy.read(file)
    const found = await findingsOf(slip)
    const all = found
      .map((each) => `${each.severity} ${each.check} ${formatProblem(each)}`)
      .join('\n')
    const [at, line] = placeOf(slip, text)
    const here = found.find(
      (each) =>
        each.check === check &&
        each.file === at &&
        Math.abs(each.line - line) < 2 &&
        each.message.includes(says),
    )
    expect(here?.severity, `expected ${check} at ${at}:${line}\n${all}`).toBe(
      severity,
    )
    expect(here?.message).toContain(advice)
    // One mistake is one finding, and hardly ever two, in each language.
    const told = found.filter(
      (each) => each.severity !== 'style' || each === here,
    )
    for (const language of languagesWith(file)) {
      const own = told.filter(({ locale }) => locale === language)
      expect(own.length, all).toBeLessThan(3)
    }
  })
}

for (const edit of readEdits('good-edits.tsv')) {
  it.runIf(isInUse(edit.file))(
    `good: ${edit.kind}: ${titleOf(edit)}`,
    async () => {
      const found = await findingsOf(edit)
      // Another language's text is stale when English changes.
      const own = found.filter(({ file }) =>
        file.startsWith(edit.file.slice(0, 8)),
      )
      const told = own.filter(({ severity }) => severity !== 'style')
      expect(
        told.map((each) => `${each.severity} ${formatProblem(each)}`),
      ).toEqual(
        edit.severity === '' ? [] : [expect.stringContaining(edit.severity)],
      )
    },
  )
}
