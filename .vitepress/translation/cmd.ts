/**
 * Runs the translators' command, `npm run i18n -- VERB …`. Exit codes: 0 for
 * success, 1 if something must be corrected, 2 if the command is not valid. A
 * verb imports what only it needs.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { refuseWindowsLines } from '../../src/project/line-endings.ts'
import { formatProblem, ProblemError } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import {
  type Language,
  languages,
  source,
  translations,
} from '../site/languages.ts'
import { changedSince } from './history.ts'
import { Misunderstood } from './misunderstood.ts'
import { readRecords } from './records.ts'
import { textProblems } from './sections.ts'
import { changesOf, languageStatus, readStatus, sectionsOf } from './status.ts'

const usage = `npm run i18n -- VERB

  status [LOCALE]                  show what is current, stale or missing
  compare LOCALE [PAGE#SECTION]    show what changed in stale English sections;
                                   with a section, also both texts, sentence
                                   by sentence
  update LOCALE PAGE#SECTION...    record sections as translated; PAGE for all
                                   sections of a page
      --changed                    those that differ from the last commit
      --as-it-is                   also if the translation did not change, or if
                                   it is the English text on purpose
  check [LOCALE]                   list problems by file and line
      --changed                    only of files that differ from the last commit
      --watch                      again after each change in docs/
  add LOCALE "NAME"                add a new language

  --since COMMIT                   update, check: like --changed, but compared
                                   with this commit
  --json                           status, compare, check: print JSON; call
                                   npm run --silent i18n -- VERB
  --strict                         status, check: exit with 1 also for stale
                                   sections
  --style                          check: list the points of style, too

The page /translating of the site is the guide, docs/en/translating.md; the page
/traces describes the traces whose titles and comments you translate.`

const project = openProject()

/** How many arguments a verb takes; `update` takes any number of sections. */
const mostArguments: Readonly<Record<string, number>> = {
  status: 1,
  compare: 2,
  check: 1,
  add: 2,
}

async function main(): Promise<number> {
  const { values, positionals } = parsed()
  const [verb, ...rest] = positionals
  if (values.help) {
    console.log(usage)
    return 0
  }
  const most = mostArguments[verb ?? ''] ?? rest.length
  if (rest.length > most) {
    throw new Misunderstood(
      `${verb} takes ${most} arguments at most; "${rest[most]}" is one too many\n\n${usage}`,
    )
  }
  refuseWindowsLines(project)
  const { json } = values
  const since = values.since ?? (values.changed ? 'HEAD' : undefined)
  switch (verb) {
    case undefined:
    case 'help':
      console.log(usage)
      return 0
    case 'status': {
      const { showStatus } = await import('./show-status.ts')
      const languages = rest[0]
        ? [languageStatus(project, localeNamed(rest[0]))]
        : readStatus(project)
      console.log(
        json ? JSON.stringify(languages, null, 2) : showStatus(languages),
      )
      const open = languages.some(({ counts }) => {
        return counts.stale + counts.missing + counts.unrecorded > 0
      })
      // A status does not say all if files cannot be read.
      const doubts = languages.flatMap(({ locale }) => [
        ...readRecords(project, locale).problems,
        ...[source, locale].flatMap((each) => textProblems(project, each)),
      ])
      const told = new Set(doubts.map(formatProblem))
      for (const doubt of told) console.error(doubt)
      return doubts.length > 0 || (open && values.strict) ? 1 : 0
    }
    case 'compare':
      return compare(localeNamed(rest[0]), rest[1], json)
    case 'update': {
      const { record } = await import('./record.ts')
      return record(
        project,
        rest[0] === undefined && since ? translations : [localeNamed(rest[0])],
        rest.slice(1),
        since,
        values['as-it-is'],
      )
    }
    case 'check':
      if (values.watch) return (await import('./watch.ts')).watch(project)
      return checkAll(values, rest[0] && localeNamed(rest[0], languages), since)
    case 'add':
      return add(rest[0], rest[1])
    default:
      throw new Misunderstood(
        `unknown verb "${verb}"${didYouMean(verb, ['status', 'compare', 'update', 'check', 'add'])}\n\n${usage}`,
      )
  }
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        'as-it-is': { type: 'boolean', default: false },
        changed: { type: 'boolean', default: false },
        since: { type: 'string' },
        watch: { type: 'boolean', default: false },
        style: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const { message } = error as Error
    throw new Misunderstood(`${message}\n\n${usage}`)
  }
}

