/**
 * Keeps what the comparison measured, for readers without Redis. `UPDATE=1`
 * writes the records; each other run compares its values with them.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform } from 'node:os'
import { posix } from 'node:path'
import { expect } from 'vitest'
import {
  redisFile,
  redisPlace,
  sealOf,
  staleness,
  sumOf,
  type Written,
} from '../../src/evidence/recorded.ts'
import type { Measured } from '../../src/evidence/verdict-types.ts'
import { formatProblem } from '../../src/project/problem.ts'
import { openProject } from '../../src/project/project.ts'
import { root } from '../node.ts'
import { goVersion } from './go.ts'

export type { Measured }

const project = openProject()

/** What was measured, and what measured it. */
const measuredFiles = [
  ...['manager/cookie', 'manager/header', 'manager/manager', 'manager/options'],
  ...['session', 'session-async', 'redis/address', 'redis/client', 'time'],
  ...['redis/commands', 'redis/encode', 'redis/scripts', 'providers/redis'],
].map((name) => `src/${name}.ts`)
const measuringFiles = [
  ...['apps', 'contract.test', 'go', 'go.test', 'growth', 'growth.test'],
  ...['inject', 'manager.test', 'races', 'races.test', 'speed'],
  '../provider-contract',
  '../../src/bench/load/with-session',
].map((name) => posix.join('test/redis', `${name}.ts`))
const goModule = 'go-reference/providers/redis'
const goFiles = ['go-reference/session.go', 'go-reference/cookie.go', goModule]

/**
 * Compares values with the record of that name, or writes it.
 * @param measured Values that another run need not repeat are marked.
 */
export async function record(
  id: string,
  measured: Record<string, Measured>,
): Promise<void> {
  const file = redisFile(id)
  const go = await goVersion()
  if (process.env.UPDATE) {
    if (!go) throw new Error('UPDATE: Go is not installed; install it')
    const written: Written = {
      claim: id,
      date: new Date().toISOString().slice(0, 10),
      versions: versions(go),
      sources: sources(),
      measured,
      seal: '',
    }
    written.seal = sealOf(textOf(written))
    mkdirSync(`${root}${redisPlace.folder}`, { recursive: true })
    writeFileSync(`${root}${file}`, textOf(written))
    return
  }
  const text = project.read(file)
  const known: Written = JSON.parse(text)
  const problems = staleness(project, file, text, known, redisPlace)
  expect(problems.map(formatProblem)).toEqual([])
  expect(known.claim).toBe(id)
  const names = Object.keys(known.measured)
  // Without Go, nothing is measured there.
  const wanted = names.filter((name) => go || !name.endsWith('_in_go'))
  expect(Object.keys(measured).toSorted()).toEqual(wanted.toSorted())
  for (const [name, { value, varies }] of Object.entries(measured)) {
    if (!varies) expect.soft(known.measured[name]?.value, name).toEqual(value)
  }
}

const textOf = (written: Written): string =>
  `${JSON.stringify(written, null, 2)}\n`

/** The sums of the files, by path; of a folder, the sum of its Go files. */
function sources(): Record<string, string> {
  const files = [...measuredFiles, ...measuringFiles, ...goFiles]
  return Object.fromEntries(files.map((file) => [file, sumOf(project, file)]))
}

/** The versions of all that was compared, and the machine. */
function versions(go: string) {
  const redis = execFileSync('redis-server', ['--version'], {
    encoding: 'utf8',
  })
  const of = (name: string): string =>
    JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, 'utf8'))
      .version
  const module = project.read(`${goModule}/go.mod`)
  return {
    Redis: /v=([\d.]+)/.exec(redis)?.[1] ?? '',
    redis: of('redis'),
    'express-session': of('express-session'),
    'connect-redis': of('connect-redis'),
    Node: process.version.slice(1),
    Go: go.slice(2),
    'go-redis': /go-redis\/v9 v([\d.]+)/.exec(module)?.[1] ?? '',
    machine: `${cpus()[0]?.model ?? 'CPU'} × ${cpus().length}, ${platform()}/${arch()}`,
  }
}

/** A line with a measured value beside its goal; missing it fails no test. */
export function goal(
  what: string,
  value: number,
  operator: '<=' | '>=',
  wanted: number,
): string {
  const met = operator === '<=' ? value <= wanted : value >= wanted
  return `${what}: ${value}; the goal is ${operator} ${wanted}, ${met ? 'met' : 'NOT MET'}`
}
