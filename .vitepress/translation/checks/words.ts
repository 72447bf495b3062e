/** Finds words that the language does not use here, and words that are twice. */
import type { Language } from '../../site/languages.ts'
import { sentencesOf } from '../sentences.ts'
import { type Block, groupsOf } from './blocks.ts'
import { cacheByRow, type Fault, faultAt } from './finding.ts'
import { excerpt, withoutCode } from './prose.ts'

type Rule = readonly [pattern: RegExp, advice: string, style?: 'style']

const familiar = 'this site says tú to its readers; write the form for tú'

/** How a language speaks to its readers. */
const register: Readonly<Record<string, readonly Rule[]>> = {
  zh: [[/您/u, 'this site says 你 to its readers; write 你']],
  ja: [
    [
      /あなた|貴方|きみ(?=[はがのをに])/u,
      'Japanese leaves the reader out; write the sentence without this word',
      'style',
    ],
  ],
  es: [
    [
      /(?<!\p{L})(?:[Uu]sted(?:es)?|[Vv]osotr[oa]s|[Vv]uestr[oa]s?)(?!\p{L})/u,
      familiar,
    ],
    [/(?<!\p{L})\p{Ll}+(?:áis|éis)(?!\p{L})/u, familiar],
    [
      /(?<=^|[.:;?!»]\s|[¡¿])(?:Abra|Escriba|Ejecute|Haga|Pulse|Elija|Vea|Lea|Copie|Guarde|Compruebe|Mire|Cambie|Añada|Ponga|Seleccione|Busque|Envíe|Recuerde|Tenga|Consulte|Pruebe|Edite|Borre|Siga|Vaya|Traduzca|Instale|Cree|Corrija)(?=\s)/u,
      familiar,
    ],
  ],
}

/** A word that stands twice, except where a language does that. */
const twice: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}-])(?!(?:that|had|is|no|very)\s)(\p{L}+)[\s\u00a0]\1(?![\p{L}\p{N}-])/iu,
  es: /(?<![\p{L}\p{N}-])(?!(?:no|muy|nos|una?)\s)(\p{L}+)[\s\u00a0]\1(?![\p{L}\p{N}-])/iu,
  zh: /(?<![\p{L}])([A-Za-z]{2,})\s\1(?![\p{L}])|(的|了(?!然|解|结)|是|有|在|就|也|都|把|被|和(?!和)|与|从)\2(?!确|哪)|([\p{sc=Han}]{2,6})\3/u,
  ja: /(?<![\p{L}])([A-Za-z]{2,})\s?\1(?![\p{L}])|(を|(?<!も)の)\2|(?<=[\p{sc=Han}\p{sc=Katakana}ー])([がにで]|は(?!は))\3(?![\p{sc=Hiragana}]*は)|(です|ます|した|から|まで|という|する)\4|([\p{sc=Katakana}ー]{3,}|[\p{sc=Han}]{2,6}[をがはにの]?)\5/u,
}

/** The faults in a text: where in the text, and what to do. */
export const lintWords = cacheByRow((locale, each) => {
  const plain = withoutCode(each.text)
  // A word between quotes is only named.
  const said = plain.replace(/[“「『«][^”」』»]{1,8}[”」』»]/g, (quoted) =>
    ' '.repeat(quoted.length),
  )
  return [
    ...(register[locale] ?? []).flatMap(([pattern, advice, style]) =>
      faultAt(each, said.search(pattern), advice, style),
    ),
    ...faultAt(
      each,
      plain.search(twice[locale] ?? /$^/),
      'is here twice; delete one',
    ),
  ]
})

const plainForm =
  /(?:だ|である|だった|であった|[^でま]した|[うくぐつぬぶむる]|[^ま]す|ない|なかった|[いっん][ただ])。?$/u
const polite =
  /(?:です|ます|ました|ません|でした|でしょう|ましょう|ください)(?:か|ね|よ)?。?$/u

/** Sentences that are twice in a section, or in another form than the rest. */
export function lintSentences(locale: Language, blocks: readonly Block[]) {
  const found: Fault[] = []
  for (const own of groupsOf(blocks, ({ section }) => section).values()) {
    const seen = new Set<string>()
    for (const { kind, text, line } of own) {
      if (kind !== 'paragraph' && kind !== 'list item') continue
      for (const sentence of sentencesOf(text, locale)) {
        const same = sentence.trim()
        const fault = (advice: string) =>
          found.push(...faultAt({ line, text: excerpt(same) }, 0, advice))
        if (same.length > 11 && seen.has(same))
          fault('this sentence is here twice; delete one')
        seen.add(same)
        const isProse = kind === 'paragraph' && same.endsWith('。')
        if (
          locale === 'ja' &&
          isProse &&
          plainForm.test(same) &&
          !polite.test(same)
        )
          fault('this sentence is in the plain form; end it with です or ます')
      }
    }
  }
  return found
}
