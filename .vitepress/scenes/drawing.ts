/** Draws what no step of a trace shows, in the style of the scenes. */
import { type Element, h, separated } from '../site/html.ts'
import { type Key, message } from '../site/interface.ts'
import type { Language } from '../site/languages.ts'
import {
  type Cell,
  type Drawing,
  type DrawingName,
  drawings,
} from './drawings.ts'

/** Says a text of the drawing, by its key below the drawing's name. */
type Say = (key: string) => string

/**
 * Draws the figure. Its caption says all that it shows, so that screen readers
 * leave out the drawing itself.
 */
export function drawingOf(name: DrawingName, locale: Language): Element {
  const say = (key: string) => message(locale, `drawings.${name}.${key}` as Key)
  const front = message(locale, 'scenes.front')
  const back = message(locale, 'scenes.end')
  const drawn = contentOf(drawings[name], say, [front, back])
  return h(
    'figure.drawing',
    { 'v-pre': true },
    h('div', { 'aria-hidden': 'true' }, drawn),
    h('figcaption', say('caption')),
  )
}

function contentOf(
  drawing: Drawing,
  say: Say,
  [front, back]: readonly [string, string],
): Element[] {
  switch (drawing.kind) {
    case 'flow': {
      const boxes = drawing.boxes.map((key) =>
        h(
          'div.scene-card',
          h('strong', say(`${key}.name`)),
          say(`${key}.text`),
        ),
      )
      return [h('div.drawing-flow', separated(boxes, h('span', '→')))]
    }
    case 'lists':
      return drawing.rows.map(({ key, link, sessions }) =>
        h(
          'div.drawing-list',
          h('span.drawing-label', say(key)),
          link ? h('span.scene-end', front) : null,
          separated(sessions.map(cell), link ? h('span', link) : ''),
          link ? h('span.scene-end', back) : null,
        ),
      )
    case 'lanes':
      return drawing.lanes.map(({ key, parts }) =>
        h(
          'div.drawing-lane',
          h('span.drawing-label', say(`${key}.name`)),
          parts.map(([part, from, columns, flag]) =>
            h(
              `span.drawing-part.${flag}`,
              { style: `--from:${from + 1};--columns:${columns}` },
              say(`${key}.${part}`),
            ),
          ),
        ),
      )
  }
}

const cell = ([sid, ...flags]: Cell): Element =>
  h(
    'span',
    { class: ['drawing-cell', ...flags].join(' '), translate: 'no' },
    sid,
  )
