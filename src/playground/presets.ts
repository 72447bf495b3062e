/** The edits of the port that the playground offers by name. */
import { mutants, proposed } from '../evidence/mutants.ts'

/** The names of the edits that readers proposed. */
export const proposedNames: readonly string[] = Object.values(proposed).map(
  ({ name }) => name,
)

/** All edits: those that readers proposed, then the seeded ones. */
export const presets = mutants

/** The edit of that name; undefined if there is none. */
export const presetNamed = (name: string) =>
  presets.find((preset) => preset.name === name)
