/** Draws chosen steps of a trace for a page, complete without a script. */
import { differences } from '../../src/trace/compare.ts'
import type { ProviderPackage, Step } from '../../src/trace/engine.ts'
import { type Child, type Element, h } from '../site/html.ts'
import type { Language } from '../site/languages.ts'
import { captionOf } from './caption.ts'
import { type Build, drawScene } from './draw.ts'
import { factsOf } from './facts.ts'
import { wordsIn } from './say.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { TraceText } from './trace-texts.ts'
import { type Parts, said, type Words } from './words.ts'

/** The run of a trace on both engines. */
export interface Run {
  readonly port: readonly Step[]
  readonly original: readonly Step[]
}

/** A figure of a trace. */
export interface Figure {
  /** The claim that the trace shows. */
  readonly id: string
  readonly title: TraceText
  readonly run: Run
  /** The indices of the steps to draw, from 0. */
  readonly steps: readonly number[]
  /** The store on which the trace ran; the listing's by default. */
  readonly provider?: ProviderPackage
}

const build: Build<Element> = (tag, attributes, children) =>
  h(tag, attributes, ...children)

/** Draws the figure. A script adds the player when the button is pressed. */
export function figureOf(
  { id, title, run, steps, provider = 'memory' }: Figure,
  locale: Language,
): Element {
  const words = wordsIn(locale)
  const { text, lang } = title
  const play = h('button.scene-play', { type: 'button' }, said(words, 'play'))
  const head = h(
    'figcaption',
    h('span.scene-title', { lang: lang === locale ? null : lang }, text),
    provider === 'memory'
      ? null
      : [' ', h('span.scene-store', said(words, 'onRepaired'))],
    ' ',
    play,
  )
  const frames = steps.map((index) => frame(run, provider, index, words))
  const attributes = {
    'data-trace': id,
    'data-store': provider === 'memory' ? null : provider,
    'data-step': (steps.at(-1) ?? 0) + 1,
    'data-failed': said(words, 'failed'),
  }
  const drawn = frames.length > 0 ? h('div.scene-frames', frames) : null
  return h('figure.scene', attributes, head, drawn)
}

function frame(
  run: Run,
  store: ProviderPackage,
  index: number,
  words: Words,
): Element {
  const { port, original } = run
  const [ours, theirs] = [port[index], original[index]]
  const scene = sceneOf(port, index, { store })
  const differ = ours && theirs && differences(ours, theirs).length > 0
  // Only `npm run dev` shows this, because a build fails if the engines differ.
  const other = differ
    ? [drawScene(build, sceneOf(original, index, { store }), words)]
    : []
  const caption = captionOf(port, index, scene, words)
  return h(
    'div.scene-frame',
    h('p.scene-head', headOf(port, index, scene, words)),
    drawScene(build, scene, words),
    other.length > 0 ? h('p.scene-caption', said(words, 'differ')) : null,
    other,
    h('p.scene-caption', elementsOf(caption)),
  )
}

function headOf(
  steps: readonly Step[],
  index: number,
  scene: Scene,
  words: Words,
): Child[] {
  const place = said(words, 'step', { n: index + 1, all: steps.length })
  const facts = factsOf(scene, words).map((fact) => [
    ' ',
    h('span.scene-fact', fact),
  ])
  return [
    h('span.scene-number', place),
    ' ',
    h('code', steps[index]?.text ?? ''),
    ...facts,
  ]
}

const elementsOf = (parts: Parts): Child[] =>
  parts.map((part) => (typeof part === 'string' ? part : h('code', part.code)))
