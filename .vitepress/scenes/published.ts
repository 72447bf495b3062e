/** Defines the files of the scenes that a page fetches when one is played. */
import type { ProviderPackage } from '../../src/trace/engine.ts'
import type { PackedStep } from './pack.ts'

/** The path of a trace's steps on a store, from the site's base. */
export const stepsPath = (
  id: string,
  store: ProviderPackage = 'memory',
): string =>
  store === 'memory' ? `/scene/${id}.json` : `/scene/${store}/${id}.json`

/** The path of a language's texts, from the site's base. */
export const textsPath = (locale: string): string =>
  `/scene/texts/${locale}.json`

/** The lines of the listing and of the port that a step executes, from 1. */
export interface Lines {
  readonly go: readonly number[]
  /** In the order in which they are executed. */
  readonly ts: readonly number[]
  /** The text of the last of them and of the line beside it, Go first. */
  readonly last: readonly string[]
}

/** The steps of a trace. Both engines made the same ones. */
export interface StepsData {
  readonly steps: readonly PackedStep[]
  /** The different sets of lines that stages execute. */
  readonly lines: readonly Lines[]
  /** For each stage the index of its set in `lines`. */
  readonly ran: readonly number[]
}

/** A message: plain text, or the parts into which intl-messageformat reads it. */
export type Compiled = string | readonly object[]

/** A text and, if it is not in the reader's language, its language. */
export type Translated = readonly [text: string, lang?: string]

/** The title of a trace and its comments, by the step that follows, from 0. */
export interface TraceWords {
  readonly title: Translated
  readonly notes: Readonly<Record<string, Translated>>
}

/** The texts of a language. */
export interface TextsData {
  /** The language as `Intl` names it. */
  readonly tag: string
  /** By their keys below `scenes` in interface.json. */
  readonly messages: Readonly<Record<string, Compiled>>
  readonly traces: Readonly<Record<string, TraceWords>>
}
