// Defines a way to break the project, and the problem that must be reported.

import type { checks } from '../../.vitepress/weave/checks/index.ts'

/** One way to break one file. */
export interface Broken {
  readonly title: string
  /** The check that must report it. */
  readonly seenBy: keyof typeof checks
  /** The file to break. */
  readonly file: string
  /** What is replaced: the first match of a text or of a pattern. */
  readonly from: string | RegExp
  readonly to: string
  /** The problem's file, if it is not the broken one. */
  readonly blamed?: string
  /** A text on the problem's line, in the file before it was broken. */
  readonly line: string
  /** The number of lines that this edit adds above the problem. */
  readonly added?: number
  /** Part of the problem's message. */
  readonly says: string
}
