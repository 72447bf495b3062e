/** Draws chosen steps of a trace for a page, complete without a script. */
import { differences } from '../../src/trace/compare.ts'
import type { ProviderPackage, Step } from '../../src/trace/engine.ts'
import { type Child, type Element, h } from '../site/html.ts'
import type { Language } from '../site/languages.ts'
import { captionOf } from './caption.ts'
import { type Build, drawScene } from './draw.ts'
import { factsOf } from './facts.ts'
import type { Question } from './question.ts'
import { formOf } from './question-form.ts'
import { wordsIn } from './say.ts'
import { type Run, type Scene, sceneOf } from './scene.ts'
import { stageAfter, stagesOf } from './stages.ts'
import type { TraceText } from './trace-texts.ts'
import { type Parts, said, type Words } from './words.ts'

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
  /** What the reader is asked before the last of the steps is shown. */
  readonly question?: Question | undefined
}

const build: Build<Element> = (tag, attributes, children) =>
  h(tag, attributes, ...children)

/** Draws the figure. A script adds the player when the button is pressed. */
export function figureOf(
  { id, title, run, steps, provider = 'memory', question }: Figure,
  locale: Language,
): Element {
  const words = wordsIn(locale)
  const { text, lang } = title
  const play = h('button.scene-play', { type: 'button' }, said(words, 'play'))
  const titleLang = lang === locale ? null : lang
  const heading = h('span.scene-title', { lang: titleLang }, text)
  const head = h(
    question ? 'div.scene-told' : 'figcaption',
    heading,
    provider === 'memory'
      ? null
      : [' ', h('span.scene-store', said(words, 'onRepaired'))],
    ' ',
    play,
  )
  const draw = (index: number) => frame(run, provider, index, words)
  const last = steps.at(-1) ?? 0
  const frames = question
    ? [
        ...(steps.length > 1 ? steps.slice(0, -1) : [last - 1]).map(draw),
        formOf(question, named(run, last), run.port[last]?.text ?? '', words),
        // The caption tells what happens, which the reader is about to say.
        h('div.scene-answer', head, draw(last)),
      ]
    : steps.map(draw)
  const attributes = {
    'data-trace': id,
    'data-store': provider === 'memory' ? null : provider,
    'data-step': last + 1,
    'data-failed': said(words, 'failed'),
  }
  const drawn = frames.length > 0 ? h('div.scene-frames', frames) : null
  return h('figure.scene', attributes, question ? null : head, drawn)
}

/** The sessions before and after a step. */
const named = ({ port }: Run, index: number) =>
  [index - 1, index].flatMap((each) => sceneOf(port, each).sessions)

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
  const held = new Set(scene.handles.map(({ number }) => number))
  const isNamed = scene.sessions.some(({ number }) => held.has(number))
  return h(
    isNamed ? 'div.scene-frame' : 'div.scene-frame.nameless',
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
  // As the player counts, for which a pass has several steps.
  const stages = stagesOf(steps)
  const n = stageAfter(stages, index) + 1
  const place = said(words, 'step', { n, all: stages.length })
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
