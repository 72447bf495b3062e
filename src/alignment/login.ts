/** Lists which lines of the program that uses the manager are side by side. */
import { type Alignment, blank, facing, type Row } from './rows.ts'

/** A call in Go with the four lines that answer its error. */
const orAnswer: Row = [5, 1]

export const login: Alignment = {
  'use.import': [[1, 0, 'no-package-clause'], [1, 0], [8, 2], blank],
  'use.manager': [[12, 4], blank],
  'use.visits': [
    ...facing(1),
    orAnswer, // the session
    ...facing(1),
    [4, 1], // the number is stored
    ...facing(3),
    blank,
  ],
  'use.login': [...facing(1), [8, 2], ...facing(2), blank],
  'use.logout': [...facing(1), [4, 1], ...facing(2), blank],
  'use.serve': [[4, 8], blank, [6, 1], [1, 0]],
}
