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
import { textFiles } from '../../site/texts.ts'
import { checks as weaveChecks } from '../../weave/checks/index.ts'
import { languageStatus } from '../status.ts'
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
import { checkInterface } from './interface.ts'
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

/** Returns the problems of all languages, including English; throws none. */
export async function check(
  project: Project,
  md: MarkdownRenderer,
): Promise<Finding[]> {
  const pages = languages.flatMap((locale) =>
    markdownFiles(locale, project).map((name) =>
      parsePage(project, md, locale, name),
    ),
  )
  const whole = pages.filter(({ broken }) => !broken)
  const found = [...wovenFindings(project, whole, pages)]
  for (const locale of languages) {
    const own = pages.filter((page) => page.locale === locale)
    found.push(...(await language(project, locale, own, pages)))
  }
  return languages
    .flatMap((locale) => silenced(project, locale, found))
    .sort(byPlace)
}

function silenced(
  project: Project,
  locale: Language,
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

/** The findings of the weave's checks. */
function* wovenFindings(
  project: Project,
  whole: readonly ParsedPage[],
  pages: readonly ParsedPage[],
): Generator<Finding> {
  const html = () => ''
  for (const [name, run] of Object.entries(woven)) {
    for (const problem of run({ project, pages: whole, html })) {
      // A page that cannot be read has its own finding and is not missing.
      if (pages.some(({ file, broken }) => broken && file === problem.file))
        continue
      const locale = languages.find((each) =>
        problem.file.startsWith(`docs/${each}/`),
      )
      yield {
        ...problem,
        check: name as CheckName,
        locale: locale ?? english,
        severity: 'error',
      }
    }
  }
}

async function language(
  project: Project,
  locale: Language,
  own: readonly ParsedPage[],
  pages: readonly ParsedPage[],
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
      (each) => each.name === page.name && each.locale === english,
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
  for (const name of textFiles.slice(1)) {
    const file = docsFile(locale, name)
    if (project.has(file)) add('texts', checkTexts(project, locale, name))
    await read(file, textProse(project, locale, name))
  }
  add('code-unchanged', checkCodeUnchanged(project, locale))
  add('interface', checkInterface(project, locale))
  if (locale === english) return found
  add('records', checkRecords(project, locale, languageStatus(project, locale)))
  return found
}

function byPlace(a: Finding, b: Finding): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}
