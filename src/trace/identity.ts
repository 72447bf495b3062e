/**
 * Says what a program must answer before it counts as the original: the texts
 * that it was compiled from, and a trace that only Go can run.
 */
import type { Engine, ProviderPackage, Step } from './engine.ts'
import { parse } from './parse.ts'
import type { Trace } from './trace.ts'

/** What runs as the port or as the original is something else. */
export class IdentityError extends Error {
  override readonly name = 'IdentityError'

  /** @param side As what it runs. A report of tests reads it, too. */
  constructor(
    message: string,
    readonly side: Engine['name'] = 'original',
  ) {
    super(message)
  }
}

/** The sources from which a program was built, as it reports them. */
export interface Sources {
  /** The texts of the listing and of session.go, by path in go-reference. */
  readonly texts: Readonly<Record<string, string>>
  /**
   * The sum of each file that it was built from, by path in go-reference: the
   * first 32 digits of the SHA-256.
   */
  readonly sums: ReadonlyMap<string, string>
}

/**
 * Reads a program's answer to the line `sources`.
 * @throws {IdentityError} If it is no such answer.
 */
export function decodeSources(reply: string): Sources {
  try {
    const { texts, sums } = JSON.parse(reply)
    const pairs: string[][] = sums.split(';').map((p: string) => p.split(':'))
    if (Object.keys(texts).length > 0 && pairs.every((p) => p.length === 2)) {
      return { texts, sums: new Map(pairs as [string, string][]) }
    }
  } catch {
    // The same error as for another text that is no answer.
  }
  const found = JSON.stringify(reply).slice(0, 60)
  throw notOriginal(`does not say what it was built from: found ${found}`)
}

/**
 * Checks the texts that a program carries.
 * @throws {IdentityError} If they are not exactly the wanted ones.
 */
export function checkTexts(
  texts: Sources['texts'],
  wanted: Sources['texts'],
): void {
  const names = new Set([...Object.keys(wanted), ...Object.keys(texts)])
  for (const name of names) {
    if (texts[name] === wanted[name]) continue
    const file = `go-reference/${name}`
    throw new IdentityError(
      `go-reference/trace.wasm was compiled from another ${file}; restore that file (git checkout -- ${file}), or run go-reference/build-wasm.sh, which needs Go`,
    )
  }
}

/** The sums on one line, as the program writes them. */
export const formatSums = ({ sums }: Pick<Sources, 'sums'>): string =>
  [...sums].map((pair) => pair.join(':')).join(';')

/** The error for a program that is not the original. */
export const notOriginal = (why: string): IdentityError =>
  new IdentityError(
    `what runs as the original is not the listing compiled from Go: it ${why}; restore it: git checkout -- go-reference/trace.wasm`,
  )

/**
 * A trace whose expectations only a Go program can meet, with other values each
 * time. Go takes every int64 as a lifetime, and stamp + lifetime wraps beyond
 * the largest one; the port refuses what is not a safe integer. The listing
 * then removes the session, and the repaired store keeps it. Only the wall
 * clock moves, so that the elapsed time is left to the traces that follow.
 */
export function newChallenge(provider: ProviderPackage): Trace {
  const [one, other] = [randomSid(), randomSid()]
  const wraps = 2n ** 63n - 1n - BigInt(random(900_000_000))
  const fits = 2n ** 53n + 1n + BigInt(random(900_000_000))
  const kept = provider === 'repaired'
  return parse(
    `init ${one} => ${one}
    clock ${1 + random(9)}s
    gc ${wraps}
    list => ${kept ? one : ''}
    init ${other} => ${other}
    gc ${fits}
    list => ${kept ? `${other} ${one}` : other}`,
  )
}

/**
 * Why the steps do not answer a challenge; undefined if they do.
 * @param steps The steps that somebody made for its operations.
 */
export function whyUnanswered(
  { operations }: Trace,
  steps: readonly Step[],
): string | undefined {
  const wrong = operations.find((_, index) => !steps[index]?.ok)
  if (!wrong && steps.length === operations.length) return undefined
  return `does not answer ${JSON.stringify(wrong?.text ?? 'the challenge')} as Go does`
}

const random = (below: number) => Math.floor(Math.random() * below)
const randomSid = () => `sid${random(2 ** 31).toString(36)}`
