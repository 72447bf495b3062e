// Tests what a scene shows of a step, what is said of it, and how it is drawn.
import { describe, expect, it, test } from 'vitest'
import { captionOf } from '../.vitepress/scenes/caption.ts'
import { describe as inWords } from '../.vitepress/scenes/describe.ts'
import { type Build, drawScene } from '../.vitepress/scenes/draw.ts'
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import { plain } from '../.vitepress/scenes/words.ts'
import { languages, source } from '../.vitepress/site/languages.ts'
import { openEngines } from '../src/evidence/runs.ts'
import type { State, Step } from '../src/trace/engine.ts'
import { parse } from '../src/trace/parse.ts'

/** The steps of a trace on the port. */
function run(text: string): readonly Step[] {
  const [steps = []] = openEngines().port.run([parse(text)])
  return steps
}

/** What is said of the last step on the repaired store. */
function toldOnRepaired(...all: string[]): string {
  const text = lines(...all)
  const [steps = []] = openEngines('repaired').port.run([parse(text)])
  const index = steps.length - 1
  const scene = sceneOf(steps, index, { store: 'repaired' })
  return readable(plain(captionOf(steps, index, scene, english)))
}

const english = wordsIn(source)

/** With plain spaces before units, whose spaces do not break. */
const readable = (text: string): string => text.replace(/(?<=\d)\u00a0s/g, ' s')

const lines = (...all: string[]): string => all.join('\n')

/** What is said of the last step. */
function told(...all: string[]): string {
  const steps = run(lines(...all))
  const index = steps.length - 1
  return readable(
    plain(captionOf(steps, index, sceneOf(steps, index), english)),
  )
}

/** What readers hear of the drawing of the last step. */
function heard(...all: string[]): string {
  const steps = run(lines(...all))
  return readable(inWords(sceneOf(steps, steps.length - 1), english))
}

const pass = ['init ana', 'wait 100s', 'init fresh']

test.each(languages)(
  'a unit stays on the line of its number in %s',
  (locale) => {
    const steps = run('init ana\nwait 100s')
    const caption = plain(
      captionOf(steps, 1, sceneOf(steps, 1), wordsIn(locale)),
    )
    // Japanese has no space there.
    expect(caption).toMatch(/100(?:\u00a0s|秒)/)
  },
)

describe('captions', () => {
  test.each<[string, string[], string]>([
    [
      'a first session',
      ['h = init ana'],
      'SessionInit created ana and put it at the back of the list. The trace calls this session h.',
    ],
    [
      'an orphan',
      ['init ana', 'init ana'],
      'SessionInit created ana and put it at the back of the list. The map now leads to the new session; the earlier ana is an orphan.',
    ],
    [
      'a session that is found',
      ['init ana', 'read ana'],
      'SessionRead found ana and changed nothing.',
    ],
    [
      'the empty id',
      ['read ""'],
      'SessionRead did not know "", so it was created at the back of the list.',
    ],
    [
      'a touch',
      ['init ana', 'h = init bo', 'wait 1500ms', 'h.set "user" "Bo"'],
      'Set stored "Bo" under "user" in bo. That touched the session: it is at the front, stamped 1.5 s.',
    ],
    [
      'a touch of the session at the front at the same time',
      ['h = init ana', 'h.get "user"'],
      'Get read nil under "user" in ana. That touched the session, which was at the front with this stamp already.',
    ],
    [
      'a name that holds a destroyed session',
      ['h = init ana', 'destroy ana', 'h.get "user"'],
      'Get read nil under "user" in ana. No key leads to ana, so nothing was touched.',
    ],
    [
      'a name that refreshes a namesake',
      ['h = init ana', 'destroy ana', 'init ana', 'wait 1s', 'h.delete 1'],
      'Delete removed 1 from ana, if it was there. That touched the other session with the id ana: it is at the front, stamped 1 s.',
    ],
    [
      'a session of the second provider',
      ['provider second', 'h = init ana', 'h.set 1 2'],
      'Set stored 2 under 1 in ana. The touch went to the registered provider, which is not shown here.',
    ],
    [
      'time that lets a session expire',
      ['init ana', 'wait 11s', 'gc 10', 'init bo', 'wait 11s'],
      '11 s passed; the clock shows 22 s. Expired at a lifetime of 10 s: bo.',
    ],
    [
      'a clock that is set back',
      ['clock -1000s'],
      'The wall clock was set back by 1,000 s and shows −1,000 s.',
    ],
    [
      'a pass that a living tail stops',
      [...pass, 'gc 10'],
      'SessionGC looked at 1 session and removed none; the tail, fresh, is alive.',
    ],
    [
      'a pass that removes',
      [...pass, 'update fresh', 'gc 10'],
      'SessionGC looked at 2 sessions and removed 1, ana; the tail, fresh, is alive.',
    ],
    [
      'a pass that removes all',
      [...pass, 'wait 11s', 'gc 10'],
      'SessionGC looked at 2 sessions and removed 2, fresh and ana; the list is empty.',
    ],
    [
      'a pass over nothing',
      ['gc 10'],
      'SessionGC found the list empty and did nothing.',
    ],
    [
      'a pass that takes the key of a living session',
      [
        'init ana',
        'wait 7s',
        'h = init ana',
        'h.id',
        'update ana',
        'wait 4s',
        'gc 10',
      ],
      'SessionGC looked at 2 sessions and removed 1, ana; the tail, ana, is alive. It also deleted the key ana, which led to the living session.',
    ],
    [
      'a long list',
      [
        'init a',
        'init b',
        'init c',
        'init d',
        'init e',
        'init f',
        'init g',
        'list',
      ],
      'From front to back, the list holds a, b, c, d, e, and 2 more.',
    ],
    [
      'an expectation that is not met',
      ['init ana', 'list => bo'],
      'From front to back, the list holds ana. The trace expected bo.',
    ],
    [
      'a failure',
      ['gc 9007199254740993'],
      'gc failed: RangeError: maxlifetime: want a safe integer….',
    ],
  ])('%s', (_, trace, says) => {
    const [start = '', end = ''] = says.split('…')
    expect(told(...trace).startsWith(start), told(...trace)).toBe(true)
    if (end === '') expect(told(...trace)).toBe(says)
  })

  it('says every step in every language, and leaves no placeholder', () => {
    const steps = run(
      lines(
        ...['h = init ana', 'init ana', 'k = read bo', 'read bo', 'h.set 1 2'],
        ...['k.get 1', 'k.get 1', 'k.delete 1', 'k.id', 'same h k', 'same h h'],
        ...['list', 'map', 'stamps', 'visited', 'update bo', 'update no'],
        ...['wait 20s', 'gc 10', 'list', 'map', 'stamps', 'gc 1', 'clock -1s'],
        ...['destroy no', 'init cy', 'destroy cy', 'provider second', 'h.id'],
        ...['clock 2s => error', 'update cy', 'k.set 1 1', 'gc 1 => error'],
      ),
    )
    for (const locale of languages) {
      const words = wordsIn(locale)
      for (const [index] of steps.entries()) {
        const text = plain(
          captionOf(steps, index, sceneOf(steps, index), words),
        )
        expect(text, `${locale}, ${steps[index]?.text}`).toMatch(/[.。]$/)
        expect(text).not.toMatch(/[{}]|undefined|captions/)
      }
    }
  })
})

