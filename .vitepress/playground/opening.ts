/** Finds the step of a claim's trace at which its example opens. */
import { operations as table } from '../../src/trace/operations.ts'
import type { Operation } from '../../src/trace/trace.ts'

/**
 * The index of the last step of the chapter's scene of the trace. Without a
 * scene, that of the first call of the claim's symbol after which the trace
 * expects that sessions are left; or else of such a call that expects a result,
 * or of any other call but `init` after which it expects sessions.
 * @param symbol The name of the chunk that the claim is about.
 * @param page The text of the chapter.
 */
export function openingStep(
  id: string,
  symbol: string,
  operations: readonly Operation[],
  page: string,
): number {
  const scene = new RegExp(`<Scene trace="${id}" steps="(?:[^"]*[ -])?(\\d+)"`)
  const [, step] = scene.exec(page) ?? []
  if (step) return Number(step) - 1
  const called = symbol.replace(/^.*\.(?:Session(?=\w))?/, '').toLowerCase()
  const isSubject = ({ name }: Operation) => name === called
  const checked = (_: Operation, index: number) => {
    const rest = operations.slice(index + 1)
    const next = rest.findIndex(({ name }) => table[name].does !== 'observes')
    const seen = rest.slice(0, next < 0 ? undefined : next)
    return seen.some(
      ({ expected: wanted }) =>
        wanted && 'value' in wanted && `${wanted.value}` !== '',
    )
  }
  const found = [
    operations.findIndex((one, i) => isSubject(one) && checked(one, i)),
    operations.findIndex((one) => isSubject(one) && one.expected),
    operations.findIndex((one, i) => one.name !== 'init' && checked(one, i)),
  ]
  return found.find((at) => at >= 0) ?? 0
}
