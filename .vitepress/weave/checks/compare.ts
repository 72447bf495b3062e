/** Compares marks or entries with the expected ones. */

import { diffArrays } from 'diff'
import type { Problem } from '../../../src/project/problem.ts'
import { nearest } from '../../../src/trace/did-you-mean.ts'
import { sceneTag } from '../../site/marks.ts'
import type { PageMark } from '../../site/page.ts'

/** An expected mark of a page or entry of comments.json. */
export interface Wanted {
  readonly kind: PageMark['kind'] | 'comment' | 'gap'
  readonly name: string
  /** Where it is defined: FILE or FILE:LINE. */
  readonly where?: string
}

/** A mark or entry that exists. */
export interface Present extends Wanted {
  readonly line: number
}

/** A difference. With both `want` and `got`: out of order or misspelt. */
export interface Finding {
  /** Undefined if the mark is extra. */
  readonly want: Wanted | undefined
  /** Undefined if the mark is missing. */
  readonly got: Present | undefined
  /** The mark before the difference. */
  readonly before: Present | undefined
}

/** How a mark or an entry is written. */
function written({ kind, name }: Wanted): string {
  return {
    heading: `{#${name}}`,
    trace: `<Trace id="${name}" />`,
    drawing: `<Drawing name="${name}" />`,
    scene: sceneTag(name),
    chunk: `<Chunk name="${name}" />`,
    claim: `<Claim id="${name}" />`,
    comment: `"${name}": "…"`,
    gap: `"${name}": "…"`,
  }[kind]
}

/** Identifies a mark. */
export function keyOf(mark: Wanted | undefined): string {
  return mark ? `${mark.kind} ${mark.name}` : ''
}

/** The differences of a page from the expected marks, missing marks first. */
export function compareMarks(
  wanted: readonly Wanted[],
  marks: readonly Present[],
): Finding[] {
  const all: Finding[] = []
  let [want, got] = [0, 0]
  for (const part of diffArrays(wanted.map(keyOf), marks.map(keyOf))) {
    for (let i = 0; i < part.value.length; i++) {
      const before = marks[got - 1]
      if (part.removed) all.push({ want: wanted[want], got: undefined, before })
      if (part.added) all.push({ want: undefined, got: marks[got], before })
      if (!part.added) want++
      if (!part.removed) got++
    }
  }
  const missing = all.filter(({ got }) => !got)
  const extra = all.filter(({ got }) => got)
  const paired = extra.map((finding) => {
    const { got } = finding
    const rivals = missing.filter(({ want }) => want?.kind === got?.kind)
    const names = rivals.flatMap(({ want }) => want?.name ?? [])
    const name = got && nearest(got.name, names)
    const rival =
      rivals.find(({ want }) => want?.name === name) ??
      rivals.find(({ before }) => before === finding.before)
    if (!rival) return finding
    missing.splice(missing.indexOf(rival), 1)
    return { ...finding, want: rival.want }
  })
  return [...missing, ...paired]
}

/**
 * Describes a finding and what to do.
 * @param source What the file is compared with.
 * @param top The line above the first mark.
 * @param place The line where a missing mark belongs, if that is known.
 */
export function problemOf(
  file: string,
  { want, got, before }: Finding,
  source: string,
  top = 1,
  place?: number,
): Problem {
  const line = got?.line ?? place ?? before?.line ?? top
  const at = want?.where ?? source
  const named = want ?? got
  const what = named ? `${named.kind} "${named.name}"` : ''
  if (!got) {
    const below = place === undefined ? 'below this line' : 'here'
    const message = `${what} is missing ${below}; put ${want && written(want)} where ${at} has it`
    return { file, line, message }
  }
  const mark = `${got.kind} "${got.name}"`
  if (!want) {
    const message = `${mark} is not in ${source}, or is there only once; delete it here, or add it there`
    return { file, line, message }
  }
  const message =
    want.name === got.name
      ? `${mark} is out of order; move it to where ${at} has it`
      : `${mark} differs from ${at}, which has "${want.name}"; write ${written(want)}`
  return { file, line, message }
}
