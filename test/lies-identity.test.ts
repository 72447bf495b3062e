/** Lies about who runs a trace: each is told here, and refused. */
import { describe, expect, it, vi } from 'vitest'
import { problemsOfRun } from '../src/evidence/judge-run.ts'
import {
  builtFrom,
  openOriginal,
  readOriginalModule,
  readOriginalSources,
} from '../src/evidence/original.ts'
import { openEngines, openPort, runTraces } from '../src/evidence/runs.ts'
import { openProject } from '../src/project/project.ts'
import { hunt } from '../src/soak/hunt.ts'
import { Conversation } from '../src/trace/conversation.ts'
import {
  type Engine,
  engineOf,
  packages,
  type Step,
} from '../src/trace/engine.ts'
import {
  decodeSources,
  formatSums,
  IdentityError,
  newChallenge,
  whyUnanswered,
} from '../src/trace/identity.ts'
import { loadOriginal } from '../src/trace/original.ts'
import { parse } from '../src/trace/parse.ts'
import { checkSide, checkSides } from '../src/trace/sides.ts'
import type { Trace } from '../src/trace/trace.ts'
import { once } from './once.ts'
import { stepsOn } from './steps.ts'
import { instructions, program } from './wasi-program.ts'

const { port, original } = openEngines()
const trace = parse('init ana => ana\nlist => ana')

/** An engine that does something with the steps of another. */
const from = (engine: Engine, change: (steps: Step[]) => Step[]): Engine => ({
  ...engine,
  run: (traces) => engine.run(traces).map(change),
})

const copied = (steps: Step[]) => structuredClone(steps)
const spread = (steps: Step[]) => steps.map((step) => ({ ...step }))
const frozen = (steps: Step[]) => spread(steps).map(Object.freeze) as Step[]
const heirs = (steps: Step[]) => steps.map((step) => Object.create(step))
/** Only the last step is not what it is said to be. */
const lastOf = (engine: Engine) => (steps: Step[]) => [
  ...steps.slice(0, -1),
  ...stepsOn(engine, trace).slice(-1),
]

/** Pairs of engines of which one is not what it is said to be. */
const lies: Record<string, [Engine, Engine, 'port' | 'original']> = {
  'the port under another name': [
    port,
    { ...openPort(), name: 'original' },
    'original',
  ],
  'an engine around the port': [
    port,
    engineOf('original', openPort().play),
    'original',
  ],
  'the port on both sides': [port, port, 'original'],
  'the original on both sides': [original, original, 'port'],
  'the sides in the other order': [original, port, 'port'],
  'a program that is not asked': [
    port,
    openOriginal({ anonymous: true }),
    'original',
  ],
  'a copy of the original’s steps': [port, from(original, copied), 'original'],
  'the original’s steps, spread': [port, from(original, spread), 'original'],
  'the original’s steps, frozen': [port, from(original, frozen), 'original'],
  'heirs of the original’s steps': [port, from(original, heirs), 'original'],
  'a copy of the port’s steps': [from(port, copied), original, 'port'],
  'a last step of the port': [port, from(original, lastOf(port)), 'original'],
  'a last step of the original': [
    from(port, lastOf(original)),
    original,
    'port',
  ],
}

describe.each(Object.entries(lies))('identity: %s', (_, [one, other, side]) => {
  const said = new RegExp(
    `^the ${side} did not make the step "[\\s\\S]*; give only`,
  )
  const ours = once(() => stepsOn(one, trace))
  const theirs = once(() => stepsOn(other, trace))

  it('is refused where steps are compared', () => {
    const check = () => checkSides(ours(), theirs())
    expect(check).toThrow(said)
    expect(check).toThrow(
      expect.objectContaining({ name: 'IdentityError', side }),
    )
  })

  it('is refused where a claim is judged', () => {
    const run = { trace, port: ours(), original: theirs() }
    expect(() => problemsOfRun(run)).toThrow(said)
    const engines = { port: one, original: other }
    const ids = ['gc-empty']
    expect(() => runTraces(openProject(), ids, engines)).toThrow(said)
  })

  it('is refused by the hunt', () => {
    const few = { operations: 10, seed: 1, batch: 2 }
    expect(() => hunt([one, other], few)).toThrow(said)
  })
})

it('identity: a stranger after many steps is refused', () => {
  const long = parse('destroy a\n'.repeat(1500))
  const [ours, theirs] = [stepsOn(port, long), stepsOn(original, long)]
  const last = (steps: readonly Step[]) =>
    steps.with(-1, { ...theirs[0] } as Step)
  expect(() => checkSides(ours, theirs)).not.toThrow()
  expect(() => checkSides(last(ours), theirs)).toThrow('the port did not')
  expect(() => checkSides(ours, last(theirs))).toThrow('the original did not')
})

it('identity: the port and the original are what they are said to be', () => {
  const [ours, theirs] = [stepsOn(port, trace), stepsOn(original, trace)]
  expect(() => checkSides(ours, theirs)).not.toThrow()
  expect(ours).toHaveLength(2)
  expect(theirs).toHaveLength(2)
})

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

