/** Finds characters of another script than the language's own. */
import { tagOf } from '../../site/interface.ts'
import type { Language } from '../../site/languages.ts'
import { type Prose, withoutCode } from './prose.ts'

/** The script of a language, as Unicode names it: `Hans`, `Jpan`, `Latn`. */
export const scriptOf = (language: Language): string =>
  new Intl.Locale(tagOf(language)).maximize().script ?? ''

/** Every Han character that a two-byte encoding has. */
function hanOf(encoding: string, from: number, to: number): Set<string> {
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let first = from; first <= to; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const text = decoder.decode(Uint8Array.of(first, second))
      if (/^\p{sc=Han}$/u.test(text)) found.add(text)
    }
  }
  return found
}

/** GB 2312 is what GBK has in rows and columns above 0xA0. */
function simplified(): Set<string> {
  const decoder = new TextDecoder('gbk')
  const found = new Set<string>()
  for (let first = 0xb0; first <= 0xf7; first++) {
    for (let second = 0xa1; second <= 0xfe; second++) {
      found.add(decoder.decode(Uint8Array.of(first, second)))
    }
  }
  return found
}

/** The Han characters in use with a script, from the national standards. */
const characters: Readonly<Record<string, () => Set<string>>> = {
  Hans: simplified,
  Hant: () => hanOf('big5', 0xa4, 0xf9),
  Jpan: () => hanOf('shift_jis', 0x88, 0xea),
}

const names: Readonly<Record<string, string>> = {
  Hans: 'simplified Chinese',
  Hant: 'traditional Chinese',
  Jpan: 'Japanese',
}

const known = new Map<string, Set<string>>()

/** Han characters that the language does not write; where and which. */
export function foreignHan(language: Language, prose: readonly Prose[]) {
  const script = scriptOf(language)
  const load = characters[script]
  if (!load) return []
  const own = known.get(script) ?? load()
  known.set(script, own)
  return prose.flatMap(({ line, text }) => {
    const foreign = [...withoutCode(text).matchAll(/\p{sc=Han}/gu)].filter(
      ([character]) => !own.has(character) && !'々〆〇'.includes(character),
    )
    const [first] = foreign
    if (!first) return []
    const all = [...new Set(foreign.map(([character]) => character))].join('')
    const advice = `“${all}” is not ${names[script]}; write the characters that are`
    return [{ line, text, index: first.index, advice }]
  })
}
