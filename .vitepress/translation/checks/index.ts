/** Runs all checks of the translations. */
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type MarkdownRenderer,
} from 'vitepress'
import { once } from '../../../src/project/cache.ts'
import { type Problem, problemsOf } from '../../../src/project/problem.ts'
import type { Project } from '../../../src/project/project.ts'
import {
  docsFile,
  source as english,
  type Language,
  languages,
  markdownFiles,
} from '../../site/languages.ts'
import { marks } from '../../site/marks.ts'
import { readTexts, textFiles } from '../../site/texts.ts'
import { textProblems } from '../sections.ts'
import { type LanguageStatus, languageStatus, sectionsOf } from '../status.ts'
import { checkAliases } from './aliases.ts'
import { withoutAllowed } from './allowed.ts'
import { checkCharacters } from './characters.ts'
import { commentProse } from './comment-prose.ts'
import { byCause } from './consequences.ts'
import type { CheckName, Fault, Finding, Report, Severity } from './finding.ts'
import { checkFrontMatter } from './front-matter.ts'
import {
  checkGlossary,
  checkTerms,
  readGlossary,
  type Term,
} from './glossary.ts'
import { checkInterface } from './interface.ts'
import { checkLeftovers } from './leftovers.ts'
import { checkLinks } from './links.ts'
import { checkMarkup } from './markup.ts'
import { type ParsedPage, parsePage } from './parsed.ts'
import { excerptAt, outsideCode, type Prose } from './prose.ts'
import { checkRecords } from './records.ts'
import { checkBlocks } from './same-blocks.ts'
import { checkSameTexts } from './same-texts.ts'
import { checkTexts, textProse } from './texts.ts'
import { lintTypography } from './typography.ts'
import { lintSentences, lintWords } from './words.ts'
import { wovenFindings } from './woven.ts'

/** Makes a renderer that reads pages as the site does, without highlighting. */
export async function pageReader(project: Project): Promise<MarkdownRenderer> {
  // VitePress caches one renderer. Disposing it here makes a separate one.
  disposeMdItInstance()
  const md = await createMarkdownRenderer(`${project.root}docs`, {
    highlight: (code) => code,
    config: marks,
  })
  disposeMdItInstance()
  return md
}

/**
 * Returns the problems of languages, including English; throws none.
 * @param only The languages whose problems are returned.
 */
export async function check(
  project: Project,
  md: MarkdownRenderer,
  only: readonly Language[] = languages,
): Promise<Finding[]> {
  const now = { ...project, read: once((path: string) => project.read(path)) }
  const pagesOf = once((locale: Language) =>
    markdownFiles(locale, now).map((name) => parsePage(now, md, locale, name)),
  )
  const statusOf = once((locale: Language) => languageStatus(now, locale))
  const needed = only.includes(english) ? languages : [english, ...only]
  const pages = needed.flatMap(pagesOf)
  const woven = [...wovenFindings(now, needed, pagesOf, statusOf)]
  const broken = pages.filter((page) => page.broken)
  const texts = needed.flatMap((locale) => textProblems(now, locale))
  const unreadable = new Set([...broken, ...texts].map(({ file }) => file))
  const found: Finding[] = []
  for (const locale of only) {
    const own = woven.filter((each) => each.locale === locale)
    const status = locale === english ? undefined : statusOf(locale)
    const all = await language(now, locale, pages, unreadable, own, status)
    found.push(...withoutAllowed(now, locale, byCause(all), unreadable))
  }
  return found.sort(byPlace)
}

