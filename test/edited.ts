/**
 * The edits of the copy that a test file is loaded on. In a normal run there are
 * none; test/collected.ts puts others in the place of this file.
 */
import type { Edit } from '../src/evidence/edit.ts'

export const edits: readonly Edit[] = []