function localeNamed(
  name: string | undefined,
  known: readonly Language[] = translations,
): Language {
  const found = known.find(
    (locale) => locale.toLowerCase() === name?.toLowerCase(),
  )
  if (found) return found
  throw new Misunderstood(
    name === undefined
      ? `the language is missing; write one of ${known.join(', ')}`
      : `unknown language "${name}"; the languages are ${known.join(', ')}`,
  )
}

async function compare(
  locale: Language,
  key: string | undefined,
  json: boolean,
): Promise<number> {
  const { showChanges, showSideBySide } = await import('./show-status.ts')
  const all = sectionsOf(languageStatus(project, locale))
  const chosen = all.filter(
    (each) =>
      key === undefined || each.key === key || each.english.page === key,
  )
  if (key !== undefined && chosen.length === 0) {
    const near = didYouMean(
      key,
      all.map((each) => each.key),
    )
    const gone = readRecords(project, locale).records.has(key)
    throw new Misunderstood(
      gone ? `English no longer has ${key}` : `unknown section "${key}"${near}`,
    )
  }
  const stale = chosen
    .filter(({ state }) => state === 'stale')
    .map((each) => ({ ...each, changes: changesOf(project, each) }))
  if (json) {
    console.log(JSON.stringify(stale, null, 2))
    return 0
  }
  if (key === undefined && stale.length === 0)
    console.log('No section is stale.')
  for (const each of stale) console.log(showChanges(locale, each, each.changes))
  if (key === undefined) return 0
  for (const each of chosen) console.log(showSideBySide(locale, each))
  return 0
}

async function add(locale = '', name = ''): Promise<number> {
  const { filesToAdd } = await import('./add.ts')
  let folder = locale
  for (const { path, text } of filesToAdd(project, locale, name)) {
    folder = path.split('/')[1] ?? locale
    const target = join(project.root, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
    console.log(`${styleText('green', 'wrote')} ${path}`)
  }
  console.log(`
Next, in any order:
  translate the texts in docs/${folder}/*.json
  copy a page from docs/en/ to docs/${folder}/ and translate it
  add the terms that you choose to docs/${folder}/glossary.json
\`npm run dev\` shows the site. \`npm run i18n -- status ${folder}\` lists what is left.`)
  return 0
}

async function checkAll(
  { json, strict, style }: ReturnType<typeof parsed>['values'],
  locale?: string,
  since?: string,
): Promise<number> {
  const { check, pageReader } = await import('./checks/index.ts')
  const { showFindings } = await import('./show-findings.ts')
  const only = locale ? [locale] : undefined
  const all = await check(project, await pageReader(project), only)
  const changed = languages.flatMap((each) =>
    since ? changedSince(project, since, each).files : [],
  )
  const findings = all.filter(({ file }) => !since || changed.includes(file))
  console.log(
    json ? JSON.stringify(findings, null, 2) : showFindings(findings, style),
  )
  const grave = findings.filter(
    ({ severity }) =>
      severity === 'error' || (strict && severity === 'warning'),
  )
  return grave.length > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof Misunderstood) {
    console.error(error.message)
    process.exitCode = 2
  } else if (error instanceof ProblemError) {
    console.error(error.message)
    process.exitCode = 1
  } else if (error instanceof Error && 'syscall' in error) {
    const { path, code } = error as NodeJS.ErrnoException
    console.error(
      `${path ?? 'a file'}: cannot be written or read (${code}); make it writable and run the command again`,
    )
    process.exitCode = 1
  } else throw error
}
