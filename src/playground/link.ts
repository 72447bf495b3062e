/**
 * Writes and reads the links that share a trace. The fragment of a link is
 * `#trace=DATA` or, for the trace of a claim, `#claim=ID`. Both may end with
 * `&edit=NAME`, the name of an edit of the port, or with `&store=NAME`, the name
 * of another store. DATA is the trace in UTF-8, compressed with raw DEFLATE, in
 * base64url. A link never contains code. Runs in Node and in a browser.
 */
import { type ProviderPackage, packages } from '../trace/engine.ts'
import { ParseError } from '../trace/error.ts'
import { parse } from '../trace/parse.ts'
import { bytesOf, MOST_LINK, MOST_TEXT } from './limits.ts'
import { presetNamed } from './presets.ts'

/** What a link shares. */
export interface Shared {
  /** The text of the trace. */
  readonly trace: string
  /** The name of an edit of the port, from presets.ts. */
  readonly edit?: string | undefined
  /** The store that the trace runs on, if it is not the listing's. */
  readonly store?: ProviderPackage | undefined
}

/** What a link to the trace of a claim shares. */
export interface SharedClaim {
  /** The id of the claim. */
  readonly claim: string
  /** The name of an edit of the port, from presets.ts. */
  readonly edit?: string | undefined
  /** The store that the trace runs on, if it is not the listing's. */
  readonly store?: ProviderPackage | undefined
}

/**
 * Why a link cannot be written or read:
 *
 * - `long`: it has more than MOST_LINK characters.
 * - `form`: it is not of the form above.
 * - `damaged`: its data cannot be unpacked to text.
 * - `large`: its trace has more than MOST_TEXT bytes.
 * - `trace`: its text is not a trace.
 * - `edit`: there is no edit of that name.
 * - `claim`: there is no claim with a trace of that id.
 * - `store`: there is no other store of that name.
 */
export type LinkProblem =
  | 'long'
  | 'form'
  | 'damaged'
  | 'large'
  | 'trace'
  | 'edit'
  | 'claim'
  | 'store'

/** A link cannot be written or read. */
export class LinkError extends Error {
  override readonly name = 'LinkError'

  constructor(readonly problem: LinkProblem) {
    super(`link: ${problem}`)
  }
}

const form = /^#(trace|claim)=([A-Za-z0-9_-]+)(?:&(edit|store)=([^&=#]+))?$/

/**
 * The fragment of a link, which begins with `#`.
 * @throws {LinkError} If the trace or the link would be too large, if the text
 * is not a trace, or if there is no such edit. An edit is one of the listing's
 * port, so a store beside it is left out.
 */
export async function writeFragment({
  trace,
  edit,
  store,
}: Shared): Promise<string> {
  check(trace)
  checkEdit(edit)
  const packed = await piped(
    bytesOf(trace),
    new CompressionStream('deflate-raw'),
    Number.POSITIVE_INFINITY,
  )
  const fragment = `#trace=${toBase64url(packed)}${ending(edit, store)}`
  if (fragment.length - 1 > MOST_LINK) throw new LinkError('long')
  return fragment
}

/** The fragment of a link to the trace of a claim, which begins with `#`. */
export const claimFragment = ({ claim, edit, store }: SharedClaim): string =>
  `#claim=${claim}${ending(edit, store)}`

function ending(edit?: string, store: ProviderPackage = 'memory'): string {
  if (edit !== undefined) return `&edit=${encodeURIComponent(edit)}`
  return store === 'memory' ? '' : `&store=${store}`
}

/**
 * What a fragment shares; undefined if it is not meant as a link, such as the
 * empty fragment and the id of a heading. Whether there is a claim of the id is
 * for the caller to find out.
 * @throws {LinkError} If it is meant as a link but cannot be read.
 */
export async function readFragment(
  fragment: string,
): Promise<Shared | SharedClaim | undefined> {
  const shared = readForm(fragment)
  if (!shared || 'claim' in shared) return shared
  const trace = await unpack(shared.packed)
  check(trace)
  return { ...shared.on, trace }
}

/**
 * What a fragment says before its trace is unpacked.
 * @throws {LinkError} As `readFragment`, except for the trace.
 */
export function readForm(
  fragment: string,
): SharedClaim | { packed: string; on: Omit<Shared, 'trace'> } | undefined {
  if (!/^#(trace|claim|edit|store)=/.test(fragment)) return undefined
  if (fragment.length - 1 > MOST_LINK) throw new LinkError('long')
  const [, kind, data, choice, name = ''] = form.exec(fragment) ?? []
  if (data === undefined) throw new LinkError('form')
  const edit = choice === 'edit' ? decoded(name) : undefined
  const store = choice === 'store' ? storeNamed(name) : undefined
  checkEdit(edit)
  const on = { edit, store }
  return kind === 'claim' ? { claim: data, ...on } : { packed: data, on }
}

/** @throws {LinkError} If there is no store of that name besides the listing's. */
function storeNamed(name: string): ProviderPackage {
  const store = packages.find((each) => each !== 'memory' && each === name)
  if (store === undefined) throw new LinkError('store')
  return store
}

/**
 * A link to the playground of a site.
 * @param site The address of the site, with or without a slash at its end.
 * @throws {LinkError} As `writeFragment`.
 */
export async function linkTo(site: string, shared: Shared): Promise<string> {
  const page = `${site.replace(/\/*$/, '')}/playground`
  return page + (await writeFragment(shared))
}

function checkEdit(edit: string | undefined): void {
  if (edit !== undefined && !presetNamed(edit)) throw new LinkError('edit')
}

function check(trace: string): void {
  if (bytesOf(trace).length > MOST_TEXT) throw new LinkError('large')
  try {
    if (parse(trace).operations.length > 0) return
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
  }
  throw new LinkError('trace')
}

async function unpack(data: string): Promise<string> {
  const packed = fromBase64url(data)
  let bytes: Uint8Array
  try {
    bytes = await piped(
      packed,
      new DecompressionStream('deflate-raw'),
      MOST_TEXT,
    )
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('damaged')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LinkError('damaged')
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    throw new LinkError('form')
  }
}

/**
 * Sends bytes through a stream.
 * @param most The most bytes that may come out.
 * @throws {LinkError} As soon as more come out.
 */
async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (;;) {
    const { value } = await reader.read()
    if (value === undefined) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw new LinkError('large')
    }
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

function toBase64url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte))
  return btoa(characters.join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  try {
    const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
    return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  } catch {
    throw new LinkError('damaged')
  }
}
