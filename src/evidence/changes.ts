/**
 * The changes that mend the listing, one after the other, as edits of the
 * listing and of the port, and the traces that each of them turns.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import type * as session from '../session.ts'
import type { Playable, Step } from '../trace/engine.ts'
import { parse } from '../trace/parse.ts'
import { challengeTrace, runEdited } from './challenges.ts'
import list from './changes.json' with { type: 'json' }
import { readClaims } from './claims.ts'
import type { Edit } from './edit.ts'
import { loadPort, loadRepaired } from './edits.ts'
import { readRecorded } from './recorded.ts'
import { repairs } from './repairs.ts'
import { openEngines } from './runs.ts'
import { type Side, sides } from './verdict-types.ts'

/** One change. Its edits are made after those of the changes before it. */
export interface Change {
  readonly name: string
  /** The repairs of the repaired store that it makes. */
  readonly repairs: readonly string[]
  /** The traces that it turns; their files are in test/challenges. */
  readonly traces: readonly string[]
  /** The claim with the race that it ends: a trace has only one thread. */
  readonly race?: string
  /** An id that a manager then refuses: a trace calls the store without one. */
  readonly foreign?: string
  /** Edits of files in go-reference. */
  readonly go: readonly Edit[]
  /** Edits of files in src; none if only Go needs the change. */
  readonly port: readonly Edit[]
}

/** All changes, in the order in which they are made. */
export const changes: readonly Change[] = list

/** The file with the changes. */
export const changesFile = 'src/evidence/changes.json'

/** The edits of one language without a change and with it. */
export function editsAround(
  change: Change,
  side: 'go' | 'port',
  all = changes,
) {
  const before = all.slice(0, all.indexOf(change)).flatMap((each) => each[side])
  return { before, after: [...before, ...change[side]] }
}

/** A trace that a change turns. */
export interface Turned {
  readonly name: string
  readonly text: string
  /** The operation at which it fails on the printed code. */
  readonly at: string
}

/**
 * The traces that a change turns. Each fails on the printed code, on both
 * engines at the same operation, and on the port as the earlier changes leave
 * it. It holds on the port with the change, and on the repaired store on both
 * engines.
 * @throws {ProblemError} If one does not, or if the race or the foreign id that
 * the change names is not what it should be, or if it names none of the three.
 */
export async function turnedBy(
  project: Project,
  change: Change,
  all = changes,
): Promise<Turned[]> {
  const refuse = (what: string): never => {
    const lines = project.read(changesFile).split('\n')
    const line = lines.findIndex((each) => each.includes(`"${change.name}"`))
    fail(changesFile, line + 1, `the change "${change.name}" ${what}`)
  }
  const { traces, race, foreign } = change
  if (traces.length === 0 && race === undefined && foreign === undefined)
    refuse('shows nothing; name a trace that it turns')
  const { before, after } = editsAround(change, 'port', all)
  if (race !== undefined && !isRace(project, race, change))
    refuse(
      `names the race "${race}"; name a claim with a race that its repairs end`,
    )
  if (foreign !== undefined) {
    const found = await Promise.all([
      loadPort(before).then((port) => idFor(foreign, port.session, 'memory')),
      loadPort(after).then((port) => idFor(foreign, port.session, 'memory')),
      loadRepaired().then((port) => idFor(foreign, port.session, 'repaired')),
    ])
    const [without, ...withIt] = found.map((id) => id === foreign)
    if (!without || withIt.includes(true))
      refuse(`does not end that a manager accepts the id "${foreign}"`)
  }
  return Promise.all(
    traces.map(async (name) => {
      const file = challengeTrace(name)
      const text = project.read(file)
      const trace = parse(text, file)
      const [at = refuse(`turns "${name}", which holds on the printed code`)] =
        failing('memory', trace)
      if (new Set(failing('memory', trace)).size > 1)
        refuse(`turns "${name}", which the engines do not fail at one place`)
      if (firstWrong(await runEdited(before, trace)) === undefined)
        refuse(`turns "${name}", which an earlier change turns`)
      const left = [
        firstWrong(await runEdited(after, trace)),
        ...failing('repaired', trace),
      ].find((each) => each !== undefined)
      if (left !== undefined) refuse(`leaves "${name}" failing at "${left}"`)
      return { name, text, at }
    }),
  )
}

/** The operation whose result is the first that is not as expected. */
const firstWrong = (steps: readonly Step[] = []): string | undefined =>
  steps.find(({ ok }) => !ok)?.text

/** The same on the port and on the original. */
const failing = (store: 'memory' | 'repaired', trace: Playable) =>
  sides.map((side: Side) =>
    firstWrong(openEngines(store)[side].run([trace])[0]),
  )

/** Whether the claim's record shows a race, which these repairs end. */
function isRace(project: Project, id: string, { repairs: names }: Change) {
  const claim = readClaims(project).get(id)
  const read = claim && readRecorded(project, claim)
  const ends = repairs.filter(({ name }) => names.includes(name))
  return (
    read?.recorded.verdict === 'holds' &&
    read.recorded.measured.has('race_reported') &&
    ends.every(({ shownBy }) => shownBy === 'race') &&
    ends.some(({ surprises }) => surprises.includes(id))
  )
}

/** The id of the session that a manager starts for a cookie with this id. */
function idFor(
  id: string,
  { newManager }: typeof session,
  store: string,
): string {
  const request = { headers: { cookie: `id=${id}` } } as IncomingMessage
  const response = { appendHeader() {} } as unknown as ServerResponse
  return newManager(store, 'id', 3600)
    .sessionStart(response, request)
    .sessionID()
}
