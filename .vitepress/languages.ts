/**
 * The languages of the site, in the order in which they are offered, a line
 * each: the directory under docs/, and the file with the interface's strings.
 * English comes first; it is the source of the prose.
 */
export const locales = {
  en: (await import('./config/en.ts')).en,
  zh: (await import('./config/zh.ts')).zh,
  ja: (await import('./config/ja.ts')).ja,
  es: (await import('./config/es.ts')).es,
}

/** A language of the site. */
export type Language = keyof typeof locales

/**
 * The languages' names; the variable SITE_LANGUAGES (`en,ja`) makes a site of
 * some of them, to measure what each adds to a build.
 */
export const languages = Object.keys(locales).filter((name) => {
  return process.env.SITE_LANGUAGES?.split(',').includes(name) ?? true
}) as [Language, ...Language[]]
