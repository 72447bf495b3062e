/** Renders the challenges: their hints and answers, and links to them. */
import {
  type Challenge,
  challenges,
  challengeTrace,
  staysOf,
} from '../../src/evidence/challenges.ts'
import { applyEdits, portFile } from '../../src/evidence/edit.ts'
import type { Project } from '../../src/project/project.ts'
import { shortened } from '../claims/breaks.ts'
import { compareTexts } from '../claims/changes.ts'
import { pageAddress } from '../site/addresses.ts'
import {
  type Child,
  component,
  type Element,
  h,
  html,
  inline,
  link,
  separated,
} from '../site/html.ts'
import { interfaceOf, messageParts } from '../site/interface.ts'
import { docsFile, type Language, source } from '../site/languages.ts'
import { readTexts } from '../site/texts.ts'
import type { ChallengesData } from './data.ts'

/** The page of the challenges. */
export const page = 'challenges'

/** A function that returns a text about a challenge, or the English one. */
export function challengeTexts(project: Project, locale: Language) {
  const name = `${page}.json`
  const own = readTexts(project, locale, name)
  const english = readTexts(project, source, name)
  return (key: string) => (own.get(key) ?? english.get(key))?.text ?? key
}

/** Renders the editor's place, the hints and the answer of a challenge. */
export function challengeHtml(
  project: Project,
  name: string,
  locale: Language,
): string | undefined {
  const challenge = challenges.find((each) => each.name === name)
  if (!challenge) return undefined
  const text = challengeTexts(project, locale)
  const { open, hint, closer, answer, traces } = interfaceOf(locale)[page]
  const folded = (title: string, ...children: Child[]) =>
    h('details', h('summary', title), ...children)
  const told = (key: string) => h('p', inline(text(key)))
  const port = component('ChallengePort', { name })
  port.children = [{ type: 'text', value: open }]
  const goals = challenge.traces.map((each) =>
    h('li', inline(text(`traces.${each}`))),
  )
  return `${html(
    h('p.challenge-goals', traces),
    h('ul', goals),
    port,
    folded(hint, told(`hints.${name}.look`)),
    folded(closer, told(`hints.${name}.do`)),
    folded(answer, drawAnswer(project, challenge, locale)),
  )}\n`
}

function drawAnswer(
  project: Project,
  { model, repairs }: Challenge,
  locale: Language,
): Child[] {
  const before = project.read(`src/${portFile}`)
  const lines = compareTexts(before, applyEdits(portFile, before, model))
  return [
    h(
      'figure.diff.ts',
      { 'v-pre': true },
      h('pre', h('code', shortened(lines))),
    ),
    h('p', repairedIn(repairs, locale)),
  ]
}

/** Says which repairs of the repaired store do the same, with links to them. */
export function repairedIn(
  repairs: readonly string[],
  locale: Language,
): (Element | string)[] {
  const links = repairs.map((name) =>
    link(pageAddress(locale, 'repaired', name), h('code', name)),
  )
  const list = h('span', separated(links, ' '))
  return messageParts<Element>(locale, 'challenges.repaired', { list })
}

/** Renders links to the challenges, with the headings of their page. */
export function challengeLinks(project: Project, locale: Language): string {
  const name = `${page}.md`
  const own = docsFile(locale, name)
  const file = project.has(own) ? own : docsFile(source, name)
  const headings = new Map(
    Array.from(
      project.read(file).matchAll(/^## (.*) \{#([\w-]+)\}$/gm),
      ([, heading = '', id = '']) => [id, heading],
    ),
  )
  const items = challenges.map(({ name }) =>
    h('li', link(pageAddress(locale, page, name), headings.get(name) ?? name)),
  )
  return `${html(h('ol.challenges', items))}\n`
}

/** What the page of the challenges fetches, in one language. */
export async function challengesData(
  project: Project,
  locale: Language,
): Promise<ChallengesData> {
  const text = challengeTexts(project, locale)
  const all = challenges.map(async (challenge) => ({
    name: challenge.name,
    traces: challenge.traces.map((id) => ({
      id,
      statement: text(`traces.${id}`),
      trace: project.read(challengeTrace(id)),
    })),
    stays: await staysOf(project, challenge),
    model: challenge.model,
  }))
  return {
    texts: interfaceOf(locale)[page],
    challenges: await Promise.all(all),
  }
}
