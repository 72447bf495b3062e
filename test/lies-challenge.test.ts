/** Lies about a store’s original: what does not answer its challenge as Go does. */
import { describe, expect, it, vi } from 'vitest'
import { openOriginal } from '../src/evidence/original.ts'
import { openEngines, openPort } from '../src/evidence/runs.ts'
import { type Engine, packages, type Step } from '../src/trace/engine.ts'
import { newChallenge, whyUnanswered } from '../src/trace/identity.ts'
import { parse } from '../src/trace/parse.ts'
import { once } from './once.ts'
import { stepsOn } from './steps.ts'

describe.each(packages)('challenge: on %s', (provider) => {
  const challenge = once(() => newChallenge(provider))
  const steps = (engine: Engine) => stepsOn(engine, challenge())
  const answers = once(() => steps(openOriginal({ provider })))
  const others = packages.filter((each) => each !== provider)

  it('it is answered by what `openEngines` opens for the store', () => {
    // The engines for another store are open already.
    for (const each of [...others, provider]) openEngines(each)
    const { original } = openEngines(provider)
    expect(whyUnanswered(challenge(), steps(original))).toBeUndefined()
    const { port } = openEngines(provider)
    const [first, second] = stepsOn(port, 'init a\nclock -1s\ngc 0')
    expect([first?.ok, second?.ok]).toEqual([true, true])
  })

  it('the original answers it, and has no other each time', () => {
    expect(whyUnanswered(challenge(), answers())).toBeUndefined()
    const texts = Array.from({ length: 20 }, () =>
      JSON.stringify(newChallenge(provider).operations.map(({ text }) => text)),
    )
    expect(new Set(texts).size).toBe(20)
  })

  it.each([
    [0, [1, 2n ** 63n - 1n, 2n ** 53n + 1n]],
    [1 - 2 ** -53, [9, 2n ** 63n - 900_000_000n, 2n ** 53n + 900_000_000n]],
  ])(
    'at the random number %f it asks for int64 that no number is',
    (random, wanted) => {
      vi.spyOn(Math, 'random').mockReturnValue(random)
      const asked = newChallenge(provider).operations.flatMap((each) => {
        if (each.name === 'clock')
          return Number(each.nanoseconds / 1_000_000_000n)
        return each.name === 'gc' ? each.seconds : []
      })
      vi.restoreAllMocks()
      expect(asked).toEqual(wanted)
    },
  )

  it.each([
    ['the port', openPort(provider)],
    ['the original on another store', openOriginal({ provider: others[0] })],
  ] as const)('%s does not answer it', (_, engine) => {
    expect(whyUnanswered(challenge(), steps(engine))).toContain('as Go does')
  })

  it('what a pass takes besides does not answer it', () => {
    const { operations } = challenge()
    for (const [at, { name }] of operations.entries()) {
      if (name !== 'gc') continue
      const before = operations.slice(0, at).findLast((o) => o.name === 'init')
      const sid = before?.name === 'init' ? before.sid : ''
      // With a session more, or with one less, whichever is wrong here.
      const lies = [`init ${sid}`, `destroy ${sid}`].map((lie) => {
        const [operation] = parse(lie).operations
        return operation ? operations.with(at, operation) : []
      })
      const runs = openOriginal({ provider }).run(
        lies.map((operations) => ({ operations })),
      )
      const why = runs.map((steps) => whyUnanswered(challenge(), steps))
      expect(
        why.some((each) => each?.includes('as Go does')),
        `${at}`,
      ).toBe(true)
    }
  })

  it('every step of the answer counts, and no more than all', () => {
    for (const [index, step] of answers().entries()) {
      const wrong = answers().with(index, { ...step, ok: false })
      expect(whyUnanswered(challenge(), wrong)).toContain('as Go does')
    }
    const [first] = answers() as [Step]
    for (const some of [[], answers().slice(0, -1), [...answers(), first]]) {
      const left = challenge().operations[some.length]?.text
      expect(whyUnanswered(challenge(), some)).toBe(
        `does not answer ${JSON.stringify(left ?? 'the challenge')} as Go does`,
      )
    }
  })
})
