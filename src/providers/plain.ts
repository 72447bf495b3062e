/**
 * A second store, to show that the interfaces allow other storage: it has one
 * map and no list, and a collection looks at every session.
 */
import * as session from '../session.ts'
import * as time from '../time.ts'

/** One session and its values; only its own methods change its stamp. */
class SessionStore implements session.Session {
  timeAccessed = time.now()
  private readonly value = new Map<unknown, unknown>()

  constructor(private readonly sid: string) {}

  set(key: unknown, value: unknown): void {
    this.timeAccessed = time.now()
    this.value.set(key, value)
  }

  get(key: unknown): unknown {
    this.timeAccessed = time.now()
    return this.value.has(key) ? this.value.get(key) : null
  }

  delete(key: unknown): void {
    this.timeAccessed = time.now()
    this.value.delete(key)
  }

  sessionID(): string {
    return this.sid
  }
}

/** All sessions of one store. Registered under the name `plain`. */
export class Provider implements session.Provider {
  private readonly sessions = new Map<string, SessionStore>()

  sessionInit(sid: string): session.Session {
    const newsess = new SessionStore(sid)
    this.sessions.set(sid, newsess)
    return newsess
  }

  sessionRead(sid: string): session.Session {
    return this.sessions.get(sid) ?? this.sessionInit(sid)
  }

  sessionDestroy(sid: string): void {
    this.sessions.delete(sid)
  }

  /**
   * @param maxlifetime Whole seconds; any safe integer, negative ones too.
   * @throws {RangeError} If `maxlifetime` is not a safe integer.
   */
  sessionGC(maxlifetime: number): void {
    session.checkLifetime(maxlifetime)
    const now = time.now().unix()
    for (const [sid, { timeAccessed }] of this.sessions) {
      if (timeAccessed.unix() + maxlifetime < now) {
        this.sessions.delete(sid)
      }
    }
  }
}

session.register('plain', new Provider())
