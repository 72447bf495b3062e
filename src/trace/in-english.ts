/** Says what is wrong with a trace to those who run a command. */
import type { ParseError } from './error.ts'
import { messages } from './messages.ts'
import { say } from './say.ts'

/** Says in English what is wrong, as `FILE:LINE: found X, expected Y; ADVICE`. */
export const inEnglish = ({ file, line, code, values }: ParseError): string =>
  `${file}:${line}: ${say(messages, code, values)}`
