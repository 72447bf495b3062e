/**
 * Reads the command line of a program: prints its usage if that is asked for,
 * or ends the program if the command line is not valid.
 */

/** Where the language of traces is described, as a line of a usage. */
export const aboutTraces =
  'The page /traces of the site describes traces; it is docs/en/traces.md.'

/** A program, as its user calls it. */
export interface Program {
  readonly name: string
  /** All lines on how to call it. */
  readonly usage: string
}

/**
 * What `read` makes of the command line. With --help or -h, the program prints
 * its usage to standard output and ends with exit code 0. If `read` throws, the
 * program prints the reason and its usage to standard error and ends with 2.
 */
export function optionsOf<T>(program: Program, read: () => T): T {
  const args = process.argv.slice(2)
  const end = args.indexOf('--')
  const flags = end < 0 ? args : args.slice(0, end)
  if (flags.includes('--help') || flags.includes('-h')) {
    console.log(program.usage)
    process.exit(0)
  }
  try {
    return read()
  } catch (error) {
    refuse(program, (error as Error).message)
  }
}

/** Ends the program with exit code 2, the reason and the usage. */
export function refuse({ name, usage }: Program, reason: string): never {
  console.error(`${name}: ${reason}\n${usage}`)
  process.exit(2)
}
