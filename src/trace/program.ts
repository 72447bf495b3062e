/** Runs a WASI program with a virtual clock and with input from a callback. */
import { Fd, WASI, wasi } from '@bjorn3/browser_wasi_shim'
import type { VirtualClock } from './clock.ts'

/** Gives input and takes output. An error thrown here ends the program. */
export interface Host {
  /** Called when the program wants more input; `undefined` ends the input. */
  nextLine(): string | undefined
  /** Called with each text that the program writes to standard output. */
  onOutput(text: string): void
}

type Start = Parameters<WASI['start']>[0]

const encoder = new TextEncoder()

/**
 * Runs the program to its end. When it sleeps, both clocks advance.
 * @param options The program's arguments, without its name.
 * @returns Its exit code, and what it wrote to standard error.
 * @throws The host's errors, and WebAssembly's traps.
 */
export function runProgram(
  module: WebAssembly.Module,
  clock: VirtualClock,
  host: Host,
  options: readonly string[] = [],
): { code: number; stderr: string } {
  const stderr = new Output()
  const fds = [new Input(host), new Output(host), stderr]
  // Stryker disable next-line StringLiteral,ArrayDeclaration: the program reads its options, but neither its name nor its environment
  const shim = new WASI(['trace', ...options], [], fds, { debug: false })
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

/** The two WASI calls that use time. */
function virtualTime(clock: VirtualClock, memory: () => DataView) {
  return {
    clock_time_get(id: number, _precision: bigint, at: number): number {
      const wall = id === wasi.CLOCKID_REALTIME
      memory().setBigUint64(at, wall ? clock.read() : clock.elapsed, true)
      return wasi.ERRNO_SUCCESS
    },

    /** Go uses this call only to sleep. */
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

/** Passes standard output to the host; without a host, keeps the text. */
class Output extends Fd {
  text = ''
  readonly #decoder = new TextDecoder()

  constructor(private readonly host?: Host) {
    super()
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    const text = this.#decoder.decode(data, { stream: true })
    if (this.host) {
      this.host.onOutput(text)
    } else {
      this.text += text
    }
    return { ret: wasi.ERRNO_SUCCESS, nwritten: data.length }
  }
}
