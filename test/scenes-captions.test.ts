// Tests what is said of a step, on the listing’s store and the repaired one.
import { describe, expect, it, test } from 'vitest'
import { captionOf } from '../.vitepress/scenes/caption.ts'
import { wordsIn } from '../.vitepress/scenes/say.ts'
import { sceneOf } from '../.vitepress/scenes/scene.ts'
import { plain } from '../.vitepress/scenes/words.ts'
import { languages } from '../.vitepress/site/languages.ts'
import { openPort } from '../src/evidence/runs.ts'
import { operationNames } from '../src/trace/operations.ts'
import { linesOf } from './operation-lines.ts'
import { lines, pass, run, told, toldOnRepaired } from './scene-texts.ts'
import { stepsOn } from './steps.ts'

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

test.each([
  ['a b', 'a 和 b'],
  ['a b c d e f g', 'e 和'],
])('Chinese has spaces beside ids in a list: %s', (ids, said) => {
  const steps = run(
    [...ids.split(' ').map((id) => `init ${id}`), 'list =>'].join('\n'),
  )
  const last = steps.length - 1
  const caption = captionOf(steps, last, sceneOf(steps, last), wordsIn('zh'))
  expect(plain(caption)).toContain(said)
})

describe('captions', () => {
  test.each(
    Object.entries({
      'h = init ana':
        'SessionInit created ana and put it at the back of the list. The trace calls this session h.',
      'init ana\ninit ana':
        'SessionInit created ana and put it at the back of the list. The map now leads to the new session; the earlier ana is an orphan.',
      'init ana\nread ana': 'SessionRead found ana and changed nothing.',
      'read ""':
        'SessionRead did not know "", so it was created at the back of the list.',
      'init ana\nh = init bo\nwait 1500ms\nh.set "user" "Bo"':
        'Set stored "Bo" under "user" in bo. That touched the session: it is at the front, stamped 1.5 s.',
      'h = init ana\nh.get "user"':
        'Get read nil under "user" in ana. That touched the session, which was at the front with this stamp already.',
      'h = init ana\ndestroy ana\nh.get "user"':
        'Get read nil under "user" in ana. No key leads to ana, so nothing was touched.',
      'h = init ana\ndestroy ana\ninit ana\nwait 1s\nh.delete 1':
        'Delete removed 1 from ana, if it was there. That touched the other session with the id ana: it is at the front, stamped 1 s.',
      'provider second\nh = init ana\nh.set 1 2':
        'Set stored 2 under 1 in ana. The touch went to the registered provider, which is not shown here.',
      'init ana\nwait 11s\ngc 10\ninit bo\nwait 11s':
        '11 s passed; the clock shows 22 s. Expired at a lifetime of 10 s: bo.',
      'clock -1000s':
        'The wall clock was set back by 1,000 s and shows −1,000 s.',
      [`${pass}\ngc 10`]:
        'SessionGC looked at 1 session and removed none; the tail, fresh, is alive.',
      [`${pass}\nupdate fresh\ngc 10`]:
        'SessionGC looked at 2 sessions and removed 1, ana; the tail, fresh, is alive.',
      [`${pass}\nwait 11s\ngc 10`]:
        'SessionGC looked at 2 sessions and removed 2, fresh and ana; the list is empty.',
      'gc 10': 'SessionGC found the list empty and did nothing.',
      'init ana\nwait 7s\nh = init ana\nh.id\nupdate ana\nwait 4s\ngc 10':
        'SessionGC looked at 2 sessions and removed 1, ana; the tail, ana, is alive. It also deleted the key ana, which led to the living session.',
      'init a\ninit b\ninit c\ninit d\ninit e\ninit f\ninit g\nlist':
        'From front to back, the list holds a, b, c, d, e, and 2 more.',
      'init ana\nlist => bo':
        'From front to back, the list holds ana. The trace expected bo.',
      'gc 9007199254740993':
        'gc failed: RangeError: maxlifetime: want a safe integer….',
    }),
  )('%j', (trace, says) => {
    const [start = '', end = ''] = says.split('…')
    expect(told(trace).startsWith(start), told(trace)).toBe(true)
    if (end === '') expect(told(trace)).toBe(says)
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
        ...operationNames.all.flatMap((name) => linesOf(name).right),
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
  test.each(
    Object.entries({
      'h = init ana':
        'SessionInit created ana and put it at the front of the list. The trace calls this session h.',
      'init ana\ninit ana':
        'SessionInit created ana and put it at the front of the list. It takes the place of the earlier ana, which has ended.',
      'read ana':
        'SessionRead did not know ana, so it was created at the front of the list.',
      'gc 10\ninit ana\nwait 11s\nread ana':
        'SessionRead found that ana had expired, and created a new one at the front of the list. It takes the place of the earlier ana, which has ended.',
      'h = init ana\nwait 1s\nh.get 1':
        'Get read nil under 1 in ana. That touched the session: it is at the front, stamped 1 s.',
      'h = init ana\nh.get 1':
        'Get read nil under 1 in ana. That touched the session, which was at the front with this stamp already.',
      'h = init ana\ndestroy ana\ninit ana\nh.get 1':
        'Get read nil under 1 in ana. This ana has ended or expired, so nothing was touched.',
      'h = init ana\ndestroy ana\nh.set 1 2 => error':
        'h.set failed: ErrEnded: session: this session has ended; read it again. The trace expects that it fails.',
      'init ana\ninit bo\nwait 1s\nupdate ana':
        'SessionUpdate stamped ana with 1 s; it is at the front.',
      'gc 10\ninit ana\nwait 11s\nupdate ana':
        'SessionUpdate found that ana has expired and changed nothing.',
      'update ana':
        'SessionUpdate found no ana in the map and changed nothing.',
      'h = init ana\nprovider second\nh.set 1 2':
        'Set stored 2 under 1 in ana. The touch went to the session’s own provider, which is not shown here.',
      'init ana\ngc 10\nclock -1000s':
        'The wall clock was set back by 1,000 s and shows −1,000 s.',
    }),
  )('%j', (trace, says) => {
    expect(toldOnRepaired(trace)).toBe(says)
  })

  it('ages follow the time that passes, and are exact', () => {
    const flags = (...all: string[]) => {
      const text = lines('init ana', 'clock 1h', ...all)
      const steps = stepsOn(openPort('repaired'), text)
      const scene = sceneOf(steps, steps.length - 1, { store: 'repaired' })
      return scene.sessions.map(({ age, expired }) => [age, expired])
    }
    expect(flags('wait 10s', 'gc 10')).toEqual([[10_000, false]])
    expect(flags('gc 10', 'wait 10001ms')).toEqual([[10_001, true]])
  })
})
