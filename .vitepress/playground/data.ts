/** Defines the files that the playground fetches. */
import type { Kind } from '../../src/evidence/claims.ts'
import type { Edit } from '../../src/evidence/edit.ts'
import type { Interface } from '../site/interface.ts'

/** A claim with its trace. */
export interface Example {
  readonly id: string
  readonly kind: Kind
  /** The statement of the claim, with Markdown's backticks and asterisks. */
  readonly statement: string
  /** The language of the statement, if it is not that of the page. */
  readonly lang?: string
  /** The text of the trace, with comments in the language of the page. */
  readonly trace: string
  /** The index of the step at which it opens. */
  readonly at: number
}

/** What the playground needs at once, in one language. */
export interface PlaygroundData {
  readonly texts: Interface['playground']
  /** The claims that have a trace, in the registry's order. */
  readonly examples: readonly Example[]
  /** The size of the original in bytes. */
  readonly originalBytes: number
  /** What the original must say it was built from. */
  readonly originalBuilt: string
}

/** Lines of the listing, and the lines of the port beside them. */
export type CodeRow = readonly [go: readonly string[], ts: readonly string[]]

/** The sources that a reader can edit, with comments in one language. */
export interface PortData {
  /** The listing and the port, from top to bottom. */
  readonly rows: readonly CodeRow[]
  /** The module `time`, which some presets edit. */
  readonly time: string
}

/** The path of a language's PlaygroundData, from the site's base. */
export const dataPath = (locale: string): string => `/playground/${locale}.json`

/** The path of a language's PortData, from the site's base. */
export const portPath = (locale: string): string =>
  `/playground/port-${locale}.json`

/** A trace that an edited port must make true. */
export type Goal = Pick<Example, 'id' | 'statement' | 'trace'>

/** What the challenges need, in one language. */
export interface ChallengesData {
  readonly texts: Interface['challenges']
  readonly challenges: readonly {
    readonly name: string
    readonly traces: readonly Goal[]
    /** The ids of the claims that must stay true. */
    readonly stays: readonly string[]
    /** Edits of the port that solve it. */
    readonly model: readonly Edit[]
  }[]
}

/** The path of a language's ChallengesData, from the site's base. */
export const challengesPath = (locale: string): string =>
  `/playground/challenges-${locale}.json`

/** The path of a change in one language, from the site's base. */
export const changePath = (locale: string, name: string): string =>
  `/playground/change-${name}-${locale}.json`

/** The content of that file. */
export interface ChangeData {
  readonly html: string
}
