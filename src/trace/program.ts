/** Runs a WASI program whose clock is virtual and whose input is asked for. */
import { Fd, WASI, wasi } from '@bjorn3/browser_wasi_shim'
import type { VirtualClock } from './clock.ts'

/** What the program talks to. Whatever these throw ends the program. */
export interface Host {
  /** Called when the program wants more input; `undefined` ends it. */
  nextLine(): string | undefined
  /** Called with what the program has written to standard output. */
  said(text: string): void
}

type Start = Parameters<WASI['start']>[0]

const encoder = new TextEncoder()

/**
 * Runs the program to its end. Its sleeping moves the clock.
 * @returns Its exit code, and what it wrote to standard error.
 * @throws What the host throws, and WebAssembly's traps.
 */
export function runProgram(
  module: WebAssembly.Module,
  clock: VirtualClock,
  host: Host,
): { code: number; stderr: string } {
  const stderr = new Output()
  const fds = [new Input(host), new Output(host), stderr]
  const shim = new WASI([], [], fds, { debug: false })
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: {
      ...shim.wasiImport,
      ...virtualTime(
        clock,
        () => new DataView(shim.inst.exports.memory.buffer),
      ),
    },
  })
  const code = shim.start(instance as WebAssembly.Instance & Start)
  return { code, stderr: stderr.text }
}

/** The two calls of WASI that know of time. */
function virtualTime(clock: VirtualClock, memory: () => DataView) {
  return {
    clock_time_get(id: number, _precision: bigint, at: number): number {
      const wall = id === wasi.CLOCKID_REALTIME
      memory().setBigUint64(at, wall ? clock.read() : clock.elapsed, true)
      return wasi.ERRNO_SUCCESS
    },

    /** Go sleeps by asking to be woken after a time, and by nothing else. */
    poll_oneoff(input: number, events: number, count: number, done: number) {
      const asked = wasi.Subscription.read_bytes(memory(), input)
      if (count !== 1 || asked.eventtype !== wasi.EVENTTYPE_CLOCK) {
        return wasi.ERRNO_NOTSUP
      }
      clock.wall += asked.timeout
      clock.elapsed += asked.timeout
      const woken = new wasi.Event(asked.userdata, 0, asked.eventtype)
      woken.write_bytes(memory(), events)
      memory().setUint32(done, 1, true)
      return wasi.ERRNO_SUCCESS
    },
  }
}

/** Standard input: one line for each read. */
class Input extends Fd {
  #rest = new Uint8Array()

  constructor(private readonly host: Host) {
    super()
  }

  override fd_read(size: number): { ret: number; data: Uint8Array } {
    if (this.#rest.length === 0) {
      this.#rest = encoder.encode(this.host.nextLine() ?? '')
    }
    const data = this.#rest.subarray(0, size)
    this.#rest = this.#rest.subarray(size)
    return { ret: wasi.ERRNO_SUCCESS, data }
  }
}

/** Standard output, handed to the host, or standard error, kept. */
class Output extends Fd {
  text = ''
  readonly #decoder = new TextDecoder()

  constructor(private readonly host?: Host) {
    super()
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    const text = this.#decoder.decode(data, { stream: true })
    if (this.host) {
      this.host.said(text)
    } else {
      this.text += text
    }
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length }
  }
}
