/** Finds characters of another script than the language's own. */
import { once } from '../../../src/project/cache.ts'
import { tagOf } from '../../site/interface.ts'
import type { Language } from '../../site/languages.ts'
import { type Fault, faultAt } from './finding.ts'
import { type Prose, withoutCode } from './prose.ts'

/** The script of a language, as Unicode names it: `Hans`, `Jpan`, `Latn`. */
export const scriptOf = once(
  (language: Language) =>
    new Intl.Locale(tagOf(language)).maximize().script ?? '',
)

/** Every Han character in some rows and columns of a two-byte encoding. */
function hanOf(
  encoding: string,
  [from, to]: readonly [number, number],
  [left, right]: readonly [number, number] = [0x40, 0xfe],
): Set<string> {
  const bytes: number[] = []
  for (let first = from; first <= to; first++) {
    // A line break keeps a pair that is none from swallowing the next one.
    for (let second = left; second <= right; second++)
      bytes.push(first, second, 10)
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  return new Set(text.match(/\p{sc=Han}/gu))
}

/** The Han characters in use with a script, from the national standards. */
const charactersOf = once((script: string): Set<string> | undefined => {
  // GB 2312 is what GBK has in rows and columns above 0xA0.
  if (script === 'Hans') {
    const own = hanOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe])
    // The standard has these traditional forms beside the simplified ones.
    for (const each of '後於徵夥') own.delete(each)
    return own
  }
  if (script === 'Hant') return hanOf('big5', [0xa4, 0xf9])
  return script === 'Jpan' ? hanOf('shift_jis', [0x88, 0xea]) : undefined
})

const names: Readonly<Record<string, string>> = {
  Hans: 'simplified Chinese',
  Hant: 'traditional Chinese',
  Jpan: 'Japanese',
}

/** The letters that may be in a text of a script, besides Latin ones. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /[^\P{L}\p{sc=Latin}\p{sc=Common}]/u,
  Hans: /[^\P{L}\p{sc=Latin}\p{sc=Han}\p{sc=Common}]/u,
  Hant: /[^\P{L}\p{sc=Latin}\p{sc=Han}\p{sc=Common}]/u,
  Jpan: /[^\P{L}\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Common}]/u,
}

/** Letters that the language does not write; where and which. */
export function foreignHan(language: Language, prose: Prose): Fault[] {
  const script = scriptOf(language)
  const plain = withoutCode(prose.text)
  // A sign of a unit or of mathematics, such as μ, is no foreign letter.
  const other = plain.replace(/[μΩπΔλσθ]/g, 'x').search(letters[script] ?? /$^/)
  if (other >= 0) {
    const advice = `“${plain[other]}” is a letter of another script; write the word in this language`
    return faultAt(prose, other, advice)
  }
  const own = charactersOf(script)
  if (!own) return []
  const foreign = [...plain.matchAll(/\p{sc=Han}/gu)].filter(
    ([character]) => !own.has(character) && !'々〆〇'.includes(character),
  )
  const [first] = foreign
  if (!first) return []
  const all = [...new Set(foreign.map(([character]) => character))].join('')
  const advice = `“${all}” is not ${names[script]}; write the characters that are`
  return faultAt(prose, first.index, advice)
}

// Letters that look alike: Cyrillic `а` in Latin, a Han mouth in katakana.
const mixed =
  /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Armenian}]|[\p{sc=Cyrillic}\p{sc=Armenian}]\p{sc=Latin}|\p{sc=Latin}(?![μΩπ])\p{sc=Greek}|(?![μΩπΔλ])\p{sc=Greek}\p{sc=Latin}/u
const inKatakana =
  /[ァ-ヺー][口力工二夕卜八千才一](?=[ァ-ヺー])|(?<![\p{sc=Han}ぁ-んァ-ヺー])[工力夕卜][ァ-ヺー]{2}/u

/** Words with a letter of another script that looks like its own. */
export function mixedScripts(prose: Prose): Fault[] {
  const index = prose.text.search(mixed)
  const advice = 'this word has a letter of another script; type the word again'
  return index < 0
    ? faultAt(prose, prose.text.search(inKatakana), advice)
    : faultAt(prose, index, advice, 'error')
}
