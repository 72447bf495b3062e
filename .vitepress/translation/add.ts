/** Makes the files of a new language, which are not translated yet. */
import type { Project } from '../../src/project/project.ts'
import { docsFile, source } from '../site/languages.ts'
import { textFiles } from '../site/texts.ts'
import { Misunderstood } from './misunderstood.ts'

/**
 * The files that a new language lacks, with their paths from the project's root:
 * the English texts, an empty glossary and empty records.
 * @param locale A language tag, such as `pt` or `pt-BR`. Its folder has the
 * tag in lower case.
 * @param name The name of the language in that language, such as `Português`.
 * @throws {Misunderstood} If the language exists already, if the tag is not known
 * or is that of another language, or if the name is not one line of text.
 */
export function filesToAdd(
  project: Project,
  locale: string,
  name: string,
): { readonly path: string; readonly text: string }[] {
  const tag = canonical(locale)
  const folder = tag.toLowerCase()
  if (folder === source) {
    throw new Misunderstood(
      `docs/${source}/ is the text that is translated; add the language that you translate into`,
    )
  }
  if (project.has(docsFile(folder, 'interface.json'))) {
    throw new Misunderstood(
      `docs/${folder}/ exists already; \`npm run i18n -- status ${folder}\` lists what to do in it`,
    )
  }
  if (name.trim() === '' || name.includes('\n')) {
    throw new Misunderstood(
      `the language has no name; write its own name as in add ${locale} "Português"`,
    )
  }
  refuseOther(tag, name)
  const docs = `docs/${folder}`
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

/** What a language is called in a language; undefined if the code is unknown. */
function nameIn(language: string, code: string): string | undefined {
  try {
    const options = { type: 'language', fallback: 'none' } as const
    return new Intl.DisplayNames(language, options).of(code)
  } catch {
    // A malformed code has no name, like an unknown one.
    return undefined
  }
}

function canonical(locale: string): string {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(locale)
    const { language, region } = new Intl.Locale(tag)
    const regions = new Intl.DisplayNames('en', {
      type: 'region',
      fallback: 'none',
    })
    if (nameIn('en', language) && (!region || regions.of(region))) return tag
  } catch {
    // A malformed code gets the same message as an unknown one.
  }
  throw new Misunderstood(
    `"${locale}" is not the code of a language; write a code such as pt, or pt-BR for one country`,
  )
}

/** Letters without accents and capitals. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** @throws {Misunderstood} If the name is that of another language: `br Português`. */
function refuseOther(tag: string, name: string): void {
  const { language } = new Intl.Locale(tag)
  const isName = (code: string) =>
    [nameIn(code, code), nameIn('en', code)].some((each) => {
      return each !== undefined && plain(name).startsWith(plain(each))
    })
  if (isName(language)) return
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  const other = codes.find((code) => nameIn('en', code) && isName(code))
  if (other === undefined) return
  throw new Misunderstood(
    `"${tag}" is the code of ${nameIn('en', language)}, and ${name} has the code ${other}; write add ${other} "${name}"`,
  )
}
