/** Makes the files that a page fetches when a reader plays a scene. */
import { type Covering, openCovering } from '../../src/evidence/coverage.ts'
import { readVerdicts } from '../../src/evidence/read-verdicts.ts'
import { runsOnRepaired } from '../../src/evidence/repaired-claims.ts'
import type { TraceRun } from '../../src/evidence/verdict-types.ts'
import { openProject, type Project } from '../../src/project/project.ts'
import { compiledTexts } from '../scenes/compile.ts'
import { pack } from '../scenes/pack.ts'
import { type StepsData, stepsPath, textsPath } from '../scenes/published.ts'
import { type Stage, stagesOf } from '../scenes/stages.ts'
import { languages } from '../site/languages.ts'
import { lastBeside, linesBeside } from '../weave/counterparts.ts'
import { type Pair, readProgram } from '../weave/programs.ts'

/** The paths of the files, from the site's base, and functions for their text. */
export async function sceneFiles(
  project: Project = openProject(),
): Promise<ReadonlyMap<string, () => string>> {
  const covering = await openCovering()
  const repaired = await openCovering('repaired')
  const files = new Map<string, () => string>()
  const listing = readProgram(project).pairs
  for (const { id, run } of readVerdicts(project).claims.values()) {
    if (!run) continue
    files.set(stepsPath(id), () =>
      JSON.stringify(stepsData(run, covering, listing)),
    )
  }
  const { pairs } = readProgram(project, 'repaired')
  for (const [id, run] of runsOnRepaired(project)) {
    files.set(stepsPath(id, 'repaired'), () =>
      JSON.stringify(stepsData(run, repaired, pairs)),
    )
  }
  for (const locale of languages) {
    files.set(textsPath(locale), () =>
      JSON.stringify(compiledTexts(project, locale)),
    )
  }
  return files
}

/**
 * The steps of a run, and the lines that each of its stages executes.
 * @throws {Error} If the port went through its loop otherwise than the states
 * that both engines reported tell.
 */
export function stepsData(
  { trace, port }: TraceRun,
  covering: Covering,
  pairs: readonly Pair[],
): StepsData {
  const places = new Map<string, number>()
  const lines: StepsData['lines'][number][] = []
  const stages: Stage[][] = port.map(() => [])
  for (const stage of stagesOf(port)) stages[stage.operation]?.push(stage)
  const ran = covering.steps(trace).flatMap((groups, operation) => {
    const own = stages[operation] ?? []
    if (own.length <= 1) return own.map(() => groups.flat())
    if (own.length === groups.length) return groups
    throw new Error(
      `"${own[0]?.text}": the states have ${own.length} stages, but the port's loop ${groups.length}`,
    )
  })
  const placed = ran.map((ts) => {
    const key = ts.join()
    const place = places.get(key) ?? lines.length
    if (place === lines.length) {
      places.set(key, place)
      lines.push({
        go: linesBeside(pairs, ts),
        ts,
        last: lastBeside(pairs, ts),
      })
    }
    return place
  })
  return { steps: pack(port), lines, ran: placed }
}
