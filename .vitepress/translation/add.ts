/** Begins a new language: what it needs, all of it still to be translated. */
import type { Project } from '../weave/project.ts'
import { textFiles } from './texts.ts'

/** A file to write: its path from the project's root, and its text. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** Where each language is registered in one line. */
export const registration = '.vitepress/languages.ts'

/** Why a language cannot be begun. */
export class CannotAdd extends Error {}

/**
 * The files of a new language: its comments and the interface's strings, in
 * English for now, an empty glossary, empty records, and the registration.
 * @param locale As in `lang` attributes, in small letters: `pt`, `pt-br`.
 * @param name The language's name in itself: `Português`.
 * @throws {CannotAdd} If it exists already, or is no language.
 */
export function filesToAdd(
  project: Project,
  locale: string,
  name: string,
): NewFile[] {
  const tag = canonical(locale)
  const config = `.vitepress/config/${locale}.ts`
  if (project.has(`docs/${locale}`) || project.has(config)) {
    throw new CannotAdd(
      `docs/${locale}/ exists already; \`npm run i18n -- status ${locale}\` leads you through it`,
    )
  }
  if (name.trim() === '' || /['\\\n]/.test(name)) {
    throw new CannotAdd(
      `what is the language called in itself? add ${locale} "Português"`,
    )
  }
  const docs = `docs/${locale}`
  return [
    ...['comments.json', ...textFiles]
      .filter((file) => project.has(`docs/en/${file}`))
      .map((file) => {
        const text = project.read(`docs/en/${file}`)
        return { path: `${docs}/${file}`, text }
      }),
    { path: `${docs}/glossary.json`, text: '[]\n' },
    { path: `${docs}/translated.jsonl`, text: '' },
    { path: config, text: stringsFor(project, locale, tag, name) },
    { path: registration, text: registered(project, locale) },
  ]
}

function canonical(locale: string): string {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(locale)
    const known = new Intl.DisplayNames('en', {
      type: 'language',
      fallback: 'none',
    })
    if (locale === locale.toLowerCase() && known.of(tag)) return tag
  } catch {
    // Not even of a language's form: as one that is not known.
  }
  throw new CannotAdd(
    `"${locale}" is no language's code; write two small letters as in pt, or pt-br for a country's own`,
  )
}

/** The English strings, to be translated where they stand. */
function stringsFor(
  project: Project,
  locale: string,
  tag: string,
  name: string,
): string {
  const english = '.vitepress/config/en.ts'
  const { language, region } = new Intl.Locale(tag).maximize()
  const changes: [RegExp, string][] = [
    [/^\/\*\* English:/, `/** ${name}:`],
    [/export const en\b/, `export const ${identifier(locale)}`],
    [/(\blabel: )'.*?'/, `$1'${name}'`],
    [/(\blang: )'.*?'/, `$1'${tag}'`],
    [/(\bopenGraph: )'.*?'/, `$1'${language}_${region}'`],
  ]
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text))
      throw new CannotAdd(`${english}:1: cannot find ${from}; put it back`)
    return text.replace(from, to)
  }, project.read(english))
}

function registered(project: Project, locale: string): string {
  const text = project.read(registration)
  const own = identifier(locale)
  const key = own === locale ? locale : `'${locale}'`
  const line = `  ${key}: (await import('./config/${locale}.ts')).${own},\n`
  const end = text.indexOf('\n}\n') + 1
  return text.slice(0, end) + line + text.slice(end)
}

/** `pt-br` as a name in code: `ptBr`. */
function identifier(locale: string): string {
  return locale.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
