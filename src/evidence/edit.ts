/** Applies small edits to the text of a source file; runs in a browser. */

/** One replacement in a source file. */
export interface Edit {
  /** Relative to src/, or to go-reference/ if it is of the Go side. */
  readonly file: string
  /** Must occur in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** The file that mirrors the listing. */
export const portFile = 'providers/memory.ts'

/**
 * The text of a file with its edits applied.
 * @param file Relative to src/ or go-reference/; edits of other files are
 *   ignored.
 * @throws {Error} If the text of an edit does not occur exactly once.
 */
export function applyEdits(
  file: string,
  text: string,
  edits: readonly Edit[],
): string {
  let edited = text
  for (const { find, replace } of edits.filter((edit) => edit.file === file)) {
    const count = edited.split(find).length - 1
    if (count !== 1) {
      throw new Error(
        `${file}: found ${JSON.stringify(find)} ${count} times, expected it ` +
          'once; correct the edit in test/breaks.json, or in mutants.ts, ' +
          'repairs.json or changes.json in src/evidence/',
      )
    }
    edited = edited.replace(find, () => replace)
  }
  return edited
}
