/**
 * Sessions in the memory of this process: the repaired store, with its lifetime
 * given once.
 */
import * as chain from '../container/chain.ts'
import * as repaired from '../providers/repaired.ts'
import type * as session from '../session.ts'
import * as time from '../time.ts'
import type { Store } from './manager.ts'
import { check, filled } from './options.ts'

/** The longest time between two passes, in seconds. */
const pause = 60

/** How a `Memory` is limited. */
export interface MemoryOptions {
  /** At most so many sessions; 100,000 if left out. */
  readonly maxSessions?: number
}

/**
 * A store in memory, which removes expired sessions by itself. Its methods
 * answer at once, and so do its sessions. Go: `manager.Memory`.
 */
export class Memory implements Store<session.Session> {
  private readonly sessions = new repaired.Provider(new chain.Chain())
  private readonly maxSessions: number
  private timer: time.Timer

  /**
   * @param maxlifetime Whole seconds that an unused session is kept; from 1 to
   *   9,007,199,254,740.
   * @param options If there are more sessions than their limit, the one that was
   *   not used for longest ends.
   * @throws {RangeError} If one of them is wrong.
   */
  constructor(
    readonly maxlifetime: number,
    options: MemoryOptions = {},
  ) {
    check('maxlifetime', maxlifetime)
    this.maxSessions = filled(options, { maxSessions: 100_000 }).maxSessions
    check('maxSessions', this.maxSessions)
    this.sessions.sessions = new Map()
    this.timer = this.collect()
  }

  /** Creates a session. Go: `SessionInit`. */
  sessionInit(sid: string): session.Session {
    return this.limited(this.sessions.sessionInit(sid))
  }

  /** Touches the session of `sid`; `null` if there is none. Go: `SessionFind`. */
  sessionFind(sid: string): session.Session | null {
    const found = this.sessions.sessions.get(sid)
    return found?.touch() ? found : null
  }

  /** Ends a session; an unknown `sid` is no error. Go: `SessionDestroy`. */
  sessionDestroy(sid: string): void {
    this.sessions.sessionDestroy(sid)
  }

  /**
   * Creates the session of `sid` with the values of the one of `oldsid`, which
   * ends; without values if there is none. Go: `SessionRegenerate`.
   */
  sessionRegenerate(oldsid: string, sid: string): session.Session {
    return this.limited(this.sessions.sessionRegenerate(oldsid, sid))
  }

  /**
   * Removes the expired sessions. Whatever lifetime it is called with, the
   * store's own decides. Go: `SessionGC`.
   */
  sessionGC(_maxlifetime?: number): void {
    this.sessions.sessionGC(this.maxlifetime)
  }

  /** Stops the passes; may be called again. Go: `Close`. */
  close(): void {
    this.timer.stop()
  }

  /** Makes a pass and plans the next one. */
  private collect(): time.Timer {
    this.sessionGC()
    const seconds = Math.min(this.maxlifetime, pause)
    return time.afterFunc(seconds * time.second, () => {
      this.timer = this.collect()
    })
  }

  /** Ends the sessions beyond the limit. */
  private limited(newsess: session.Session): session.Session {
    const { list } = this.sessions
    for (let last = list.back(); last; last = list.back()) {
      if (list.len() <= this.maxSessions) break
      this.sessions.remove(last)
    }
    return newsess
  }
}
