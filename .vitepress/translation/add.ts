/** Makes the files of a new language, which are not translated yet. */
import type { Project } from '../../src/project/project.ts'
import { docsFile, source } from '../site/languages.ts'
import { textFiles } from '../site/texts.ts'

/** A file to write: its path from the project's root, and its text. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** A language cannot be added. The message says why. */
export class CannotAdd extends Error {}

/**
 * The files that a new language lacks: the English texts, an empty glossary and empty
 * records.
 * @param locale A language tag in lower case, such as `pt` or `pt-br`.
 * @param name The name of the language in that language, such as `Português`.
 * @throws {CannotAdd} If the language exists already, if the tag is not known,
 * or if the name is not one line of text.
 */
export function filesToAdd(
  project: Project,
  locale: string,
  name: string,
): NewFile[] {
  const tag = canonical(locale)
  if (locale === source) {
    throw new CannotAdd(
      `docs/${source}/ is the text that is translated; add the language that you translate into`,
    )
  }
  if (project.has(docsFile(locale, 'interface.json'))) {
    throw new CannotAdd(
      `docs/${locale}/ exists already; \`npm run i18n -- status ${locale}\` lists what to do in it`,
    )
  }
  if (name.trim() === '' || name.includes('\n')) {
    throw new CannotAdd(
      `the language has no name; write its own name as in add ${locale} "Português"`,
    )
  }
  const docs = `docs/${locale}`
  return [
    ...textFiles.map((file) => {
      const text = project.read(docsFile(source, file))
      const own = file === 'interface.json' ? named(text, name, tag) : text
      return { path: `${docs}/${file}`, text: own }
    }),
    { path: `${docs}/glossary.json`, text: '[]\n' },
    { path: `${docs}/translated.jsonl`, text: '' },
  ].filter(({ path }) => !project.has(path))
}

/** The interface's strings with another language's name and tag. */
const named = (text: string, name: string, tag: string): string =>
  `${JSON.stringify({ ...JSON.parse(text), language: { name, tag } }, null, 2)}\n`

function canonical(locale: string): string {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(locale)
    const known = new Intl.DisplayNames('en', {
      type: 'language',
      fallback: 'none',
    })
    if (locale === locale.toLowerCase() && known.of(tag)) return tag
  } catch {
    // A malformed code gets the same message as an unknown one.
  }
  throw new CannotAdd(
    `"${locale}" is not the code of a language; write lower-case letters such as pt, or pt-br for one country`,
  )
}
