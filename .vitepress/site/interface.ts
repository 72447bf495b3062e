/**
 * Reads and formats the strings of the interface. The strings are ICU messages
 * in docs/LANGUAGE/interface.json. If a language lacks a string or has one that
 * cannot be formatted, the English string is used.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type english from '../../docs/en/interface.json'
import { readJson } from '../../src/project/json.ts'
import { fail } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'
import { docsFile, type Language, source } from './languages.ts'
import { withUnits } from './units.ts'

/** All strings, nested as in the file. */
export type Interface = typeof english

type Keys<Tree, Above extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Above}${Name}`
    : Keys<Tree[Name], `${Above}${Name}.`>
}[keyof Tree & string]

/** The key of a string, such as `theme.search.open`. */
export type Key = Keys<Interface>

/** The file of a language's strings. */
export const interfaceFile = (language: Language): string =>
  docsFile(language, 'interface.json')

type Tree = { [name: string]: Tree | string }

/** A language's strings, with English strings for the missing ones. */
function merged(own: Tree, wanted: Tree): Tree {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, text]) => {
      const found = own[name]
      if (typeof text === 'string') {
        return [name, typeof found === 'string' ? found : text]
      }
      return [name, merged(typeof found === 'object' ? found : {}, text)]
    }),
  )
}

const interfaces = new Map<Language, Interface>()

/**
 * The strings of a language, not formatted.
 * @throws {ProblemError} If the file is not a JSON object.
 */
export function interfaceOf(language: Language): Interface {
  const known = interfaces.get(language)
  if (known) return known
  const file = interfaceFile(language)
  const { value } = readJson(file, openProject().read(file))
  if (typeof value !== 'object' || value === null) {
    fail(file, 1, `is not an object; see ${interfaceFile(source)}`)
  }
  const all = (
    language === source ? value : merged(value as Tree, interfaceOf(source))
  ) as Interface
  interfaces.set(language, all)
  return all
}

/** The key of the language tag. */
export const tagKey: Key = 'language.tag'

/**
 * The language as `lang` attributes and `Intl` name it: `zh-Hans`. The folder's
 * name replaces a tag that cannot be read or is none.
 */
export function tagOf(language: Language): string {
  try {
    const { tag } = interfaceOf(language).language
    return Intl.getCanonicalLocales(tag)[0] ?? language
  } catch {
    return language
  }
}

const formats = new Map<string, IntlMessageFormat>()

/** @throws {Error} If the string of that language is not an ICU message. */
function formatOf(language: Language, key: Key): IntlMessageFormat {
  const name = `${language} ${key}`
  const known = formats.get(name)
  if (known) return known
  const text = key
    .split('.')
    .reduce<Tree | string>(
      (at, part) => (at as Tree)[part] ?? '',
      interfaceOf(language),
    )
  const options = { ignoreTag: true }
  const tag = tagOf(language)
  const format = new IntlMessageFormat(
    withUnits(`${text}`),
    tag,
    undefined,
    options,
  )
  formats.set(name, format)
  return format
}

/** Formats a string, or the English one if the language's own is not valid. */
function format<Part>(language: Language, key: Key, values?: PartValues<Part>) {
  try {
    return formatOf(language, key).format<Part>(values)
  } catch (error) {
    if (language === source) throw error
    return formatOf(source, key).format<Part>(values)
  }
}

type PartValues<Part> = Readonly<Record<string, string | number | Part>>

/** Values for the placeholders of a string. */
export type Values = Readonly<Record<string, string | number>>

/** Formats a string of a language. */
export const message = (
  language: Language,
  key: Key,
  values?: Values,
): string => String(format(language, key, values))

/**
 * Formats a string with values that are not text, such as elements.
 * @returns The parts in their order.
 */
export function messageParts<Part extends object>(
  language: Language,
  key: Key,
  values: PartValues<Part>,
): (string | Part)[] {
  const parts = format<Part>(language, key, values)
  return Array.isArray(parts) ? parts : [parts]
}