/** The findings of one language, with all that follows from them. */
async function language(
  project: Project,
  locale: Language,
  pages: readonly ParsedPage[],
  unreadable: ReadonlySet<string>,
  woven: readonly Finding[],
  status: LanguageStatus | undefined,
): Promise<Finding[]> {
  const found: Finding[] = [...woven]
  const add = (
    check: CheckName,
    problems: readonly Report[],
    severity: Severity = 'error',
  ) => {
    for (const problem of problems)
      found.push({ severity, ...problem, check, locale })
  }
  const open = sectionsOf(status ?? { pages: [] }).filter(
    ({ state }) => state === 'stale' || state === 'missing',
  )
  let glossary: readonly Term[] = []
  const stopped = problemsOf(() => {
    glossary = readGlossary(project, locale)
  })
  add('glossary', stopped)
  const faults = (check: CheckName, file: string, all: readonly Fault[]) => {
    for (const { line, text, index, advice, severity } of all) {
      const message = `“${excerptAt(text, index)}”: ${advice}`
      add(check, [{ file, line, message, severity }])
    }
  }
  const read = (
    file: string,
    prose: readonly Prose[],
    englishOf: (line: number) => string | undefined,
  ) => {
    const terms = prose.flatMap((each) =>
      checkGlossary(file, each, englishOf(each.line), glossary),
    )
    add('glossary', terms)
    faults('typography', file, lintTypography(locale, prose))
    faults('words', file, lintWords(locale, prose))
  }
  for (const name of [
    ...textFiles,
    'aliases.json',
    'glossary.json',
    'allowed.json',
    'translated.jsonl',
  ]) {
    const file = docsFile(locale, name)
    if (project.has(file))
      add('characters', checkCharacters(file, project.read(file)))
  }
  const own = pages.filter((page) => page.locale === locale)
  for (const page of own) {
    const { file, text, broken } = page
    if (broken) {
      add(broken.check, [{ file, ...broken }])
      continue
    }
    const source = pages.find(({ name, locale, broken }) => {
      return name === page.name && locale === english && !broken
    })
    add('characters', checkCharacters(file, text))
    add('front-matter', checkFrontMatter(page, source))
    add('leftovers', checkLeftovers(file, outsideCode(text).rows))
    add('markup', checkMarkup(page))
    add('links', checkLinks(page, pages))
    const englishOf = new Map<string, string>()
    if (source && source !== page) {
      const name = page.name.replace(/\.md$/, '')
      const known = new Set(
        found
          .filter((each) => each.file === file && each.severity === 'error')
          .map(({ line }) => sectionAt(page, line)),
      )
      // One mistake is one finding: its section is not compared any further. A
      // stale section is only told to be stale, because English has changed.
      const isNew = (section: string) =>
        !known.has(section) &&
        !open.some(({ key }) => key === `${name}#${section}`)
      const blocks = checkBlocks(page, source, isNew)
      add('blocks', blocks, 'warning')
      for (const { line } of blocks) known.add(sectionAt(page, line))
      add('glossary', checkTerms(page, source, glossary, isNew), 'warning')
      for (const { section, text } of source.blocks)
        englishOf.set(section, `${englishOf.get(section) ?? ''}\n${text}`)
    }
    const rows = page.blocks.flatMap(({ rows }) => rows)
    read(file, rows, (line) => englishOf.get(sectionAt(page, line)))
    const told = found.filter((each) => each.file === file)
    const sentences = lintSentences(locale, page.blocks).filter(
      ({ line }) => !told.some((each) => each.line === line),
    )
    faults('words', file, sentences)
  }
  const comments = docsFile(locale, 'comments.json')
  const printed = commentProse(project, locale)
  read(comments, printed, englishByLine(project, locale, 'comments.json'))
  for (const name of textFiles) {
    const file = docsFile(locale, name)
    if (!project.has(file)) continue
    const prose = textProse(project, locale, name)
    add('leftovers', checkLeftovers(file, prose))
    const isOpen = ({ line }: Problem) =>
      open.some(({ translation: own }) => {
        return own?.file === file && own.line === line
      })
    for (const problem of checkSameTexts(project, locale, name))
      if (!isOpen(problem)) add('texts', [problem])
    if (name === 'comments.json') continue
    add('texts', checkTexts(project, locale, name))
    read(file, prose, englishByLine(project, locale, name))
  }
  add('aliases', checkAliases(project, locale, own))
  add('interface', checkInterface(project, locale))
  if (locale === english) {
    // These bring the engines, which no other language needs.
    const texts = await import('./english-texts.ts')
    add('texts', texts.checkTraceTexts(project))
    add('texts', texts.checkRepairTexts(project))
  }
  if (status) {
    const todos = checkRecords(project, locale, status, unreadable)
    add('records', todos, 'warning')
  }
  return found
}

/** The English text of the key on a line of a JSON file. */
function englishByLine(project: Project, locale: Language, name: string) {
  const byLine = new Map<number, string | undefined>()
  problemsOf(() => {
    const source = readTexts(project, english, name)
    for (const [key, { line }] of readTexts(project, locale, name))
      byLine.set(line, source.get(key)?.text)
  })
  return (line: number) => byLine.get(line)
}

function byPlace(a: Finding, b: Finding): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}

/** The id of the section in which a line of a page is. */
const sectionAt = ({ marks }: ParsedPage, line: number): string =>
  marks.findLast((mark) => mark.kind === 'heading' && mark.line <= line)
    ?.name ?? 'title'
