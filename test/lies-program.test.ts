/** Lies about the program that runs as the original, and what it was built from. */
import { describe, expect, it } from 'vitest'
import {
  builtFrom,
  openOriginal,
  readOriginalModule,
  readOriginalSources,
} from '../src/evidence/original.ts'
import { openProject } from '../src/project/project.ts'
import { Conversation } from '../src/trace/conversation.ts'
import {
  decodeSources,
  formatSums,
  IdentityError,
} from '../src/trace/identity.ts'
import { loadOriginal } from '../src/trace/original.ts'
import { parse } from '../src/trace/parse.ts'
import { instructions, program } from './wasi-program.ts'

const trace = parse('init ana => ana\nlist => ana')

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
