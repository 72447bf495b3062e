/**
 * The challenges for readers: what a port that they have edited must show, and
 * one answer to each.
 */
import { fail } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import type { Playable, Step } from '../trace/engine.ts'
import { parse } from '../trace/parse.ts'
import { portEngine } from '../trace/port.ts'
import list from './challenges.json' with { type: 'json' }
import { readClaims, traceFile, tracesOf } from './claims.ts'
import type { Edit } from './edit.ts'
import { loadPort } from './edits.ts'

/** A task on the port. */
export interface Challenge {
  readonly name: string
  /** The repairs of the repaired store that solve it. */
  readonly repairs: readonly string[]
  /** The traces that must come true; their files are in test/challenges. */
  readonly traces: readonly string[]
  /** Edits of the port that solve it and repair nothing else. */
  readonly model: readonly Edit[]
}

/** All challenges, from easy to hard. */
export const challenges: readonly Challenge[] = list

/** The file of a challenge's trace. */
export const challengeTrace = (name: string): string =>
  `test/challenges/${name}.trace`

/** A pass of an edited port that reads the clock more often is endless. */
const maxReads = 10_000

/**
 * Runs a trace on a new copy of the port with these edits, which keeps nothing
 * of other traces.
 * @throws {Error} If the copy cannot be loaded, or its state cannot be read.
 */
export async function runEdited(
  edits: readonly Edit[],
  trace: Playable,
): Promise<readonly Step[]> {
  const engine = portEngine(await loadPort(edits), { maxReads })
  return engine.run([trace])[0] ?? []
}

/**
 * The ids of the claims that must stay true: those with a trace that the model
 * answer leaves true.
 * @throws {ProblemError} If a trace cannot be read, or the model answer makes
 * none of the claims fall, so that it changes nothing.
 */
export async function staysOf(
  project: Project,
  challenge: Challenge,
): Promise<string[]> {
  const ids = tracesOf(readClaims(project))
  const stays: string[] = []
  for (const id of ids) {
    const trace = parse(project.read(traceFile(id)))
    const steps = await runEdited(challenge.model, trace)
    if (steps.every(({ ok }) => ok)) stays.push(id)
  }
  if (stays.length < ids.length) return stays
  const message = `"${challenge.name}" has a model that no claim notices`
  fail('src/evidence/challenges.json', 1, `${message}; correct its edits`)
}
