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
  const legend = [h('code', callOf(operation)), ' ', said(words, `ask.${kind}`)]
  const labels = options.map((value): [string, Child] => [
    value,
    labelOf(kind, value, sessions, words),
  ])
  return formIn(words, { legend, labels, many, answer, by: 'engines' })
}

/** A form of any question, as a page's script reads it. */
interface Form extends Pick<Question, 'many' | 'answer'> {
  readonly legend: Child
  /** The values of the options, and what stands beside them. */
  readonly labels: readonly (readonly [string, Child])[]
  /** Who gave the answer: both engines, or Go as it was measured. */
  readonly by: 'engines' | 'record'
}

/** Draws a form of any question. */
export function formIn(
  words: Words,
  { legend, labels: all, many, answer, by }: Form,
): Element {
  const text = (key: string) => said(words, `ask.${key}`)
  const input = (value: string) =>
    h('input', { type: many ? 'checkbox' : 'radio', name: 'answer', value })
  const labels = all.map(([value, label]) =>
    h('label', input(value), ' ', label),
  )
  return h(
    'form.scene-question',
    {
      'data-answer': JSON.stringify(answer),
      'data-right': text(`right.${by}`),
      'data-wrong': text(`wrong.${by}`),
    },
    h(
      'fieldset',
      h('legend', legend),
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
