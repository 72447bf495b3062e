// Tests what a scene shows of a step, and how it is drawn.
import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../.vitepress/scenes/describe.ts'
import { type Build, drawScene } from '../.vitepress/scenes/draw.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import type { State, Step } from '../src/trace/engine.ts'
import { english, heard, lines, pass, run } from './scene-texts.ts'

describe('scenes', () => {
  it('say where each session stands, how old it is, and what leads to it', () => {
    expect(heard(pass, 'h = read ana', 'gc 10')).toBe(
      'List, front to back: ana (100 s old, expired, key ana, name h); fresh (0 s old, looked at, key fresh).',
    )
  })

  it('show an orphan, a removed session and a name that holds it', () => {
    expect(heard('init ana', 'h = init ana', 'destroy ana')).toBe(
      'List, front to back: ana (0 s old, orphan). Not in the list: ana (0 s old, removed, name h).',
    )
    expect(heard('h = init ana', 'destroy ana', 'list')).toBe(
      'The list is empty. Not in the list: ana (0 s old, gone, name h).',
    )
  })

  it('count a session as expired as the listing does: equal is alive', () => {
    const flags = (milliseconds: number) => {
      const steps = run(lines('init a', `wait ${milliseconds}ms`, 'gc 10'))
      return sceneOf(steps, 1).sessions.map(({ expired }) => expired)
    }
    expect([flags(10_999), flags(11_000)]).toEqual([[false], [true]])
  })

  it('tell a name that holds a listed session from a stale one', () => {
    const steps = run(lines('h = init ana', 'destroy ana', 'k = init ana'))
    expect(sceneOf(steps, 2).handles).toEqual([
      { name: 'h', number: 1, stale: true },
      { name: 'k', number: 2, stale: false },
    ])
  })

  it('show a key that leads to another session and one that leads nowhere', () => {
    const [first] = run('init ana')
    const state: State = {
      list: [{ number: 1, sid: 'ana', stamp: 0, values: [] }],
      orphans: [],
      astray: { bo: 1, cy: 2 },
      handles: {},
    }
    const steps = [{ ...first, state } as Step]
    const { keys } = sceneOf(steps, 0)
    expect(keys).toEqual([
      { sid: 'ana', number: 1, astray: false },
      { sid: 'bo', number: 1, astray: true },
      { sid: 'cy', number: 2, astray: true },
    ])
    expect(inWords(sceneOf(steps, 0), english)).toContain('key ana, key bo')
  })

  it('leave out the middle of two hundred sessions', () => {
    const many = Array.from({ length: 200 }, (_, i) => `init v${i}`)
    const text = heard(...many)
    expect(text).toMatch(/^List.*v0 .*v3 .*; 193 more; v197 .*v199/)
    expect(text).not.toContain('v4 ')
  })

  it('refuse a step that does not exist', () => {
    expect(() => sceneOf(run('init ana'), 1)).toThrow(
      'there is no step 1; steps are 0 to 0',
    )
  })

  it('are drawn with ids and values as text, and with what is heard', () => {
    const build: Build<string> = (tag, attributes, children) =>
      `<${tag} ${JSON.stringify(attributes)}>${children.join('')}</${tag}>`
    const steps = run(lines('h = init "<b>"', 'h.set "k" "v"'))
    const drawn = drawScene(build, sceneOf(steps, 1), english)
    expect(drawn).toContain(`>${inWords(sceneOf(steps, 1), english)}<`)
    expect(drawn).toContain('map')
    expect(drawn).toContain('>"<b>"<')
    expect(drawn).toContain('>"k": "v"<')
    expect(drawn).toContain('>h =<')
    expect(drawn).toContain('"data-number":"1"')
  })
})
