/** Lists small edits of the port. Each must make at least one claim fail. */
import { type Edit, portFile } from './edit.ts'

/** One wrong version of the port. */
export interface Mutant {
  readonly name: string
  readonly edits: readonly Edit[]
}

function mutant(name: string, find: string, replace: string, file = portFile) {
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
    'Set: keeps an existing value',
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
    'Get: treats an empty value as missing',
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
    'SessionInit: a second call returns the first session',
    '    const v = new Map<unknown, unknown>()',
    `    if (this.sessions.has(sid)) return this.sessionRead(sid)
    const v = new Map<unknown, unknown>()`,
  ),
  mutant(
    'SessionInit: the map keeps the first session',
    'this.sessions.set(sid, element)',
    'this.sessions.has(sid) || this.sessions.set(sid, element)',
  ),
  mutant(
    'SessionRead: touches',
    found,
    found.replace('return', 'this.sessionUpdate(sid)\n      return'),
  ),
  mutant(
    'SessionRead: returns a copy',
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
    'SessionRead: creates a random sid',
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
    'SessionRead: a second provider reads from the first',
    reads,
    reads.replace('this', 'pder'),
  ),
  mutant(
    'SessionRead: a second provider creates in the first',
    'this.sessionInit(sid)',
    'pder.sessionInit(sid)',
  ),
  mutant(
    'SessionDestroy: compares the first 64 characters',
    destroys,
    destroys.replace('get(sid)', 'get(sid.slice(0, 64))'),
  ),
  mutant(
    'SessionDestroy: a second provider uses the list of the first',
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
    'SessionDestroy: also clears the values',
    '      this.sessions.delete(sid)\n',
    '      this.sessions.delete(sid)\n      element.value.value.clear()\n',
  ),
  mutant(
    'SessionDestroy: removes the last element of the list',
    '      this.sessions.delete(sid)\n      this.list.remove(element)',
    `      this.sessions.delete(sid)
      this.list.remove(this.list.back() ?? element)`,
  ),
  mutant(
    'SessionDestroy: also removes orphans',
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
  mutant('SessionGC: ignores the lifetime', 'unix() + maxlifetime', 'unix()'),
  mutant(
    'SessionGC: subtracts the lifetime',
    'unix() + maxlifetime',
    'unix() - maxlifetime',
  ),
  mutant(
    'SessionGC: compares milliseconds',
    expired,
    expired
      .replace('unix() + maxlifetime', 'unixMilli() + maxlifetime * 1000')
      .replace('now().unix()', 'now().unixMilli()'),
  ),
  mutant(
    'SessionGC: ignores a negative lifetime',
    'session.checkLifetime(maxlifetime)\n',
    'session.checkLifetime(maxlifetime)\n    if (maxlifetime < 0) return\n',
  ),
  mutant(
    'SessionGC: zero means no limit',
    'session.checkLifetime(maxlifetime)\n',
    'session.checkLifetime(maxlifetime)\n    if (maxlifetime === 0) return\n',
  ),
  mutant('SessionGC: one per pass', collect, `${collect}\n        break`),
  mutant(
    'SessionGC: removes the element before the tail',
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
    'SessionGC: continues past an unexpired tail',
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
    'SessionGC: also clears the values',
    collect,
    `${collect}\n        element.value.value.clear()`,
  ),
  mutant(
    'SessionGC: ends after 20,000 entries',
    'for (;;) {',
    'for (let i = 0; i < 20_000; i++) {',
  ),
  mutant(
    'SessionUpdate: ignores case',
    updates,
    updates.replace(
      'get(sid)',
      'get(sid) ?? this.sessions.get(sid.toLowerCase())',
    ),
  ),
  mutant(
    'SessionUpdate: moves to the back',
    'this.list.moveToFront(element)',
    `this.list.remove(element)
      this.sessions.set(sid, this.list.pushBack(element.value))`,
  ),
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
    'SessionUpdate: does not revive a session older than an hour',
    'element.value.timeAccessed = time.now()',
    `const old = element.value.timeAccessed.unix()
      if (old + 3600 < time.now().unix()) return
      element.value.timeAccessed = time.now()`,
  ),
  {
    name: 'Get: touches through the provider that made the session',
    edits: [
      {
        file: portFile,
        find: 'SessionStore(sid, time.now(), v)',
        replace:
          'SessionStore(sid, time.now(), Object.assign(v, { by: this }))',
      },
      {
        file: portFile,
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
    'time.Unix: not rounded',
    'Math.floor(this.milliseconds / second)',
    'this.milliseconds / second',
    'time.ts',
  ),
  mutant(
    'time.Unix: rounded to the nearest second',
    'Math.floor(this.milliseconds / second)',
    'Math.round(this.milliseconds / second)',
    'time.ts',
  ),
  mutant(
    'time.Unix: rounded towards zero',
    'Math.floor(this.milliseconds / second)',
    'Math.trunc(this.milliseconds / second)',
    'time.ts',
  ),
  mutant(
    'time.Now: reads another clock than the wall clock',
    'new Time(readClock())',
    'new Time(performance.now())',
    'time.ts',
  ),
]
