/** Draws a question as a form, which a page can also show without a script. */
import { callOf, formatSid } from '../../src/trace/format.ts'
import { type Child, type Element, h, separated } from '../site/html.ts'
import { ageOf } from './facts.ts'
import type { Question } from './question.ts'
import type { SceneSession } from './scene.ts'
import { said, type Words } from './words.ts'

/**
 * The form. A script compares what is chosen with the answer; what shows the
 * answer needs none.
 * @param sessions All that the options may name.
 * @param operation The asked operation, as the trace writes it; what it
 *   expects would be the answer.
 */
export function formOf(
  { kind, many, options, answer }: Question,
  sessions: readonly SceneSession[],
  operation: string,
  words: Words,
): Element {
  const text = (key: string) => said(words, `ask.${key}`)
  const input = (value: string) =>
    h('input', { type: many ? 'checkbox' : 'radio', name: 'answer', value })
  const labels = options.map((value) =>
    h('label', input(value), ' ', labelOf(kind, value, sessions, words)),
  )
  return h(
    'form.scene-question',
    {
      'data-answer': JSON.stringify(answer),
      'data-right': text('right'),
      'data-wrong': text('wrong'),
    },
    h(
      'fieldset',
      h('legend', h('code', callOf(operation)), ' ', text(kind)),
      many
        ? h('div.scene-options.in-list', ...inList(labels, words))
        : h('div.scene-options', ...labels),
    ),
    h('button', { type: 'submit' }, text('check')),
    ' ',
    h('label.scene-show', h('input', { type: 'checkbox' }), ' ', text('show')),
    h('output'),
  )
}

/** The list from its front to its back. */
const inList = (labels: readonly Element[], words: Words): Element[] => [
  h('span.scene-end', said(words, 'front')),
  ...labels,
  h('span.scene-end', said(words, 'end')),
]

function labelOf(
  kind: Question['kind'],
  value: string,
  sessions: readonly SceneSession[],
  words: Words,
): Child {
  if (kind === 'ends') return said(words, `ask.${value}`)
  if (kind === 'result') return h('code', value)
  const drawn = value.split(',').map((number) => {
    const session = sessions.find((each) => `${each.number}` === number)
    if (!session) return h('code', number)
    const sid = h('code', formatSid(session.sid))
    return kind === 'removed' ? [sid, ' ', ageOf(session, words)] : sid
  })
  return separated(drawn as Child[], ' ')
}
