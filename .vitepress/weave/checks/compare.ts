/** Tells in words how the marks of a page differ from those wanted. */
import { nearest } from '../../../src/nearest.ts'
import type { PageMark } from '../page.ts'
import type { Problem } from '../problem.ts'
import { differences } from '../sequence.ts'

/** A mark of a page, or an entry of comments.json, that should be there. */
export interface Wanted {
  readonly kind: PageMark['kind'] | 'comment' | 'gap'
  readonly name: string
  /** Where it is known from: FILE or FILE:LINE. */
  readonly where?: string
}

/** One that is there. */
export interface Present extends Wanted {
  readonly line: number
}

/** A mark that is missing, extra, or (both given) out of order or misspelt. */
export interface Finding {
  readonly want: Wanted | undefined
  readonly got: Present | undefined
  /** What stands before the place in question. */
  readonly before: Present | undefined
}

/** How it is written. */
function written({ kind, name }: Wanted): string {
  return {
    heading: `{#${name}}`,
    trace: `<Trace id="${name}" />`,
    chunk: `<Chunk name="${name}" />`,
    claim: `<Claim id="${name}" />`,
    comment: `"${name}": "…"`,
    gap: `"${name}": "…"`,
  }[kind]
}

/** What tells marks apart. */
export function keyOf(mark: Wanted | undefined): string {
  return mark ? `${mark.kind} ${mark.name}` : ''
}

/** The differences of a page from the marks wanted, in order. */
export function compareMarks(
  wanted: readonly Wanted[],
  marks: readonly Present[],
): Finding[] {
  const parts = differences(wanted.map(keyOf), marks.map(keyOf))
  const all = parts.map(({ want = -1, got = -1, after }): Finding => {
    return { want: wanted[want], got: marks[got], before: marks[after - 1] }
  })
  const missing = all.filter(({ got }) => !got)
  const extra = all.filter(({ got }) => got)
  const paired = extra.map((finding) => {
    const { got } = finding
    const rivals = missing.filter(({ want }) => want?.kind === got?.kind)
    const names = rivals.flatMap(({ want }) => want?.name ?? [])
    const name = got && nearest(got.name, names)
    const rival = rivals.find(({ want }) => want?.name === name)
    if (!rival) return finding
    missing.splice(missing.indexOf(rival), 1)
    return { ...finding, want: rival.want }
  })
  return [...missing, ...paired]
}

/**
 * What to do about a finding.
 * @param source What the file is held to.
 * @param top The line above the first mark.
 */
export function problemOf(
  file: string,
  { want, got, before }: Finding,
  source: string,
  top = 1,
): Problem {
  const line = got?.line ?? before?.line ?? top
  const at = want?.where ?? source
  const named = want ?? got
  const what = named ? `${named.kind} "${named.name}"` : ''
  if (!got) {
    const message = `${what} is missing below this line; put ${want && written(want)} where ${at} has it`
    return { file, line, message }
  }
  const mark = `${got.kind} "${got.name}"`
  if (!want) {
    const message = `${mark} is not in ${source}, or there only once; delete it here, or put it there`
    return { file, line, message }
  }
  const message =
    want.name === got.name
      ? `${mark} is out of order; move it to where ${at} has it`
      : `${mark} stands for what ${at} calls "${want.name}"; write ${written(want)}`
  return { file, line, message }
}
