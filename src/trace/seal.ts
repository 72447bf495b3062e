/** Reads the seal that build-wasm.sh writes at the end of trace.wasm. */

/** A WebAssembly custom section named seal, with 64 bytes of content. */
const section = Uint8Array.of(0, 69, 4, 0x73, 0x65, 0x61, 0x6c)

/** The length of the SHA-256 in hexadecimal digits. */
const digits = 64

/** A program in two parts. */
export interface Sealed {
  /** All bytes before the seal. */
  readonly body: Uint8Array<ArrayBuffer>
  /** The SHA-256 that they must have, in hexadecimal digits. */
  readonly seal: string
}

/**
 * Whether a program has the sum in its seal. Where a page may not compute sums,
 * because it came without TLS, whether there is a seal.
 */
export async function isSealed(bytes: Uint8Array<ArrayBuffer>) {
  const { body, seal } = splitSeal(bytes) ?? {}
  if (!body) return false
  const sum = await globalThis.crypto?.subtle?.digest('SHA-256', body)
  return !sum || hexadecimal(new Uint8Array(sum)) === seal
}

const hexadecimal = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Splits a program. Undefined if it does not end with a seal. */
export function splitSeal(bytes: Uint8Array<ArrayBuffer>): Sealed | undefined {
  const end = bytes.length - digits
  const start = end - section.length
  // Before the first byte there is none.
  if (!section.every((byte, i) => bytes[start + i] === byte)) return undefined
  const seal = new TextDecoder().decode(bytes.subarray(end))
  return { body: bytes.subarray(0, start), seal }
}
