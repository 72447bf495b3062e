/** Tests that a damaged trace.wasm is refused before it is compiled. */
import * as fs from 'node:fs'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { openCopy } from '../src/evidence/edits.ts'
import type * as originals from '../src/evidence/original.ts'
import { compile, programFile } from '../src/evidence/original.ts'
import { openProject } from '../src/project/project.ts'
import { isSealed, splitSeal } from '../src/trace/seal.ts'

const bytes = new Uint8Array(readFileSync(openProject().root + programFile))
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Numbers below a limit that a seed determines. */
function random(limit: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % limit
  }
}

/** The program with one bit of the byte at a place changed. */
function flipped(at: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
  return copy
}

const next = random(bytes.length)
const places = [
  ...[0, 7, 8, bytes.length - 1, bytes.length - 64, bytes.length - 65],
  ...[bytes.length - 71, bytes.length - 72],
  ...Array.from({ length: 24 }, next),
]

describe('seal', () => {
  it('seal: trace.wasm has the sum in its seal', async () => {
    expect(splitSeal(bytes)?.seal).toMatch(/^[0-9a-f]{64}$/)
    expect(await isSealed(bytes)).toBe(true)
    expect(compile(bytes)).toBeInstanceOf(WebAssembly.Module)
  })

  it(`seal: one changed bit anywhere is refused, SEED=${seed}`, async () => {
    for (const at of places) {
      const inHead = at >= bytes.length - 71 && at < bytes.length - 64
      const why = inHead
        ? 'is damaged: its seal is missing'
        : 'is damaged: its bytes do not have the sum in its seal'
      expect(() => compile(flipped(at)), `byte ${at}`).toThrow(why)
      expect(await isSealed(flipped(at)), `byte ${at}`).toBe(false)
    }
  })

  it('seal: a damaged file is refused by whoever opens the original', async () => {
    const read = (file: string | URL, ...how: []) =>
      `${file}`.endsWith(programFile) ? flipped(7) : readFileSync(file, ...how)
    const given = { 'node:fs': { ...fs, readFileSync: read } }
    const copy = openCopy([], given).load('evidence/original.ts')
    const { openOriginal, readOriginalModule, readOriginalSources } =
      (await copy) as typeof originals
    for (const open of [openOriginal, readOriginalModule, readOriginalSources])
      expect(() => open(), open.name).toThrow(`${programFile} is damaged`)
  })

  it.each([
    ['no crypto', undefined],
    ['a crypto without sums', {}],
  ])('seal: with %s, a page asks whether there is one', async (_, crypto) => {
    vi.stubGlobal('crypto', crypto)
    expect(await isSealed(flipped(7))).toBe(true)
    expect(await isSealed(bytes.slice(0, -1))).toBe(false)
    vi.unstubAllGlobals()
  })

  it.each([
    ['nothing', bytes.slice(0, 0)],
    ['a part', bytes.slice(0, 1000)],
    ['a program without its seal', splitSeal(bytes)?.body ?? bytes],
    ['a byte more', Uint8Array.from([...bytes.subarray(-80), 0])],
  ])('seal: %s is refused', async (_, some) => {
    expect(() => compile(some)).toThrow(
      `${programFile} is damaged: its seal is missing; restore it`,
    )
    expect(await isSealed(some)).toBe(false)
  })
})
