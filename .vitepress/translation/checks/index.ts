/** Runs all checks of the translations. */
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type MarkdownRenderer,
} from 'vitepress'
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
import { languageStatus } from '../status.ts'
import { checkAliases } from './aliases.ts'
import { readAllowed, withoutAllowed } from './allowed.ts'
import { checkCharacters } from './characters.ts'
import { checkCodeUnchanged } from './code-unchanged.ts'
import { commentProse } from './comment-prose.ts'
import { withoutConsequences } from './consequences.ts'
import type { CheckName, Finding } from './finding.ts'
import { checkFrontMatter } from './front-matter.ts'
import {
  checkGlossary,
  checkTerms,
  readGlossary,
  type Term,
} from './glossary.ts'
import { checkInterface } from './interface.ts'
import { checkLeftovers, linesOfText } from './leftovers.ts'
import { checkLinks } from './links.ts'
import { checkMarkup } from './markup.ts'
import { type ParsedPage, parsePage } from './parsed.ts'
import type { Prose } from './prose.ts'
import { checkRecords } from './records.ts'
import { checkRepairTexts } from './repair-texts.ts'
import { checkBlocks } from './same-blocks.ts'
import { checkSameTexts } from './same-texts.ts'
import { checkLinksAlike, checkStructure } from './structure.ts'
import { checkTexts, textProse } from './texts.ts'
import { checkTraceTexts } from './trace-texts.ts'
import { checkTypography } from './typography.ts'
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
 * Returns the problems of all languages, including English; throws none.
 * @param only The languages whose problems are returned.
 */
export async function check(
  project: Project,
  md: MarkdownRenderer,
  only: readonly Language[] = languages,
): Promise<Finding[]> {
  const pages = languages.flatMap((locale) =>
    markdownFiles(locale, project).map((name) =>
      parsePage(project, md, locale, name),
    ),
  )
  const whole = pages.filter(({ broken }) => !broken)
  const found = [...wovenFindings(project, whole, pages)]
  const unreadable = unreadableFiles(project, pages)
  for (const locale of only) {
    const own = pages.filter((page) => page.locale === locale)
    const woven = found.filter((each) => each.locale === locale)
    const read = language(project, locale, own, pages, unreadable, woven)
    found.push(...(await read))
  }
  const causes = withoutConsequences(found)
  return only
    .flatMap((locale) => silenced(project, locale, causes, unreadable))
    .filter(isFirst)
    .sort(byPlace)
}

/** Two checks may stop at the same mistake: it is reported once. */
const isFirst = (
  { file, line, message }: Finding,
  at: number,
  all: readonly Finding[],
): boolean =>
  at ===
  all.findIndex((each) => {
    return each.file === file && each.line === line && each.message === message
  })

function silenced(
  project: Project,
  locale: Language,
  found: readonly Finding[],
  unreadable: ReadonlySet<string>,
): Finding[] {
  const own = found.filter((each) => each.locale === locale)
  let allowed: ReturnType<typeof readAllowed> = []
  const stopped: Problem[] = []
  stopped.push(
    ...problemsOf(() => {
      allowed = readAllowed(project, locale, stopped).filter(
        ({ file }) => !unreadable.has(docsFile(locale, file)),
      )
    }),
  )
  const { left, idle } = withoutAllowed(own, allowed)
  const about = [...stopped, ...idle].map((problem): Finding => {
    return { ...problem, check: 'allowed', locale, severity: 'error' }
  })
  return [...left, ...about]
}

