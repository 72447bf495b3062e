/** Verdicts of the project if some of its files, or its engines, were others. */
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { type Engines, openEngines } from '../../src/evidence/runs.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import type { Engine, Playable, Step } from '../../src/trace/engine.ts'
import { claims } from '../claims.ts'
import { projectWith } from '../project-with.ts'
import { type Line, report, reportOf } from './report-of.ts'

/** A passing test for each claim that a test shows. */
export const allPassed: readonly Line[] = claims
  .filter(({ evidence }) => evidence === 'test')
  .map(({ id }) => [`${id}: holds`])

/** Each verdict depends on all files; they are read once for all tests. */
const texts = new Map<string, string>()
const project = openProject()
export const disk: Project = {
  ...project,
  read(file) {
    const text = texts.get(file) ?? project.read(file)
    texts.set(file, text)
    return text
  },
}

/** Runs each trace once in all tests, because most tests change none. */
function remembering(engine: Engine): Engine {
  const known = new Map<string, Step[]>()
  const keyOf = ({ operations }: Playable) =>
    [...operations].map(({ line, text }) => `${line} ${text}`).join('\n')
  const run = (traces: readonly Playable[]) => {
    const others = traces.filter((trace) => !known.has(keyOf(trace)))
    for (const [index, steps] of engine.run(others).entries()) {
      const trace = others[index]
      if (trace) known.set(keyOf(trace), steps)
    }
    return traces.map((trace) => known.get(keyOf(trace)) ?? [])
  }
  return { ...engine, run }
}

const real = openEngines()
export const current: Engines = {
  port: remembering(real.port),
  original: remembering(real.original),
}

/** What the claims show, and the problems, with a report of these tests. */
export function verdicts(
  lines: readonly Line[] = allPassed,
  files: Readonly<Record<string, string | undefined>> = {},
  engines = current,
) {
  const project = projectWith({ [report]: reportOf(lines), ...files }, disk)
  const { claims, problems } = readVerdicts(project, engines)
  return {
    of(id: string) {
      const { port, original } = claims.get(id) ?? {}
      return [port, original]
    },
    having: (side: 'port' | 'original', verdict: string) =>
      [...claims.values()].flatMap((claim) =>
        claim[side] === verdict ? [claim.id] : [],
      ),
    problems: problems.map(formatProblem),
  }
}
