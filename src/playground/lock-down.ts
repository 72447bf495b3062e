/**
 * Takes from a worker what edited code could use against the page: messages,
 * the network, storage, and changes of the built-in objects, on which the
 * engine that reports the steps relies.
 */

/** The names that are removed from the global object. */
const removed = [
  ...['postMessage', 'close', 'onmessage', 'onmessageerror', 'name'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource'],
  ...['WebTransport', 'importScripts', 'Worker', 'SharedWorker', 'navigator'],
  ...['BroadcastChannel', 'indexedDB', 'caches', 'FileSystemHandle'],
]

/**
 * These take a function here, and no text: one that imports a module ends the
 * tab of Firefox 153.
 */
const timers = ['setTimeout', 'setInterval'] as const

const off = { value: undefined, writable: false, configurable: false }

/** Removes these names, guards the timers, and freezes the built-in objects. */
export function lockDown(scope: typeof globalThis): void {
  for (const name of removed) {
    Reflect.defineProperty(scope, name, off)
    let at: object | null = Object.getPrototypeOf(scope)
    for (; at !== null; at = Object.getPrototypeOf(at)) {
      if (Object.hasOwn(at, name)) Reflect.defineProperty(at, name, off)
    }
  }
  for (const name of timers) {
    const start = scope[name] as (...all: unknown[]) => unknown
    const value = (run: unknown, ...rest: unknown[]) => {
      if (typeof run === 'function') return start(run, ...rest)
      throw new TypeError(`${name} takes a function here`)
    }
    Reflect.defineProperty(scope, name, { ...off, value })
  }
  for (const object of [...builtIns(scope)]) freeze(object)
}

/**
 * Freezes an object that others inherit from. They may still get properties of
 * the same names, as in `this.name = 'NoSession'` of an Error: JavaScript
 * refuses that if the inherited property is one that cannot be written.
 */
function freeze(object: object): void {
  const { defineProperty } = Reflect
  for (const key of Object.getOwnPropertyNames(object)) {
    const own = Object.getOwnPropertyDescriptor(object, key)
    // V8 makes no stacks if this one is not a plain property.
    const plain = key === 'stackTraceLimit'
    if (plain || !own?.configurable || !own.writable) continue
    const { value, enumerable } = own
    defineProperty(object, key, {
      get: () => value,
      set(this: object, value: unknown) {
        const made = { value, writable: true, enumerable: true }
        const done =
          this !== object &&
          defineProperty(this, key, { ...made, configurable: true })
        if (!done) throw new TypeError(`${key} cannot be changed here`)
      },
      enumerable,
    })
  }
  Object.freeze(object)
}

/** The constructors and namespaces of the language, and their prototypes. */
function* builtIns(scope: typeof globalThis): Generator<object> {
  for (const name of Object.getOwnPropertyNames(scope)) {
    // Reading some properties of the global object has an effect.
    const found = Object.getOwnPropertyDescriptor(scope, name)?.value
    const space = /^(Math|JSON|Reflect|Atomics|Intl)$/.test(name)
    if (typeof found !== 'function' && !space) continue
    // The name must go on meaning the same object.
    const fixed = { writable: false, configurable: false }
    Reflect.defineProperty(scope, name, fixed)
    yield found
    if (found.prototype) yield found.prototype
  }
  const iterators = [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/./g),
    (function* () {})(),
    (async function* () {})(),
  ]
  for (const iterator of iterators) {
    let at: object | null = Object.getPrototypeOf(iterator)
    for (; at !== null; at = Object.getPrototypeOf(at)) yield at
  }
  const functions = [function* () {}, async () => {}, async function* () {}]
  for (const each of functions) yield Object.getPrototypeOf(each)
}
