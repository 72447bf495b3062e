// The challenges: the port fails each, its model answer passes, near misses fail.
import { describe, expect, it } from 'vitest'
import {
  challenges,
  challengeTrace,
  runEdited,
  staysOf,
} from '../src/evidence/challenges.ts'
import { traceFile } from '../src/evidence/claims.ts'
import { type Edit, portFile } from '../src/evidence/edit.ts'
import { loadRepaired } from '../src/evidence/edits.ts'
import { mutants, proposed } from '../src/evidence/mutants.ts'
import { repairs } from '../src/evidence/repairs.ts'
import { openEngines } from '../src/evidence/runs.ts'
import { openProject } from '../src/project/project.ts'
import type { Engine, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'
import { portEngine } from '../src/trace/port.ts'
import type { Trace } from '../src/trace/trace.ts'

const project = openProject()

/** The traces of each challenge, and the claims that must stay, by file. */
const wanted = new Map(
  await Promise.all(
    challenges.map(async (challenge) => {
      const stays = await staysOf(project, challenge)
      return [
        challenge.name,
        [...challenge.traces.map(challengeTrace), ...stays.map(traceFile)],
      ] as const
    }),
  ),
)

type Steps = readonly Step[]
type RunTrace = (trace: Trace) => Steps | Promise<Steps>

const on =
  (engine: Pick<Engine, 'run'>): RunTrace =>
  (trace) =>
    engine.run([trace])[0] ?? []

const onEdited =
  (edits: readonly Edit[]): RunTrace =>
  (trace) =>
    runEdited(edits, trace)

/** The first step of a file that is not as expected, as `NAME:LINE TEXT`. */
async function failing(run: RunTrace, file: string) {
  const name = file.replace(/^.*\/|\.\w+$/g, '')
  try {
    const steps = await run(parse(project.read(file)))
    const step = steps.find(({ ok }) => !ok)
    return step && `${name}:${step.line} ${step.text}`
  } catch (error) {
    return `${name}: ${error}`
  }
}

/** The same for all that a challenge wants; undefined if it is solved. */
async function unsolved(run: RunTrace, challenge: string) {
  for (const file of wanted.get(challenge) ?? []) {
    const step = await failing(run, file)
    if (step) return step
  }
}

const replace = (find: string, replace: string): Edit => ({
  file: portFile,
  find,
  replace,
})

const modelOf = (name: string): readonly Edit[] =>
  challenges.find((each) => each.name === name)?.model ?? []

/** The model answer with some of its lines left out or written otherwise. */
const almost = (name: string, find: string, replace = ''): Edit[] => {
  const model = modelOf(name)
  const edits = model.map((edit) => {
    return { ...edit, replace: edit.replace.replaceAll(find, replace) }
  })
  expect(edits).not.toEqual(model)
  return edits
}

const tail = 'const element = this.list.back()'
const init = '    const v = new Map<unknown, unknown>()\n'

const nearMisses: Record<string, Record<string, [Edit[], at: string]>> = {
  'find-expired': {
    'the pass goes on at a living tail': [
      [...proposed.continueAtLivingTail.edits],
      'expired-behind-fresh:5 gc 10',
    ],
    'the pass begins in front': [
      [replace(tail, tail.replace('back', 'front'))],
      'pass-stops-at-living:10 list => dan cy bo',
    ],
    'the pass looks at every session': [
      [
        ...proposed.pushFront.edits,
        ...(mutants.find(({ name }) => /whole list/.test(name))?.edits ?? []),
      ],
      'pass-stops-at-living:11 visited => 2',
    ],
  },
  'one-session': {
    'only the map forgets the earlier session': [
      [replace(init, `    this.sessions.delete(sid)\n${init}`)],
      'taken-id-once:9 list => ana',
    ],
    'the earlier session is returned': [
      [
        replace(
          init,
          `    const old = this.sessions.get(sid)\n    if (old) return old.value\n${init}`,
        ),
      ],
      'taken-id-once:5 same first second => false',
    ],
    'the store is emptied': [
      [
        replace(
          init,
          `    this.sessions.clear()\n    this.list.init()\n${init}`,
        ),
      ],
      'taken-id-spares-others:5 map => ana bo',
    ],
  },
  'expired-is-gone': {
    'an expired session is replaced, but stays in the list': [
      almost('expired-is-gone', '      this.sessionDestroy(sid)\n'),
      'expired-not-found:11 list => ana',
    ],
    'a session expires with its last second': [
      almost('expired-is-gone', '>=', '>'),
      'expired-not-found:6 same a b => true',
    ],
    'only a read looks at the age': [
      almost('expired-is-gone', 'this.alive() && ').filter(
        ({ replace }) =>
          !replace.includes('element?.value.alive()) {\n      element'),
      ),
      'expired-not-used:5 a.get "user" => nil',
    ],
    'an update still revives': [
      modelOf('expired-is-gone').filter(
        ({ find }) => !find.includes('value.timeAccessed'),
      ),
      'expired-not-used:5 a.get "user" => nil',
    ],
  },
  'destroyed-stays-destroyed': {
    'a session that a pass removed is not marked': [
      almost(
        'destroyed-stays-destroyed',
        '        element.value.ended = true\n',
      ),
      'collected-is-final:6 old.get "user" => nil',
    ],
    'a value can still be deleted': [
      almost(
        'destroyed-stays-destroyed',
        'this.mustLive()\n    this.value.delete',
        'this.value.delete',
      ),
      'destroyed-is-final:6 old.delete "user" => error',
    ],
  },
  'clock-does-not-matter': {
    'a session from the future counts as expired': [
      [
        replace(
          '+ maxlifetime < time.now().unix()) {',
          '+ maxlifetime < time.now().unix() ||\n        element.value.timeAccessed.unix() > time.now().unix()) {',
        ),
      ],
      'clock-set-forward:4 list => ana',
    ],
    'a use does not count on the other clock': [
      almost(
        'clock-does-not-matter',
        '      element.value.used = time.monotonic()\n',
      ),
      'clock-set-back:12 list => bo',
    ],
  },
}

describe.each(challenges)(
  'challenge $name',
  ({ name, traces, ...challenge }) => {
    it('is not solved by the port: each of its traces fails', async () => {
      const port = on(openEngines().port)
      for (const trace of traces) {
        expect(await failing(port, challengeTrace(trace))).toBeDefined()
      }
    })

    it('is solved by its model answer', async () => {
      expect(await unsolved(onEdited(challenge.model), name)).toBeUndefined()
    })

    it('is solved by the repaired store on both engines, by these repairs', async () => {
      const files = traces.map(challengeTrace)
      const failed = async (run: RunTrace) => {
        const steps = await Promise.all(files.map((file) => failing(run, file)))
        return steps.filter((step) => step !== undefined)
      }
      const { port, original } = openEngines('repaired')
      expect(await failed(on(port))).toEqual([])
      expect(await failed(on(original))).toEqual([])
      for (const repair of challenge.repairs) {
        const undone = repairs.find((each) => each.name === repair)?.port ?? []
        const without = on(portEngine(await loadRepaired(undone)))
        expect(await failed(without), repair).not.toEqual([])
      }
    })
  },
)

describe.each(Object.entries(nearMisses))('challenge %s', (name, misses) => {
  it.each(Object.entries(misses))(
    'not solved if %s',
    async (_, [edits, at]) => {
      expect(await unsolved(onEdited(edits), name)).toBe(at)
    },
  )
})

it.each(challenges)(
  'challenge $name: refused with a model that changes nothing',
  async (challenge) => {
    const staying = staysOf(project, { ...challenge, model: [] })
    await expect(staying).rejects.toThrow('a model that no claim notices')
  },
)

it('no challenge is solved by a seeded mistake, except by the edit that is its answer', async () => {
  const solved: string[] = []
  for (const { name, edits } of mutants) {
    for (const { name: challenge } of challenges) {
      if (await unsolved(onEdited(edits), challenge)) continue
      solved.push(`${challenge}: ${name}`)
    }
  }
  expect(solved).toEqual([`find-expired: ${proposed.pushFront.name}`])
}, 60_000)
