/** Tests that random traces have every operation and every kind of operand. */
import { describe, expect, it } from 'vitest'
import { operationNames, operations as table } from '../src/trace/operations.ts'
import { parse } from '../src/trace/parse.ts'
import type { Operation } from '../src/trace/trace.ts'
import { tracesOf } from './sampled.ts'

describe('generator', () => {
  const operations = tracesOf(1, 800).flatMap((traces) =>
    traces.flatMap((trace) => trace.operations),
  )
  const share = (is: (operation: Operation) => boolean) =>
    operations.filter(is).length / operations.length

  it.each([
    ...(['init', 'read', 'wait', 'gc', 'set', 'get'] as const),
    ...(['update', 'destroy', 'delete'] as const),
  ])('makes many operations %s', (name) => {
    expect(share((operation) => operation.name === name)).toBeGreaterThan(0.02)
  })

  // What only reads the state needs none: the engines' states are compared.
  it.each(operationNames.all.filter((name) => table[name].does !== 'observes'))(
    'makes some operations %s',
    (name) => {
      expect(share((operation) => operation.name === name)).toBeGreaterThan(
        0.002,
      )
    },
  )

  /** The operands that it must make, each with those that it has made. */
  const values = (of: (operation: Operation) => unknown) =>
    new Set(operations.map(of).map((value) => `${typeof value} ${value}`))
  const made = {
    sid: values((o) => ('sid' in o ? o.sid : undefined)),
    key: values((o) => ('key' in o ? o.key : undefined)),
    value: values((o) => ('value' in o ? o.value : undefined)),
    seconds: values((o) => ('seconds' in o ? o.seconds : undefined)),
    handle: values((o) => ('handle' in o ? o.handle : undefined)),
    provider: values((o) => ('provider' in o ? o.provider : undefined)),
    nanoseconds: values((o) =>
      'nanoseconds' in o
        ? `${o.name} ${o.nanoseconds / 1_000_000n}`
        : undefined,
    ),
  }
  const long = 'x'.repeat(100)
  const wanted: Record<keyof typeof made, unknown[]> = {
    sid: ['a', 'b', 'c', 'A', '\u00e9', 'e\u0301', '', ' ', 'a ', long],
    key: ['k', 'l', 1, true, '1', '', 0, false, null, '0', 'nil', 'toString'],
    value: [1, 2, null, '', false, 0],
    seconds: [10n, 0n, 1n, 9n, -1n, -10n, 3600n],
    handle: ['h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'],
    provider: ['first', 'second'],
    nanoseconds: [
      ...[0, 1, 999, 1000, 1001, 9999, 10_000, 10_001, 10_999, 11_001].map(
        (milliseconds) => `wait ${milliseconds}`,
      ),
      ...[1, -1, 999, -999, 1000, -1000, 10_000, -10_000, 3_601_000].map(
        (milliseconds) => `clock ${milliseconds}`,
      ),
      ...['clock 1080000000000', 'clock -1080000000000'],
      ...['clock -3628972800000', 'clock 4960961791999'],
      'wait 4611686018427',
    ],
  }
  wanted.sid.push(`${long}y`, '__proto__', 'constructor')

  it.each(Object.keys(wanted) as (keyof typeof made)[])(
    'makes every kind of %s',
    (operand) => {
      for (const value of wanted[operand]) {
        expect(made[operand]).toContain(`${typeof value} ${value}`)
      }
    },
  )

  it('makes values of all sizes, with fractions, and of strange letters', () => {
    const all = operations.flatMap((o) => ('value' in o ? [o.value] : []))
    const numbers = all.filter((value) => typeof value === 'number')
    expect(numbers.some((value) => !Number.isInteger(value))).toBe(true)
    expect(numbers.some((value) => Math.abs(value) > 2 ** 53)).toBe(true)
    const letters = all.filter((value) => /[^\0-\x7f]/.test(`${value}`))
    expect(letters.length).toBeGreaterThan(5)
  })

  it('goes on after an operation that would move a clock out of its range', () => {
    const ends = tracesOf(1, 800)
      .flat()
      .map(({ operations }) => {
        const at = operations.findIndex(
          (o) =>
            o.name === 'clock' && o.nanoseconds === 4_960_961_791_999_000_000n,
        )
        return at < 0 ? [] : operations.slice(at + 1)
      })
    // It would end at the next wait.
    expect(ends.filter((rest) => rest.length > 10).length).toBeGreaterThan(8)
  })

  it('compares handles with themselves and with others', () => {
    const pairs = operations.flatMap((o) => ('handles' in o ? [o.handles] : []))
    const alike = pairs.filter(([one, other]) => one === other)
    expect(alike.length).toBeGreaterThan(0)
    expect(alike.length).toBeLessThan(pairs.length / 2)
  })

  it('keeps some sessions as handles, and not all', () => {
    const opened = operations.filter(
      ({ name }) => name === 'init' || name === 'read',
    )
    const kept = opened.filter((each) => 'keep' in each && each.keep)
    expect(kept.length / opened.length).toBeGreaterThan(0.5)
    expect(kept.length / opened.length).toBeLessThan(1)
  })

  it('makes traces of all lengths up to 60, with numbered lines', () => {
    const traces = tracesOf(1, 800).flat()
    const lengths = traces.map((trace) => trace.operations.length)
    expect(Math.max(...lengths)).toBeGreaterThan(50)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60)
    expect(Math.min(...lengths)).toBeLessThan(5)
    for (const trace of traces) {
      const text = trace.operations.map((each) => each.text).join('\n')
      // A parser reads the same operations, so each handle is named before.
      expect(parse(text).operations).toEqual(trace.operations)
    }
  })
})
