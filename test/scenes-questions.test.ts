/** Tests that a question's answer is what both engines did. */
import { describe, expect, it } from 'vitest'
import { figureOf } from '../.vitepress/scenes/figure.ts'
import { questionOf } from '../.vitepress/scenes/question.ts'
import { formOf } from '../.vitepress/scenes/question-form.ts'
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { said } from '../.vitepress/scenes/words.ts'
import { html } from '../.vitepress/site/html.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { openEngines } from '../src/evidence/runs.ts'
import { lines, pass } from './scene-texts.ts'
import { stepsOn } from './steps.ts'

const { port, original } = openEngines()

const runOf = (text: string) => ({
  port: stepsOn(port, text),
  original: stepsOn(original, text),
})

const asked = (kind: string, text: string) => {
  const run = runOf(text)
  return questionOf(kind, run, run.port.length - 1)
}

const used = lines('init ana', 'init bo', 'init cy', 'wait 5s')
const kept = lines('a = init ana', 'a.set "k" "v"', 'a.set "l" 7')

describe('question', () => {
  it.each([
    [
      'removed',
      'a new session shields the others',
      lines(pass, 'gc 10'),
      ['1', '2'],
      [],
    ],
    [
      'removed',
      'what has expired goes',
      lines('init ana', 'wait 9s', 'gc 1'),
      ['1'],
      ['1'],
    ],
    [
      'removed',
      'all that have expired go',
      lines('init ana', 'init bo', 'wait 9s', 'gc 1'),
      ['1', '2'],
      ['1', '2'],
    ],
    [
      'removed',
      'the only one of two that is destroyed',
      lines('init ana', 'init bo', 'destroy ana'),
      ['1', '2'],
      ['1'],
    ],
    [
      'order',
      'a touch moves to the front',
      lines(used, 'update cy'),
      ['1,2,3', '2,1,3', '3,1,2'],
      ['3,1,2'],
    ],
    [
      'order',
      'a new session is at the back',
      lines(used, 'init di'),
      ['1,2,3,4', '4,3,2,1'],
      ['1,2,3,4'],
    ],
    ['result', 'a value', lines(kept, 'a.get "l"'), ['"v"', '7', 'nil'], ['7']],
    [
      'result',
      'nil for a key that is not there',
      lines(kept, 'a.get "m"'),
      ['"v"', '7', 'nil'],
      ['nil'],
    ],
    ['ends', 'a pass that ends', lines(pass, 'gc 10'), ['yes', 'no'], ['yes']],
  ])('%s: %s', (kind, _, text, options, answer) => {
    const question = asked(kind, text)
    expect(question.options.toSorted()).toEqual(options.toSorted())
    expect(question.answer).toEqual(answer)
  })

  it.each([
    ['removed', 'init ana', 'leaves nothing to choose'],
    ['order', lines('init ana', 'update ana'), 'leaves nothing to choose'],
    ['result', lines('init ana', 'wait 1s'), 'leaves nothing to choose'],
    ['remove', 'init ana', 'did you mean "removed"'],
  ])('%s about "%s" is refused', (kind, text, message) => {
    expect(() => asked(kind, text)).toThrow(message)
  })

  it('a pass that ends with an error has not ended', () => {
    const { port, original } = runOf(lines(pass, 'gc 10'))
    const last = port.length - 1
    const [ours, theirs] = [port, original].map((steps) =>
      steps.map((step, i) => (i === last ? { ...step, error: 'x' } : step)),
    )
    const run = { port: ours ?? [], original: theirs ?? [] }
    expect(questionOf('ends', run, last).answer).toEqual(['no'])
  })

  it('the form tells the script the answer, and what to say of it', () => {
    const question = asked('order', lines(used, 'update cy'))
    const words = wordsIn('en')
    const form = html(formOf(question, [], 'update cy', words))
    const told = (name: string) =>
      new RegExp(`data-${name}="(.*?)"`)
        .exec(form)?.[1]
        ?.replaceAll(/&(?:quot|#x22);/g, '"')
    expect(told('answer')).toBe(JSON.stringify(question.answer))
    expect(told('right')).toBe(said(words, 'ask.right.engines'))
    expect(told('wrong')).toBe(said(words, 'ask.wrong.engines'))
    expect(told('right')).not.toBe(told('wrong'))
  })

  it('is refused where the engines differ', () => {
    const run = runOf(lines(used, 'update cy'))
    const other = runOf(lines(used, 'update bo'))
    const lied = { port: run.port, original: other.original }
    const last = run.port.length - 1
    expect(() => questionOf('order', lied, last)).toThrow('the engines differ')
  })

  it.each(languages)(
    'the form in %s names each option, and the answer comes below it',
    (locale) => {
      const run = runOf(lines(used, 'update cy'))
      const last = run.port.length - 1
      const question = questionOf('order', run, last)
      const title = { text: 'T', lang: locale }
      const figure = { id: 'x', title, run, steps: [last], question }
      const drawn = html(figureOf(figure, locale))
      expect(drawn.match(/<input type="radio"/g)).toHaveLength(
        question.options.length,
      )
      expect(drawn).toContain('<code translate="no">cy</code>')
      expect(drawn.indexOf('scene-question')).toBeLessThan(
        drawn.indexOf('scene-answer'),
      )
      expect(drawn.indexOf('>T<')).toBeGreaterThan(
        drawn.indexOf('scene-answer'),
      )
    },
  )

  it('the form does not show what the trace expects, which is the answer', () => {
    const run = runOf(lines(kept, 'a.get "l" => 7'))
    const steps = [run.port.length - 1]
    const question = questionOf('result', run, run.port.length - 1)
    const title = { text: 'T', lang: 'en' as const }
    const figure = { id: 'x', title, run, steps, question }
    const [, form] = html(figureOf(figure, 'en')).split(/<\/?form/)
    expect(form).toContain('a.get')
    expect(form).not.toContain('=>')
    expect(form).not.toContain('=&gt;')
  })
})