it('identity: a second program is asked too, and its steps are the original’s', () => {
  // Together they pass more time than one program can count.
  const [half, more] = [1_226_400, 1_401_600].map((hours) =>
    parse(`init ana\nclock -876000h\nwait ${hours}h`),
  ) as [Trace, Trace]
  const runs = original.run([half, more, more, half])
  expect(runs.map((steps) => steps.map(({ ok }) => ok))).toEqual(
    runs.map(() => [true, true, true]),
  )
  for (const steps of runs) checkSide('original', steps)
})

describe('decodeSources', () => {
  const texts = { 'a.go': 'package a' }
  it.each([
    ['an answer', { texts, sums: 'a.go:12;b.go:34' }, true],
    ['no texts', { texts: {}, sums: 'a.go:12' }, false],
    ['no sums', { texts, sums: '' }, false],
    ['a file without a sum', { texts, sums: 'a.go:12;b.go' }, false],
    ['a file with two sums', { texts, sums: 'a.go:1:2;b.go:3' }, false],
    ['sums that are no text', { texts, sums: 7 }, false],
    ['texts that are none', { texts: null, sums: 'a.go:12' }, false],
    ['nothing', null, false],
  ])('identity: %s', (_, answer, good) => {
    const read = () => decodeSources(JSON.stringify(answer))
    if (!good) expect(read).toThrow('does not say what it was built from')
    else {
      expect(read().texts).toEqual(texts)
      expect(formatSums(read())).toBe('a.go:12;b.go:34')
    }
  })
})

const { read, reply, sources, exit, trap } = instructions

describe('programs', () => {
  it.each([
    ['traps', [trap], 'fails when it is asked: RuntimeError'],
    ['traps at the question', [read, trap], 'fails when it is asked'],
    ['ends at the question', [read, exit], 'the program has ended: exit 3'],
    ['is silent', [read, read], 'built from: found ""'],
    ['gives a state', [read, reply, read], 'built from: found "{'],
    ['says two things', [read, sources, reply, read], 'built from: found "{'],
    [
      'does not know the challenge',
      [read, sources, ...Array.from({ length: 8 }, () => [read, reply]).flat()],
      'does not answer "init sid',
    ],
    ['ends at the challenge', [read, sources, read, exit], 'has ended: exit 3'],
  ])('identity: a program that %s is refused', async (_, code, why) => {
    const engine = await loadOriginal(program(...code))
    const run = () => engine.run([trace])
    expect(run).toThrow(IdentityError)
    // The first cause, once, and not as the cause of another.
    expect(run).toThrow(
      /^what runs as the original is not .{1,40}: it [^;]*; restore/,
    )
    expect(run).toThrow(why)
    expect(run).toThrow('git checkout -- go-reference')
  })

  const { texts } = readOriginalSources()
  const name = 'providers/memory/memory.go'
  const { [name]: _, ...rest } = texts
  it.each([
    ['another text', { ...texts, [name]: `${texts[name]}\n` }, name],
    ['a text more', rest, name],
    ['a text less', { ...texts, 'cookie.go': '' }, 'cookie.go'],
  ])('identity: a program with %s is refused', (_, wanted, file) => {
    const run = () => openOriginal({ texts: wanted }).run([trace])
    expect(run).toThrow(/^go-reference\/trace\.wasm was compiled from another/)
    expect(run).toThrow(`another go-reference/${file}; restore that file`)
  })

  it('identity: a program for later traces is refused too', () => {
    const wanted = { ...texts, [name]: `${texts[name]}\n` }
    for (const first of [0, 1, 2]) {
      const traces = [trace, trace, trace]
      const asked = new Conversation(traces, first, () => {}, { texts: wanted })
      expect(() => asked.hold(readOriginalModule())).toThrow('another go-ref')
    }
  })

  it.each(Object.keys(texts))(
    'identity: %s is compared with its file',
    (file) => {
      const { read } = openProject()
      const edited = (path: string) =>
        `${read(path)}${path.endsWith(file) ? ' ' : ''}`
      expect(() => openOriginal({}, { read: edited }).run([trace])).toThrow(
        `compiled from another go-reference/${file}; restore that file`,
      )
    },
  )

  it('identity: a page asks for the sums of the current files', () => {
    const project = openProject()
    const { sums } = readOriginalSources()
    expect(builtFrom(project)).toEqual(sums)
    const [name = ''] = sums.keys()
    const read = (file: string) =>
      project.read(file) + (file.endsWith(`/${name}`) ? ' ' : '')
    const other = builtFrom({ ...project, read })
    expect(other).not.toEqual(sums)
    expect(new Map(other).set(name, `${sums.get(name)}`)).toEqual(sums)
  })

  it('identity: the texts are those of the current files', () => {
    for (const [file, text] of Object.entries(texts)) {
      expect(openProject().read(`go-reference/${file}`), file).toBe(text)
    }
  })
})
