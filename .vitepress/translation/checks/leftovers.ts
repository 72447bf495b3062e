/** Nothing is left over from writing, and nothing in a text is a program. */
import type { Report, Severity } from './finding.ts'
import { type Prose, withoutCode } from './prose.ts'

const machine = 'is left from a translation program; delete it'

/** What to look for, and what to do; an error unless it says otherwise. */
const rules: readonly (readonly [RegExp, string, Severity?])[] = [
  [
    /<!--/,
    'is a comment, which readers do not see; delete it, or put its text into the page',
  ],
  [
    /[[({（［【](?:TODO|FIXME|TBD|XXX)\b[^\])}）］】]*[\])}）］】]?|\b(?:TODO|FIXME|TBD)\b:?/,
    'is a note to yourself; do what it says and delete it',
  ],
  [
    /\{\{|\}\}/,
    'looks like a template; put code between two backticks, or write the braces apart',
  ],
  [
    /<(?:script|style|component)\b/i,
    'is a program on a page; pages hold prose only',
  ],
  [
    /<[A-Za-z][^>]*\s(?:v-[a-z]+|[:@#][A-Za-z][\w.-]*)(?:=|\s|\/?>)/,
    'has an attribute that is a program; write the tag as the English page does',
  ],
  // The signs by which programs remember tags and names.
  [
    /[[⟦【{]{1,2}\s*(?:PH|TAG|CODE|VAR|TERM|XX)[\s_-]?\d+\s*[\]⟧】}]{1,2}|__[A-Z]+_?\d+__|⟦[^⟧]*⟧|[%@#]{2}\d+[%@#]{2}|<\/?(?:ph|x|g|bpt|ept)\s+id=[^>]*>/i,
    machine,
  ],
  [
    /(?:here(?:['’]s| is)|this is|below is|aquí (?:tienes|está)|esta es|a continuación,?|以下是|下面是|这是|以下[はが]|次[はが])[^.。:：]{0,24}(?:translat|tradu[cz]|翻译|译文|翻訳|訳文)[^.。:：]{0,16}[:：]|以下は[^。]{0,12}翻訳(?:です|になります)|^\W*(?:translation|traducción|译文|翻译|翻訳|訳文?)\s*[:：]/i,
    machine,
    'warning',
  ],
  [
    /\b(?:as an ai|i hope this helps|let me know if|como (?:una )?ia\b|como modelo de lenguaje|espero que (?:te|le) (?:sirva|ayude)|avísame si)|作为(?:一个|一名)?(?:AI|人工智能|语言模型)|希望(?:这|对你|对您)[^。]{0,8}帮助|お役に立て(?:れば|ます)|AI(?:として|アシスタント)/i,
    machine,
    'warning',
  ],
  [
    /[(（[【]\s*(?:注|译注|译者注|訳注|译者按|N\. ?del ?T\.|N\. ?de la ?T\.|Nota del? (?:la )?traduc\p{L}*|translator['’]s note|TN)\s*[:：.]/iu,
    'is a note of the translator; put it into the text, or delete it',
    'warning',
  ],
  [
    /&(?!(?:lt|gt|amp);)(?:[a-z]{2,8}|#\d{1,5}|#x[\da-f]{1,5});/i,
    'is a code for a character; write the character itself',
    'warning',
  ],
  [/^\s*```\s*$/, 'begins code or is left from it; delete it'],
  [
    /^\s*[:：]{2,}\s*[^\s:：]+/,
    'begins a box or is left from one; the site has none, delete it and its end',
  ],
]

/** Where a text has something that is not meant for readers. */
export function checkLeftovers(
  file: string,
  prose: readonly Prose[],
): Report[] {
  return prose.flatMap(({ line, text }) => {
    const plain = text.includes('```') ? text : withoutCode(text)
    for (const [pattern, remedy, severity = 'error'] of rules) {
      // In an ICU message, braces are part of the format.
      if (pattern.source.startsWith('\\{') && file.endsWith('interface.json'))
        continue
      const found = pattern.exec(plain)?.[0]
      if (found === undefined) continue
      const message = `“${found.trim()}” ${remedy}`
      return [{ file, line, message, severity }]
    }
    return []
  })
}
