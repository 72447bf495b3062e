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

/** Versions that have another text in the place of one, by their names. */
const instead = (
  find: string,
  others: Readonly<Record<string, string>>,
  file = portFile,
): Mutant[] =>
  Object.entries(others).map((other) => mutant(other[0], find, other[1], file))

const touch = 'pder.sessionUpdate(this.sid)'
const set = 'this.value.set(key, value)'
const remove = 'this.value.delete(key)'
const id = '    return this.sid\n'
const newValues = '    const v = new Map<unknown, unknown>()'
const checked = 'session.checkLifetime(maxlifetime)\n'
const expired =
  'element.value.timeAccessed.unix() + maxlifetime < time.now().unix()'
const collect = `        this.list.remove(element)
        this.sessions.delete(element.value.sid)`
const stops = `      } else {
        break`
const found = `    if (element !== undefined) {
      return element.value`
const touched = `    ${touch}\n    if (this.value.has(key)) {`
const forgets = '      this.sessions.delete(sid)\n'
const destroyed = `${forgets}      this.list.remove(element)`
const moves = '      this.list.moveToFront(element)'
const stamps = 'element.value.timeAccessed = time.now()'
const returns = '\n      return\n    }\n'

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
  mutant('Set: touches first', `${set}\n    ${touch}`, `${touch}\n    ${set}`),
  ...instead(set, {
    'Set: stores under the wrong key': 'this.value.set(value, value)',
    'Set: keeps an existing value': `this.value.has(key) || ${set}`,
    'Set: stores a copy': 'this.value.set(key, structuredClone(value))',
  }),
  mutant(
    'Get: reads first',
    touched,
    `    const has = this.value.has(key)\n    ${touch}\n    if (has) {`,
  ),
  ...instead('this.value.has(key)', {
    'Get: treats an empty value as missing': 'this.value.get(key)',
  }),
  ...instead('      return null', {
    'Get: undefined for a missing key': '      return undefined',
  }),
  mutant(
    'Get: touches only if the key is there',
    touched,
    `    if (this.value.has(key)) {\n      ${touch}`,
  ),
  ...instead(`${remove}\n    ${touch}`, {
    'Delete: touches first': `${touch}\n    ${remove}`,
    'Delete: touches only if the key is there': `if (${remove}) {\n      ${touch}\n    }`,
  }),
  ...instead(remove, {
    'Delete: empties the session': 'this.value.clear()',
    "Delete: keeps the key ''": `key === '' || ${remove}`,
    'Delete: keeps the key 0': `key === 0 || ${remove}`,
    'Delete: keeps the key false': `key === false || ${remove}`,
    'Delete: keeps functions': `typeof key === 'function' || ${remove}`,
  }),
  ...instead(id, {
    'SessionID: touches': `    ${touch}\n${id}`,
    'SessionID: trimmed': '    return this.sid.trim()\n',
  }),
  ...instead('sid, time.now(), v', {
    'SessionInit: stamped in 1970': 'sid, new time.Time(0), v',
  }),
  ...instead('const v = new Map<unknown, unknown>()', {
    'SessionInit: all sessions share their values':
      'const v = (pder as unknown as { v?: Map<unknown, unknown> }).v ??= new Map()',
  }),
  ...instead(newValues, {
    'SessionInit: a second call returns the first session': `    if (this.sessions.has(sid)) return this.sessionRead(sid)\n${newValues}`,
  }),
  ...instead('this.sessions.set(sid, element)', {
    'SessionInit: the map keeps the first session':
      'this.sessions.has(sid) || this.sessions.set(sid, element)',
  }),
  ...instead(found, {
    'SessionRead: touches': found.replace(
      'return',
      'this.sessionUpdate(sid)\n      return',
    ),
    'SessionRead: returns a copy': `    if (element !== undefined) {
      const { sid, timeAccessed, value } = element.value
      return new SessionStore(sid, timeAccessed, value)`,
  }),
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
  ...instead(found, {
    'SessionRead: an expired session is unknown': `    if (
      element !== undefined &&
      element.value.timeAccessed.unix() + 3600 > time.now().unix()
    ) {
      return element.value`,
  }),
  ...instead(reads, {
    'SessionRead: finds the normal form of a sid': reads.replace(
      'get(sid)',
      "get(sid) ?? this.sessions.get(sid.normalize('NFC'))",
    ),
    'SessionRead: a second provider reads from the first': reads.replace(
      'this',
      'pder',
    ),
  }),
  ...instead('this.sessionInit(sid)', {
    'SessionRead: a second provider creates in the first':
      'pder.sessionInit(sid)',
  }),
  mutant(
    'SessionDestroy: compares the first 64 characters',
    destroys,
    destroys.replace('get(sid)', 'get(sid.slice(0, 64))'),
  ),
  ...instead(destroyed, {
    'SessionDestroy: a second provider uses the list of the first':
      destroyed.replace('this.list', 'pder.list'),
  }),
  mutant(
    'SessionDestroy: an unknown sid is an error',
    `      this.list.remove(element)${returns}`,
    `      this.list.remove(element)${returns}    throw new Error('unknown sid')\n`,
  ),
  ...instead(forgets, {
    'SessionDestroy: also clears the values': `${forgets}      element.value.value.clear()\n`,
  }),
  ...instead(destroyed, {
    'SessionDestroy: removes the last element of the list': `${forgets}      this.list.remove(this.list.back() ?? element)`,
    'SessionDestroy: also removes orphans': `${forgets}      for (let e = this.list.front(); e !== null; e = e.next()) {
        if (e.value.sid === sid) this.list.remove(e)
      }`,
  }),
  mutant('SessionGC: from the front', 'list.back()', 'list.front()'),
  mutant(
    'SessionGC: continue on the empty list',
    'element === null) {\n        break',
    'element === null) {\n        time.now()\n        continue',
  ),
  ...instead('maxlifetime < time', {
    'SessionGC: <= for <': 'maxlifetime <= time',
    'SessionGC: > for <': 'maxlifetime > time',
  }),
  ...instead(expired, {
    'SessionGC: one second longer': `1 + ${expired}`,
    'SessionGC: one second less': `-1 + ${expired}`,
  }),
  ...instead('unix() + maxlifetime', {
    'SessionGC: ignores the lifetime': 'unix()',
    'SessionGC: subtracts the lifetime': 'unix() - maxlifetime',
  }),
  ...instead(expired, {
    'SessionGC: compares milliseconds': expired
      .replace('unix() + maxlifetime', 'unixMilli() + maxlifetime * 1000')
      .replace('now().unix()', 'now().unixMilli()'),
  }),
  ...instead(checked, {
    'SessionGC: ignores a negative lifetime': `${checked}    if (maxlifetime < 0) return\n`,
    'SessionGC: zero means no limit': `${checked}    if (maxlifetime === 0) return\n`,
  }),
  ...instead(collect, {
    'SessionGC: one per pass': `${collect}\n        break`,
    'SessionGC: removes the element before the tail': collect.replace(
      'remove(element)',
      'remove(element.prev() ?? element)',
    ),
  }),
  ...instead('        this.sessions.delete(element.value.sid)', {
    'SessionGC: spares the live session of an orphan': `        if (this.sessions.get(element.value.sid) === element)
          this.sessions.delete(element.value.sid)`,
  }),
  ...instead(stops, {
    'SessionGC: looks at the whole list': `      } else {
        for (let e = element.prev(); e !== null; e = e.prev()) time.now()
        break`,
    'SessionGC: continues past an unexpired tail': `      } else {
        for (let e = element.prev(); e !== null; ) {
          const before = e.prev()
          if (e.value.timeAccessed.unix() + maxlifetime < time.now().unix()) {
            this.list.remove(e)
            this.sessions.delete(e.value.sid)
          }
          e = before
        }
        break`,
  }),
  ...instead(collect, {
    'SessionGC: also clears the values': `${collect}\n        element.value.value.clear()`,
  }),
  ...instead('for (;;) {', {
    'SessionGC: ends after 20,000 entries':
      'for (let i = 0; i < 20_000; i++) {',
  }),
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
  ...instead(`${moves}${returns}`, {
    'SessionUpdate: creates an unknown sid': `${moves}${returns}    this.sessionInit(sid)\n`,
  }),
  ...instead(stamps, {
    'SessionUpdate: never sets a stamp back': `if (element.value.timeAccessed.unix() <= time.now().unix())
        ${stamps}`,
  }),
  ...instead(moves, {
    'SessionUpdate: moves only if the stamp is older': `      if (element.prev()?.value.timeAccessed.unix() !== time.now().unix())
  ${moves}`,
  }),
  ...instead(stamps, {
    'SessionUpdate: does not revive a session older than an hour': `const old = element.value.timeAccessed.unix()
      if (old + 3600 < time.now().unix()) return
      ${stamps}`,
  }),
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
  ...instead("register('memory', pder)", {
    'init: registers under another name': "register('ram', pder)",
  }),
  ...instead(
    'Math.floor(this.milliseconds / second)',
    {
      'time.Unix: not rounded': 'this.milliseconds / second',
      'time.Unix: rounded to the nearest second':
        'Math.round(this.milliseconds / second)',
      'time.Unix: rounded towards zero':
        'Math.trunc(this.milliseconds / second)',
    },
    'time.ts',
  ),
  ...instead(
    'new Time(readClock())',
    {
      'time.Now: reads another clock than the wall clock':
        'new Time(performance.now())',
    },
    'time.ts',
  ),
]
