/**
 * Reads what Go's own tools, or a real Redis, measured for a claim, and checks
 * the claim.
 */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheByFile } from '../project/cache.ts'
import { readJson } from '../project/json.ts'
import { fail, type Problem } from '../project/problem.ts'
import type { Project } from '../project/project.ts'
import type { Claim } from './claims.ts'
import { claimsFile } from './claims.ts'
import { meets, readCondition } from './condition.ts'
import type { Measured, Recorded, Verdict } from './verdict-types.ts'

/** A folder of records. */
interface Place {
  readonly folder: string
  /** The folder that the paths of its sources begin in. */
  readonly base: string
  /** How to measure again. */
  readonly remedy: string
}

const goPlace: Place = {
  folder: 'go-reference/recorded',
  base: 'go-reference/',
  remedy: 'run cd go-reference && UPDATE=1 go test ./...',
}

/** What a real Redis showed. */
export const redisPlace: Place = {
  folder: 'test/redis/recorded',
  base: '',
  remedy: 'run UPDATE=1 npm run test:redis',
}

/** The file with what Go's tools measured for a claim. */
export const recordedFile = (id: string): string =>
  `${goPlace.folder}/${id}.json`

/** The file with what a Redis server showed for a claim. */
export const redisFile = (id: string): string =>
  `${redisPlace.folder}/${id}.json`

/** What go-reference/internal/recorded and test/redis/record.ts write. */
export interface Written {
  claim: string
  date: string
  /** The version of Go, such as `go1.26.8 linux/amd64`. */
  go?: string
  /** Or the versions of all that was compared, and the machine. */
  versions?: Readonly<Record<string, string>> & {
    Redis: string
    machine: string
  }
  sources: Record<string, string>
  measured: Record<string, Measured>
  seal: string
}

/** A record, and the reasons if its verdict is not `holds`. */
export interface Read {
  readonly recorded: Recorded
  readonly problems: readonly Problem[]
}

/** A record, judged by no claim, and the reasons if it is stale. */
interface Unjudged {
  readonly recorded: Omit<Recorded, 'verdict'>
  readonly stale: readonly Problem[]
}

/**
 * Reads the record of a claim; undefined if there is none.
 * @throws {ProblemError} If the file is not a record of this claim.
 */
export function readRecorded(project: Project, claim: Claim): Read | undefined {
  const found = readRecord(project, claim.id)
  if (!found) return undefined
  const { recorded, stale } = found
  const { file, measured } = recorded
  const unmet = stale.length > 0 ? [] : unmetBy(claim, file, measured)
  const verdict: Verdict =
    stale.length > 0 ? 'not-run' : unmet.length > 0 ? 'fails' : 'holds'
  return {
    recorded: { ...recorded, verdict },
    problems: [...stale, ...unmet],
  }
}

/**
 * Reads a record by its name, which is a claim's id, or names what no claim is
 * about, such as a speed; undefined if there is none.
 * @throws {ProblemError} If the file is not the record of that name.
 */
export function readRecord(project: Project, id: string): Unjudged | undefined {
  const onRedis = project.has(redisFile(id))
  const place = onRedis ? redisPlace : goPlace
  const { remedy } = place
  const file = onRedis ? redisFile(id) : recordedFile(id)
  if (!project.has(file)) return undefined
  const text = project.read(file)
  const written = readJson(file, text).value
  if (!isWritten(written)) {
    fail(file, 1, `is not a record of what was measured; ${remedy}`)
  }
  if (written.claim !== id) {
    fail(file, 1, `is the record of "${written.claim}"; ${remedy}`)
  }
  const { date, go, versions } = written
  const version = go ?? `Redis ${versions?.Redis}`
  const machine = versions?.machine
  const measured = new Map(Object.entries(written.measured))
  return {
    recorded: { file, version, machine, date, measured },
    stale: staleness(project, file, text, written, place),
  }
}

/**
 * Reports that a record was edited, or that its sources have changed.
 * @param text What the file has.
 */
export function staleness(
  project: Project,
  file: string,
  text: string,
  { sources, seal }: Written,
  { base, remedy }: Place,
): Problem[] {
  if (sealOf(text) !== seal) {
    return [{ file, line: 1, message: `was changed by hand; ${remedy}` }]
  }
  const changed = Object.entries(sources)
    .filter(([path, was]) => sumOf(project, `${base}${path}`) !== was)
    .map(([path]) => `${base}${path}`)
  if (changed.length === 0) return []
  const message = `was measured before ${changed.join(', ')} changed; ${remedy}`
  return [{ file, line: 1, message }]
}

/** The SHA-256 of a record with an empty seal. */
export const sealOf = (text: string): string =>
  sum(text.replace(/"seal": "[^"]*"/, '"seal": ""'))

const sum = (text: string): string =>
  createHash('sha256').update(text).digest('hex')

/** Most records name the same sources: each is hashed once. */
const sumOfText = cacheByFile((_file, text) => sum(text))

/**
 * The SHA-256 of a file. For a directory, the SHA-256 of the lines that
 * sha256sum prints for its Go files.
 */
export function sumOf(project: Project, path: string): string {
  if (/\.\w+$/.test(path))
    return project.has(path) ? sumOfText(path, project.read(path)) : ''
  const folder = join(project.root, path)
  const lines = readdirSync(folder, { recursive: true })
    // Stryker disable next-line StringLiteral: only Windows has backslashes
    .map((file) => `${path}/${`${file}`.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.go'))
    .sort()
    .map((file) => {
      return `${sumOfText(file, project.read(file))}  ${file.replace('go-reference/', '')}\n`
    })
  return sum(lines.join(''))
}

/** The conditions of a claim that its record does not meet. */
function unmetBy(
  { id, line, record }: Claim,
  file: string,
  measured: ReadonlyMap<string, Measured>,
): Problem[] {
  const report = (message: string): Problem => ({
    file: claimsFile,
    line,
    message: `claim "${id}" ${message}`,
  })
  if (record.length === 0) {
    return [
      report(
        'has a record, but the claim states no condition for it; add "record": ["name = value"]',
      ),
    ]
  }
  return record.flatMap((text) => {
    const condition = readCondition(text)
    if (!condition) {
      return [report(`has the condition "${text}"; write it as "name >= 1"`)]
    }
    const found = measured.get(condition.name)
    if (!found) {
      return [
        report(
          `needs "${condition.name}", which ${file} does not have; it has ${[...measured.keys()].join(', ')}`,
        ),
      ]
    }
    if (meets(condition, found.value)) return []
    return [
      report(
        `fails on the original: expected ${text}, measured ${JSON.stringify(found.value)}; fix the claim or the code`,
      ),
    ]
  })
}

function isWritten(data: unknown): data is Written {
  const { claim, date, go, versions, sources, measured, seal } = (data ??
    {}) as Partial<Written>
  return (
    [claim, date, go ?? versions?.Redis, go ?? versions?.machine, seal].every(
      (text) => typeof text === 'string',
    ) &&
    [sources, measured].every(
      (all) => typeof all === 'object' && all !== null,
    ) &&
    // Without a source it would never be stale.
    Object.keys(sources ?? {}).length > 0
  )
}
