// Tests that pages tell the operations of traces, and every mistake in a trace,
// in each language.
import { expect, it, test } from 'vitest'
import { interfaceOf } from '../.vitepress/site/interface.ts'
import { languages, source } from '../.vitepress/site/languages.ts'
import { check } from '../src/playground/check.ts'
import { openProject } from '../src/project/project.ts'
import { inEnglish } from '../src/trace/in-english.ts'
import { messages } from '../src/trace/messages.ts'
import { operationNames } from '../src/trace/operations.ts'
import { say } from '../src/trace/say.ts'

const textsOf = (language: string) => interfaceOf(language).playground.mistakes

it('messages: the English page says what the command line says', () => {
  expect(textsOf(source)).toEqual(messages)
})

/** Texts that are no traces, one for each way to fill a message. */
const wrong = [
  ...['inti a', 'xyzzyxyzzy', '=> a', 'init', 'init a b', 'init "a', 'gc 10s'],
  ...['init a"b', 'init => a', 'list => a => b', 'gc 9223372036854775808'],
  ...['wait -1s', 'a.id', 'anna = init a\nana.id', 'h = init a\nh.set k 1'],
  ...['init a =>', 'destroy a =>', 'visited => two', 'gc 1 =>', 'map => b a'],
  ...['init\u3000a', 'gc １０', 'init a ⇒ a', 'init “a”', 'list\u200b'],
]

test.each(
  languages.flatMap((language) => wrong.map((text) => [language, text])),
)('messages: in %s, %j is told whole', (language = '', text = '') => {
  const checked = check(text)
  if (!('problem' in checked)) throw new Error(`${text} is a trace`)
  const { code, values } = checked.problem
  const told = say(textsOf(language), code, values)
  expect(told).not.toMatch(/\{\w+\}|undefined/)
  if (language === source) {
    expect(inEnglish(checked.problem)).toBe(`trace:${checked.line}: ${told}`)
  } else {
    expect(told).not.toBe(say(textsOf(source), code, values))
  }
})

test.each(languages)(
  'the page in %s has a row for each operation',
  (language) => {
    const page = openProject().read(`docs/${language}/traces.md`)
    const rows = page.split('\n').filter((line) => line.startsWith('|'))
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(?:h\.|h = )?(\w+)/g)].map(
        ([, name]) => name,
      ),
    )
    expect(new Set(named)).toEqual(new Set(operationNames.all))
  },
)
