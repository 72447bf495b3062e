/**
 * Runs the translators' command, `npm run i18n -- VERB …`. Exit codes: 0 for
 * success, 1 if something must be corrected, 2 if the command is not valid.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
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
import { type Language, source, translations } from '../site/languages.ts'
import { readTexts, textFiles } from '../site/texts.ts'
import { CannotAdd, filesToAdd } from './add.ts'
import { withCommitted } from './committed.ts'
import { readRecords } from './records.ts'
import { showFindings } from './show-findings.ts'
import { showChanges, showSideBySide, showStatus } from './show-status.ts'
import { type LanguageStatus, languageStatus, readStatus } from './status.ts'
import { paint } from './terminal-colors.ts'
import { update } from './update.ts'

const usage = `npm run i18n -- VERB

  status [LOCALE]                  show what is current, stale or missing
  compare LOCALE [PAGE#SECTION]    show what changed in stale English sections;
                                   with a section, also both texts, sentence
                                   by sentence
  update LOCALE PAGE#SECTION...    record sections as translated
      --no-change "WHY"            also if the translation did not change
  check [LOCALE]                   list problems by file and line
  add LOCALE "NAME"                add a new language

  --json                           status, compare, check: print JSON; call
                                   npm run --silent i18n -- VERB
  --strict                         status, check: exit with 1 also for stale
                                   sections

The page /translating of the site is the guide, docs/en/translating.md; the page
/traces describes the traces whose titles and comments you translate.`

const wantsReason =
  '--no-change needs a reason, such as --no-change "typo in English only"'

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

/** Why a status does not say all: files that cannot be read, stray records. */
function problemsOfStatus({ locale, pages }: LanguageStatus): Problem[] {
  const unreadable = [source, locale].flatMap((language) =>
    textFiles.flatMap((name) =>
      problemsOf(() => readTexts(project, language, name)),
    ),
  )
  if (unreadable.length > 0) return unreadable
  const keys = new Set(
    pages.flatMap(({ sections }) => sections.map(({ key }) => key)),
  )
  const { file, lines } = readRecords(project, locale)
  return [...lines]
    .filter(([key]) => !keys.has(key))
    .map(([key, line]) => {
      const message = `English no longer has ${key}; delete this line`
      return { file, line, message }
    })
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
  const json = values.json
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
      return record(localeNamed(rest[0]), rest.slice(1), values['no-change'])
    case 'check':
      return checkAll(json, values.strict, rest[0] && localeNamed(rest[0]))
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
        'no-change': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const { message } = error as Error
    if (message.includes('--no-change')) throw new Misunderstood(wantsReason)
    throw new Misunderstood(`${message}\n\n${usage}`)
  }
}

function localeNamed(name: string | undefined): Language {
  const known = translations
  const found = known.find((locale) => locale === name)
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
    const { records } = readRecords(project, locale)
    throw new Misunderstood(
      records.has(key)
        ? `English no longer has ${key}; \`npm run i18n -- check ${locale}\` says which line of the records to delete`
        : `unknown section "${key}"${near}`,
    )
  }
  const stale = chosen.filter(({ state }) => state === 'stale')
  if (json) console.log(JSON.stringify(stale, null, 2))
  else if (key === undefined && stale.length === 0)
    console.log('No section is stale.')
  else console.log(stale.map((each) => showChanges(locale, each)).join('\n'))
  if (!json && key !== undefined) {
    console.log(chosen.map((each) => showSideBySide(locale, each)).join('\n'))
  }
  return 0
}

function add(locale = '', name = ''): number {
  try {
    for (const { path, text } of filesToAdd(project, locale, name)) {
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
  translate the texts in docs/${locale}/*.json
  copy a page from docs/en/ to docs/${locale}/ and translate it
  add the terms that you choose to docs/${locale}/glossary.json
\`npm run dev\` shows the site. \`npm run i18n -- status ${locale}\` lists what is left.`)
  return 0
}

async function checkAll(
  json: boolean,
  strict: boolean,
  locale?: string,
): Promise<number> {
  const { check, pageReader } = await import('./checks/index.ts')
  const only = locale ? [locale] : undefined
  const findings = await check(project, await pageReader(project), only)
  console.log(json ? JSON.stringify(findings, null, 2) : showFindings(findings))
  const grave = findings.filter((each) => strict || each.severity === 'error')
  return grave.length > 0 ? 1 : 0
}

function record(
  locale: Language,
  names: readonly string[],
  noChange: string | undefined,
): number {
  if (names.length === 0) {
    throw new Misunderstood(
      `the section is missing; \`npm run i18n -- status ${locale}\` lists the sections`,
    )
  }
  if (noChange !== undefined && noChange.trim() === '') {
    throw new Misunderstood(wantsReason)
  }
  const { done, already, refused, file, text } = update(
    withCommitted(project, locale),
    locale,
    names,
    noChange,
  )
  for (const reason of refused)
    console.error(`${paint('red', 'refused')} ${reason}`)
  if (refused.length > 0) {
    console.error('Nothing was recorded.')
    return 1
  }
  writeFileSync(join(project.root, file), text)
  for (const key of done) console.log(`${paint('green', 'recorded')} ${key}`)
  for (const key of already) console.log(`already recorded ${key}`)
  if (done.length > 0)
    console.log(`Commit ${file} together with your translation.`)
  return 0
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
