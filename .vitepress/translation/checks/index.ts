/** Everything that is checked about the translations. */
import {
  createMarkdownRenderer,
  disposeMdItInstance,
  type MarkdownRenderer,
} from 'vitepress'
import { checks as weaveChecks } from '../../weave/checks/index.ts'
import { marks } from '../../weave/marks.ts'
import { type Problem, problemsOf } from '../../weave/problem.ts'
import {
  docsFile,
  type Locale,
  locales,
  type Project,
} from '../../weave/project.ts'
import { languageStatus } from '../status.ts'
import { textFiles } from '../texts.ts'
import { readAllowed, withoutAllowed } from './allowed.ts'
import { checkCharacters } from './characters.ts'
import { checkCodeUnchanged } from './code-unchanged.ts'
import { commentProse } from './comment-prose.ts'
import { checkContainers } from './containers.ts'
import type { CheckName, Finding } from './finding.ts'
import { checkFrontMatter } from './front-matter.ts'
import {
  checkGlossary,
  checkTerms,
  readGlossary,
  type Term,
} from './glossary.ts'
import {
  checkInterface,
  type Interface,
  interfaceProse,
  readInterface,
  untranslatedStrings,
} from './interface.ts'
import { checkLinks } from './links.ts'
import { checkMarkup } from './markup.ts'
import { type ParsedPage, parsePage } from './parsed.ts'
import type { Prose } from './prose.ts'
import { checkRecords } from './records.ts'
import { checkLinksAlike, checkStructure } from './structure.ts'
import { checkTexts, textProse } from './texts.ts'
import { checkTypography } from './typography.ts'

const woven = {
  marks: weaveChecks.checkMarks,
  chunks: weaveChecks.checkChunks,
  claims: weaveChecks.checkClaims,
  code: weaveChecks.checkNoCode,
  parity: weaveChecks.checkParity,
  comments: weaveChecks.checkComments,
  editions: weaveChecks.checkEditions,
} satisfies Partial<Record<CheckName, unknown>>

/** A renderer that reads pages as the site does, without colouring code. */
export async function pageReader(project: Project): Promise<MarkdownRenderer> {
  // VitePress hands out one renderer again and again; this is one of its own.
  disposeMdItInstance()
  const md = await createMarkdownRenderer(`${project.root}docs`, {
    highlight: (code) => code,
    config: marks,
  })
  disposeMdItInstance()
  return md
}

/** What is wrong in any language, English included; never throws for it. */
export async function check(
  project: Project,
  md: MarkdownRenderer,
): Promise<Finding[]> {
  const pages = locales.flatMap((locale) =>
    project.pages(locale).map((name) => parsePage(project, md, locale, name)),
  )
  const whole = pages.filter(({ broken }) => !broken)
  const english = readInterface(project, 'en')
  const found = [...wovenFindings(project, whole, pages)]
  for (const locale of locales) {
    const own = pages.filter((page) => page.locale === locale)
    found.push(...(await language(project, locale, own, pages, english)))
  }
  return locales
    .flatMap((locale) => silenced(project, locale, found))
    .sort(byPlace)
}

function silenced(
  project: Project,
  locale: Locale,
  found: readonly Finding[],
): Finding[] {
  const own = found.filter((each) => each.locale === locale)
  let allowed: ReturnType<typeof readAllowed> = []
  const stopped = problemsOf(() => {
    allowed = readAllowed(project, locale)
  })
  const { left, idle } = withoutAllowed(own, allowed)
  const about = [...stopped, ...idle].map((problem): Finding => {
    return { ...problem, check: 'allowed', locale, severity: 'error' }
  })
  return [...left, ...about]
}

/** What the weave finds, by check. */
function* wovenFindings(
  project: Project,
  whole: readonly ParsedPage[],
  pages: readonly ParsedPage[],
): Generator<Finding> {
  const html = () => ''
  for (const [name, run] of Object.entries(woven)) {
    for (const problem of run({ project, pages: whole, html })) {
      // A page that cannot be read is not missing, and said to be unreadable.
      if (pages.some(({ file, broken }) => broken && file === problem.file))
        continue
      const locale = locales.find((each) =>
        problem.file.startsWith(`docs/${each}/`),
      )
      yield {
        ...problem,
        check: name as CheckName,
        locale: locale ?? 'en',
        severity: 'error',
      }
    }
  }
}

async function language(
  project: Project,
  locale: Locale,
  own: readonly ParsedPage[],
  pages: readonly ParsedPage[],
  english: Interface,
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
    'comments.json',
    ...textFiles,
    'glossary.json',
    'allowed.json',
    'translated.jsonl',
  ]) {
    const file = docsFile(locale, name)
    if (project.has(file))
      add('characters', checkCharacters(file, project.read(file)))
  }
  for (const page of own) {
    const { file, text } = page
    const source = pages.find(
      (each) => each.name === page.name && each.locale === 'en',
    )
    add('characters', checkCharacters(file, text))
    if (page.broken) add(page.broken.check, [{ file, ...page.broken }])
    add('front-matter', checkFrontMatter(page, source))
    add('containers', checkContainers(file, text))
    add('markup', checkMarkup(page))
    add('links', checkLinks(page, pages))
    if (source && source !== page && !page.broken) {
      add('structure', checkStructure(page, source))
      add('links', checkLinksAlike(page, source))
      add('glossary', checkTerms(page, source, glossary))
    }
    await read(file, page.prose)
  }
  await read(docsFile(locale, 'comments.json'), commentProse(project, locale))
  for (const name of textFiles) {
    const file = docsFile(locale, name)
    if (project.has(file)) add('texts', checkTexts(project, locale, name))
    await read(file, textProse(project, locale, name))
  }
  add('code-unchanged', checkCodeUnchanged(project, locale))
  const strings = readInterface(project, locale)
  add('interface', checkInterface(strings, english))
  await read(strings.file, interfaceProse(strings))
  if (locale === 'en') return found
  add('interface', untranslatedStrings(strings, english), 'warning')
  add('records', checkRecords(project, locale, languageStatus(project, locale)))
  return found
}

function byPlace(a: Finding, b: Finding): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}
