/**
 * Runs the translators' command, `npm run i18n -- VERB …`. Exit codes: 0 for
 * success, 1 if something must be corrected, 2 if the command is not valid.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, watch as watchFolder, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { refuseWindowsLines } from '../../src/project/line-endings.ts'
import {
  formatProblem,
  type Problem,
  ProblemError,
  problemsOf,
} from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'
import { didYouMean } from '../../src/trace/did-you-mean.ts'
import {
  type Language,
  languages,
  source,
  translations,
} from '../site/languages.ts'
import { readTexts, textFiles } from '../site/texts.ts'
import { CannotAdd, filesToAdd } from './add.ts'
import { changedSince } from './history.ts'
import { readRecords } from './records.ts'
import { showFindings } from './show-findings.ts'
import { showChanges, showSideBySide, showStatus } from './show-status.ts'
import {
  changesOf,
  type LanguageStatus,
  languageStatus,
  readStatus,
} from './status.ts'
import { paint } from './terminal-colors.ts'
import { update } from './update.ts'

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

/** The command is not valid. The message says why. */
class Misunderstood extends Error {}

/** How many arguments a verb takes; `update` takes any number of sections. */
const mostArguments: Readonly<Record<string, number>> = {
  status: 1,
  compare: 2,
  check: 1,
  add: 2,
}

/** Why a status does not say all: files that cannot be read. */
const problemsOfStatus = ({ locale }: LanguageStatus): readonly Problem[] => [
  ...readRecords(project, locale).problems,
  ...[source, locale].flatMap((language) =>
    textFiles.flatMap((name) =>
      problemsOf(() => readTexts(project, language, name)),
    ),
  ),
]

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
      const languages = rest[0]
        ? [languageStatus(project, localeNamed(rest[0]))]
        : readStatus(project)
      console.log(
        json ? JSON.stringify(languages, null, 2) : showStatus(languages),
      )
      const open = languages.some(({ counts }) => {
        return counts.stale + counts.missing + counts.unrecorded > 0
      })
      const doubts = languages.flatMap((each) => problemsOfStatus(each))
      const told = new Set(doubts.map(formatProblem))
      for (const doubt of told) console.error(doubt)
      return doubts.length > 0 || (open && values.strict) ? 1 : 0
    }
    case 'compare':
      return compare(localeNamed(rest[0]), rest[1], json)
    case 'update':
      return record(
        rest[0] === undefined && since ? translations : [localeNamed(rest[0])],
        rest.slice(1),
        since,
        values['as-it-is'],
      )
    case 'check':
      if (values.watch) return watch()
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

function compare(
  locale: Language,
  key: string | undefined,
  json: boolean,
): number {
  const all = languageStatus(project, locale).pages.flatMap(
    (each) => each.sections,
  )
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

function add(locale = '', name = ''): number {
  let folder = locale
  try {
    for (const { path, text } of filesToAdd(project, locale, name)) {
      folder = path.split('/')[1] ?? locale
      const target = join(project.root, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
      console.log(`${paint('green', 'wrote')} ${path}`)
    }
  } catch (error) {
    if (error instanceof CannotAdd) throw new Misunderstood(error.message)
    throw error
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
  const only = locale ? [locale] : undefined
  const all = await check(project, await pageReader(project), only)
  const findings = since ? all.filter(isAbout(since)) : all
  console.log(
    json ? JSON.stringify(findings, null, 2) : showFindings(findings, style),
  )
  const grave = findings.filter(
    ({ severity }) =>
      severity === 'error' || (strict && severity === 'warning'),
  )
  return grave.length > 0 ? 1 : 0
}

/** Whether a finding is in a file that has changed since a commit. */
function isAbout(commit: string): (problem: Problem) => boolean {
  const files = languages.flatMap((locale) => [
    ...changedIn(commit, locale).files,
  ])
  return ({ file }) => files.includes(file)
}

/** @throws {Misunderstood} If git cannot say. */
function changedIn(commit: string, locale: Language) {
  const changed = changedSince(project, commit, locale)
  if (changed.why === undefined) return changed
  throw new Misunderstood(
    `git cannot compare with ${commit}: ${changed.why}; name a commit with --since`,
  )
}

/** Checks in a new process, which reads all anew, after each change. */
async function watch(): Promise<number> {
  const args = process.argv.slice(2).filter((each) => each !== '--watch')
  const launcher = join(project.root, 'src/cmd/run.mjs')
  const program = join(project.root, '.vitepress/translation/cmd.ts')
  const run = () =>
    spawnSync(process.execPath, [launcher, program, ...args], {
      stdio: 'inherit',
    })
  run()
  for await (const _ of changesBelow(join(project.root, 'docs'))) run()
  return 0
}

/** Waits for changes in a folder; those of one moment are one. */
async function* changesBelow(folder: string) {
  let changed: (() => void) | undefined
  let timer: NodeJS.Timeout | undefined
  watchFolder(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => changed?.(), 100)
  })
  for (;;) {
    await new Promise<void>((resolve) => {
      changed = resolve
    })
    yield
  }
}

/** So many sections of which the same is to be said are named one by one. */
const named = 3

function record(
  locales: readonly Language[],
  names: readonly string[],
  since: string | undefined,
  asItIs: boolean,
): number {
  const [first] = locales
  if (names.length === 0 && !since) {
    throw new Misunderstood(
      `the section is missing; \`npm run i18n -- status ${first}\` lists the sections, and --changed stands for those that you changed`,
    )
  }
  if (asItIs && since) {
    throw new Misunderstood(
      '--as-it-is needs the sections by name: what you have read is right as it is',
    )
  }
  let failed = false
  for (const locale of locales) {
    const keys = since ? [...changedIn(since, locale).keys] : []
    const chosen = [...names, ...keys]
    const { done, already, left, file, text } = update(
      project,
      locale,
      chosen,
      asItIs,
    )
    const before = project.has(file) ? project.read(file) : ''
    if (text !== before) writeFileSync(join(project.root, file), text)
    for (const key of done) console.log(`${paint('green', 'recorded')} ${key}`)
    if (chosen.length === 0 && locales.length === 1)
      console.log(`No section of docs/${locale}/ has changed.`)
    for (const key of already.slice(0, named))
      console.log(`already recorded ${key}`)
    const more = (count: number) =>
      count > named ? `  and ${count - named} more` : undefined
    const open = left.filter((each) => each.open)
    const others = left.filter((each) => !each.open)
    for (const { why } of [...others, ...open.slice(0, named)])
      console.error(`${paint('yellow', 'left')} ${why}`)
    const rest = more(open.length)
    if (rest)
      console.error(`${rest}; \`npm run i18n -- status ${locale}\` lists them`)
    if (text !== before)
      console.log(`Commit ${file} together with your translation.`)
    const nothing = left.length > 0 && done.length + already.length === 0
    failed ||= others.length > 0 || nothing
  }
  return failed ? 1 : 0
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
  } else if (isSystemError(error)) {
    const { path, code } = error
    console.error(
      `${path ?? 'a file'}: cannot be written or read (${code}); make it writable and run the command again`,
    )
    process.exitCode = 1
  } else throw error
}

/** Does the error come from the file system? */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
