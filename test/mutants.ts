/** Small edits of the port, each of which must turn a claim red. */
import { type Edit, listing } from './edited-port.ts'

/** One wrong version of the port. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
}

function mutant(name: string, find: string, replace: string, file = listing) {
  return { name, edits: [{ file, find, replace }] }
}

const touch = 'pder.sessionUpdate(this.sid)'
const expired =
  'element.value.timeAccessed.unix() + maxlifetime < time.now().unix()'
const collect = `        this.list.remove(element)
        this.sessions.delete(element.value.sid)`
const stops = `      } else {
        break`
const found = `    if (element !== undefined) {
      return element.value`

const finds = (head: string) =>
  `${head} {\n    const element = this.sessions.get(sid)`
const reads = finds('sessionRead(sid: string): session.Session')
const destroys = finds('sessionDestroy(sid: string): void')
const updates = finds('sessionUpdate(sid: string): void')

/** The edits that the section's readers proposed. */
export const proposed = {
  continueAtLivingTail: mutant(
    'SessionGC: continue for the last break',
    stops,
    stops.replace('break', 'continue'),
  ),
  pushFront: mutant('SessionInit: pushFront', 'pushBack', 'pushFront'),
} as const satisfies Record<string, Mutant>

export const mutants: readonly Mutant[] = [
  ...Object.values(proposed),
  mutant(
    'Set: touches first',
    `this.value.set(key, value)\n    ${touch}`,
    `${touch}\n    this.value.set(key, value)`,
  ),
  mutant(
    'Set: stores under the wrong key',
    'this.value.set(key, value)',
    'this.value.set(value, value)',
  ),
  mutant(
    'Set: keeps the value that is there',
    'this.value.set(key, value)',
    'this.value.has(key) || this.value.set(key, value)',
  ),
  mutant(
    'Set: stores a copy',
    'this.value.set(key, value)',
    'this.value.set(key, structuredClone(value))',
  ),
  mutant(
    'Get: reads first',
    `    ${touch}\n    if (this.value.has(key)) {`,
    `    const has = this.value.has(key)\n    ${touch}\n    if (has) {`,
  ),
  mutant(
    'Get: an empty value is as good as none',
    'this.value.has(key)',
    'this.value.get(key)',
  ),
  mutant(
    'Get: undefined for a missing key',
    '      return null',
    '      return undefined',
  ),
  mutant(
    'Get: touches only if the key is there',
    `    ${touch}\n    if (this.value.has(key)) {`,
    `    if (this.value.has(key)) {\n      ${touch}`,
  ),
  mutant(
    'Delete: touches first',
    `this.value.delete(key)\n    ${touch}`,
    `${touch}\n    this.value.delete(key)`,
  ),
  mutant(
    'Delete: touches only if the key is there',
    `this.value.delete(key)\n    ${touch}`,
    `if (this.value.delete(key)) {\n      ${touch}\n    }`,
  ),
  mutant(
    'Delete: empties the session',
    'this.value.delete(key)',
    'this.value.clear()',
  ),
  ...[`''`, '0', 'false'].map((kept) =>
    mutant(
      `Delete: keeps the key ${kept}`,
      'this.value.delete(key)',
      `key === ${kept} || this.value.delete(key)`,
    ),
  ),
  mutant(
    'Delete: keeps functions',
    'this.value.delete(key)',
    `typeof key === 'function' || this.value.delete(key)`,
  ),
  mutant(
    'SessionID: touches',
    '    return this.sid\n',
    `    ${touch}\n    return this.sid\n`,
  ),
  mutant(
    'SessionID: trimmed',
    '    return this.sid\n',
    '    return this.sid.trim()\n',
  ),
  mutant(
    'SessionInit: stamped in 1970',
    'sid, time.now(), v',
    'sid, new time.Time(0), v',
  ),
  mutant(
    'SessionInit: all sessions share their values',
    'const v = new Map<unknown, unknown>()',
    'const v = (pder as unknown as { v?: Map<unknown, unknown> }).v ??= new Map()',
  ),
  mutant(
    'SessionInit: a second one gives the first',
    '    const v = new Map<unknown, unknown>()',
    `    if (this.sessions.has(sid)) return this.sessionRead(sid)
    const v = new Map<unknown, unknown>()`,
  ),
  mutant(
    'SessionInit: the map keeps the first',
    'this.sessions.set(sid, element)',
    'this.sessions.has(sid) || this.sessions.set(sid, element)',
  ),
  mutant(
    'SessionRead: touches',
    found,
    found.replace('return', 'this.sessionUpdate(sid)\n      return'),
  ),
  mutant(
    'SessionRead: gives a copy',
    found,
    `    if (element !== undefined) {
      const { sid, timeAccessed, value } = element.value
      return new SessionStore(sid, timeAccessed, value)`,
  ),
  mutant(
    'SessionRead: refuses the empty sid',
    '      const sess = this.sessionInit(sid)',
    `      if (!sid) throw new Error('no sid')
      const sess = this.sessionInit(sid)`,
  ),
  mutant(
    'SessionRead: makes up a sid of its own',
    'const sess = this.sessionInit(sid)',
    'const sess = this.sessionInit(String(Math.random()))',
  ),
  mutant(
    'SessionRead: an expired session is unknown',
    found,
    `    if (
      element !== undefined &&
      element.value.timeAccessed.unix() + 3600 > time.now().unix()
    ) {
      return element.value`,
  ),
  mutant(
    'SessionRead: finds the normal form of a sid',
    reads,
    reads.replace(
      'get(sid)',
      "get(sid) ?? this.sessions.get(sid.normalize('NFC'))",
    ),
  ),
  mutant(
    'SessionRead: of a second provider reads from the first',
    reads,
    reads.replace('this', 'pder'),
  ),
  mutant(
    'SessionRead: of a second provider creates in the first',
    'this.sessionInit(sid)',
    'pder.sessionInit(sid)',
  ),
  mutant(
    'SessionDestroy: compares the first 64 characters',
    destroys,
    destroys.replace('get(sid)', 'get(sid.slice(0, 64))'),
  ),
  mutant(
    'SessionDestroy: of a second provider uses the list of the first',
    '      this.sessions.delete(sid)\n      this.list.remove(element)',
    '      this.sessions.delete(sid)\n      pder.list.remove(element)',
  ),
  mutant(
    'SessionDestroy: an unknown sid is an error',
    `      this.list.remove(element)
      return
    }
`,
    `      this.list.remove(element)
      return
    }
    throw new Error('unknown sid')
`,
  ),
  mutant(
    'SessionDestroy: forgets the values, too',
    '      this.sessions.delete(sid)\n',
    '      this.sessions.delete(sid)\n      element.value.value.clear()\n',
  ),
  mutant(
    'SessionDestroy: removes the back of the list',
    '      this.sessions.delete(sid)\n      this.list.remove(element)',
    `      this.sessions.delete(sid)
      this.list.remove(this.list.back() ?? element)`,
  ),
  mutant(
    'SessionDestroy: removes orphans, too',
    '      this.sessions.delete(sid)\n      this.list.remove(element)',
    `      this.sessions.delete(sid)
      for (let e = this.list.front(); e !== null; e = e.next()) {
        if (e.value.sid === sid) this.list.remove(e)
      }`,
  ),
  mutant('SessionGC: from the front', 'list.back()', 'list.front()'),
  mutant(
    'SessionGC: continue on the empty list',
    'element === null) {\n        break',
    'element === null) {\n        time.now()\n        continue',
  ),
  mutant('SessionGC: <= for <', 'maxlifetime < time', 'maxlifetime <= time'),
  mutant('SessionGC: > for <', 'maxlifetime < time', 'maxlifetime > time'),
  mutant('SessionGC: one second longer', expired, `1 + ${expired}`),
  mutant('SessionGC: one second less', expired, `-1 + ${expired}`),
  mutant('SessionGC: lifetime ignored', 'unix() + maxlifetime', 'unix()'),
  mutant(
    'SessionGC: lifetime taken away',
    'unix() + maxlifetime',
    'unix() - maxlifetime',
  ),
  mutant(
    'SessionGC: by milliseconds',
    expired,
    expired
      .replace('unix() + maxlifetime', 'unixMilli() + maxlifetime * 1000')
      .replace('now().unix()', 'now().unixMilli()'),
  ),
  mutant(
    'SessionGC: never a negative lifetime',
    'session.checkLifetime(maxlifetime)\n',
    'session.checkLifetime(maxlifetime)\n    if (maxlifetime < 0) return\n',
  ),
  mutant(
    'SessionGC: zero means for ever',
    'session.checkLifetime(maxlifetime)\n',
    'session.checkLifetime(maxlifetime)\n    if (maxlifetime === 0) return\n',
  ),
  mutant('SessionGC: one a pass', collect, `${collect}\n        break`),
  mutant(
    'SessionGC: removes what stands before the tail',
    collect,
    collect.replace('remove(element)', 'remove(element.prev() ?? element)'),
  ),
  mutant(
    'SessionGC: spares the live session of an orphan',
    '        this.sessions.delete(element.value.sid)',
    `        if (this.sessions.get(element.value.sid) === element)
          this.sessions.delete(element.value.sid)`,
  ),
  mutant(
    'SessionGC: looks at the whole list',
    stops,
    `      } else {
        for (let e = element.prev(); e !== null; e = e.prev()) time.now()
        break`,
  ),
  mutant(
    'SessionGC: goes on past the living tail',
    stops,
    `      } else {
        for (let e = element.prev(); e !== null; ) {
          const before = e.prev()
          if (e.value.timeAccessed.unix() + maxlifetime < time.now().unix()) {
            this.list.remove(e)
            this.sessions.delete(e.value.sid)
          }
          e = before
        }
        break`,
  ),
  mutant(
    'SessionGC: forgets the values, too',
    collect,
    `${collect}\n        element.value.value.clear()`,
  ),
  mutant(
    'SessionGC: ends after 20,000 entries',
    'for (;;) {',
    'for (let i = 0; i < 20_000; i++) {',
  ),
  mutant(
    'SessionUpdate: without regard to case',
    updates,
    updates.replace(
      'get(sid)',
      'get(sid) ?? this.sessions.get(sid.toLowerCase())',
    ),
  ),
  mutant('SessionUpdate: moves to the back', 'moveToFront', 'moveToBack'),
  mutant(
    'SessionUpdate: creates an unknown sid',
    `      this.list.moveToFront(element)
      return
    }
`,
    `      this.list.moveToFront(element)
      return
    }
    this.sessionInit(sid)
`,
  ),
  mutant(
    'SessionUpdate: never sets a stamp back',
    'element.value.timeAccessed = time.now()',
    `if (element.value.timeAccessed.unix() <= time.now().unix())
        element.value.timeAccessed = time.now()`,
  ),
  mutant(
    'SessionUpdate: moves only if the stamp is older',
    '      this.list.moveToFront(element)',
    `      if (element.prev()?.value.timeAccessed.unix() !== time.now().unix())
        this.list.moveToFront(element)`,
  ),
  mutant(
    'SessionUpdate: does not revive what is older than an hour',
    'element.value.timeAccessed = time.now()',
    `const old = element.value.timeAccessed.unix()
      if (old + 3600 < time.now().unix()) return
      element.value.timeAccessed = time.now()`,
  ),
  {
    name: 'Get: touches through the provider that made the session',
    edits: [
      {
        file: listing,
        find: 'SessionStore(sid, time.now(), v)',
        replace:
          'SessionStore(sid, time.now(), Object.assign(v, { by: this }))',
      },
      {
        file: listing,
        find: `${touch}\n    if`,
        replace: `(this.value as unknown as { by: Provider }).by
      .sessionUpdate(this.sid)\n    if`,
      },
    ],
  },
  mutant(
    'init: registers under another name',
    "register('memory', pder)",
    "register('ram', pder)",
  ),
  mutant(
    'time.Unix: no floor',
    'Math.floor(this.milliseconds / second)',
    'this.milliseconds / second',
    'time.ts',
  ),
  mutant(
    'time.Unix: rounded',
    'Math.floor(this.milliseconds / second)',
    'Math.round(this.milliseconds / second)',
    'time.ts',
  ),
  mutant(
    'time.Unix: towards zero',
    'Math.floor(this.milliseconds / second)',
    'Math.trunc(this.milliseconds / second)',
    'time.ts',
  ),
  mutant(
    'time.Now: another clock than the wall clock',
    'new Time(readClock())',
    'new Time(performance.now())',
    'time.ts',
  ),
]