async function language(
  project: Project,
  locale: Language,
  own: readonly ParsedPage[],
  pages: readonly ParsedPage[],
  unreadable: ReadonlySet<string>,
  woven: readonly Finding[],
): Promise<Finding[]> {
  const found: Finding[] = []
  const add = (
    name: CheckName,
    problems: readonly Problem[],
    severity: Finding['severity'] = 'error',
  ) => {
    for (const problem of problems) {
      found.push({ severity, ...problem, check: name, locale })
    }
  }
  const status =
    locale === english ? undefined : languageStatus(project, locale)
  const open = (status?.pages ?? [])
    .flatMap(({ sections }) => sections)
    .filter(({ state }) => state === 'stale' || state === 'missing')
  let glossary: Term[] = []
  add(
    'glossary',
    problemsOf(() => {
      glossary = readGlossary(project, locale)
    }),
  )
  const read = async (file: string, prose: readonly Prose[]) => {
    add('glossary', checkGlossary(file, prose, glossary))
    add('typography', await checkTypography(file, locale, prose))
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
  for (const page of own) {
    const { file, text, broken } = page
    if (broken) {
      add(broken.check, [{ file, ...broken }])
      continue
    }
    const source = pages.find(
      (each) => each.name === page.name && each.locale === english,
    )
    add('characters', checkCharacters(file, text))
    add('front-matter', checkFrontMatter(page, source))
    const leftovers = checkLeftovers(file, linesOfText(text))
    add('leftovers', leftovers)
    const isLeft = ({ line }: Problem) =>
      leftovers.some((each) => {
        return sectionAt(page, each.line) === sectionAt(page, line)
      })
    add(
      'markup',
      checkMarkup(page).filter((each) => !isLeft(each)),
    )
    // One mistake is one finding: its section is not compared any further.
    const known = new Set(leftovers.map(({ line }) => sectionAt(page, line)))
    // English is right: what is stale or missing is not compared with it.
    for (const { key } of open) {
      const [name, id = ''] = key.split('#')
      if (`${name}.md` === page.name) known.add(id)
    }
    const isNew = ({ line }: Problem) => !known.has(sectionAt(page, line))
    for (const { file: of, line } of woven) {
      if (of === file) known.add(sectionAt(page, line))
    }
    add('links', checkLinks(page, pages))
    if (source && source !== page && !source.broken) {
      const blocks = checkBlocks(page, source).filter(isNew)
      const shapes = blocks.filter(({ shape }) => shape)
      add('blocks', shapes)
      for (const { section } of shapes) known.add(section)
      add('structure', checkStructure(page, source).filter(isNew))
      add('links', checkLinksAlike(page, source).filter(isNew))
      for (const { file: of, line } of found) {
        if (of === file) known.add(sectionAt(page, line))
      }
      add('glossary', checkTerms(page, source, glossary).filter(isNew))
      add(
        'blocks',
        blocks.filter(({ section, shape }) => !shape && !known.has(section)),
      )
    }
    const lines = new Set(leftovers.map(({ line }) => line))
    await read(
      file,
      page.prose.filter(({ line }) => !lines.has(line)),
    )
  }
  await read(docsFile(locale, 'comments.json'), commentProse(project, locale))
  for (const name of textFiles) {
    const file = docsFile(locale, name)
    if (!project.has(file)) continue
    const prose = textProse(project, locale, name)
    add('leftovers', checkLeftovers(file, prose))
    const isOpen = ({ line }: Problem) =>
      open.some(({ translation: own }) => {
        return own?.file === file && own.line === line
      })
    if (locale !== english) {
      const texts = checkSameTexts(project, locale, name)
      add(
        'texts',
        texts.filter((each) => !isOpen(each)),
      )
    }
    if (name === 'comments.json') continue
    add('texts', checkTexts(project, locale, name))
    await read(file, prose)
  }
  add('code-unchanged', checkCodeUnchanged(project, locale))
  add('aliases', checkAliases(project, locale, own))
  add('interface', checkInterface(project, locale))
  if (locale === english) {
    add('texts', checkTraceTexts(project))
    add('texts', checkRepairTexts(project))
  }
  if (status) {
    const todos = checkRecords(project, locale, status, unreadable)
    add('records', todos, 'warning')
  }
  return found
}

function byPlace(a: Finding, b: Finding): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}

/** The id of the section in which a line of a page is. */
const sectionAt = ({ marks }: ParsedPage, line: number): string =>
  marks.findLast((mark) => mark.kind === 'heading' && mark.line <= line)
    ?.name ?? 'title'

/** The pages and files of texts that cannot be read, in any language. */
function unreadableFiles(
  project: Project,
  pages: readonly ParsedPage[],
): ReadonlySet<string> {
  const broken = pages.filter((page) => page.broken).map(({ file }) => file)
  const texts = languages.flatMap((locale) =>
    textFiles
      .filter((name) => {
        return problemsOf(() => readTexts(project, locale, name)).length > 0
      })
      .map((name) => docsFile(locale, name)),
  )
  return new Set([...broken, ...texts])
}