describe('captions on the repaired store', () => {
  test.each<[string, string[], string]>([
    [
      'a first session',
      ['h = init ana'],
      'SessionInit created ana and put it at the front of the list. The trace calls this session h.',
    ],
    [
      'a taken id',
      ['init ana', 'init ana'],
      'SessionInit created ana and put it at the front of the list. It takes the place of the earlier ana, which has ended.',
    ],
    [
      'an unknown id',
      ['read ana'],
      'SessionRead did not know ana, so it was created at the front of the list.',
    ],
    [
      'an expired session',
      ['gc 10', 'init ana', 'wait 11s', 'read ana'],
      'SessionRead found that ana had expired, and created a new one at the front of the list. It takes the place of the earlier ana, which has ended.',
    ],
    [
      'a touch',
      ['h = init ana', 'wait 1s', 'h.get 1'],
      'Get read nil under 1 in ana. That touched the session: it is at the front, stamped 1 s.',
    ],
    [
      'a touch that changes nothing',
      ['h = init ana', 'h.get 1'],
      'Get read nil under 1 in ana. That touched the session, which was at the front with this stamp already.',
    ],
    [
      'a name that holds a destroyed session, with a namesake',
      ['h = init ana', 'destroy ana', 'init ana', 'h.get 1'],
      'Get read nil under 1 in ana. This ana has ended or expired, so nothing was touched.',
    ],
    [
      'a write to a destroyed session',
      ['h = init ana', 'destroy ana', 'h.set 1 2 => error'],
      'h.set failed: ErrEnded: session: this session has ended; read it again. The trace expects that it fails.',
    ],
    [
      'an update',
      ['init ana', 'init bo', 'wait 1s', 'update ana'],
      'SessionUpdate stamped ana with 1 s; it is at the front.',
    ],
    [
      'an update of an expired session',
      ['gc 10', 'init ana', 'wait 11s', 'update ana'],
      'SessionUpdate found that ana has expired and changed nothing.',
    ],
    [
      'an update of an unknown id',
      ['update ana'],
      'SessionUpdate found no ana in the map and changed nothing.',
    ],
    [
      'a session of the first provider, seen from the second',
      ['h = init ana', 'provider second', 'h.set 1 2'],
      'Set stored 2 under 1 in ana. The touch went to the session’s own provider, which is not shown here.',
    ],
    [
      'a wall clock that is set',
      ['init ana', 'gc 10', 'clock -1000s'],
      'The wall clock was set back by 1,000 s and shows −1,000 s.',
    ],
  ])('%s', (_, trace, says) => {
    expect(toldOnRepaired(...trace)).toBe(says)
  })

  it('ages follow the time that passes, and are exact', () => {
    const flags = (...all: string[]) => {
      const [steps = []] = openEngines('repaired').port.run([
        parse(lines('init ana', 'clock 1h', ...all)),
      ])
      const scene = sceneOf(steps, steps.length - 1, { store: 'repaired' })
      return scene.sessions.map(({ age, expired }) => [age, expired])
    }
    expect(flags('wait 10s', 'gc 10')).toEqual([[10_000, false]])
    expect(flags('gc 10', 'wait 10001ms')).toEqual([[10_001, true]])
  })
})

describe('scenes', () => {
  it('say where each session stands, how old it is, and what leads to it', () => {
    expect(heard(...pass, 'h = read ana', 'gc 10')).toBe(
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
