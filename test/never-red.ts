/** The claims that no edit of test/mutants.ts can turn red. */

const compiler = 'the compiler shows it, in a test with edits of its own'
const manager = 'it is about the manager, and no edit here touches session.ts'
const language =
  'the language makes the difference, not a statement of the port'
const goOnly = "Go's own tools show it: the port has no part in it"

/** Why no edit turns these claims red. */
export const whyNoneIsRed: Readonly<Record<string, string>> = {
  'implements-interfaces': compiler,
  'other-storage': 'it is about other providers, held to a contract of its own',
  'blank-import': manager,
  'manager-initialised': manager,
  'gc-in-background': manager,
  'update-outside-interface': compiler,
  'race-read-destroy': goOnly,
  'race-values': goOnly,
  'unreachable-return': goOnly,
  'unhashable-key-order': 'every key of a Map will do: only Go can panic here',
  'gc-every-3600ns': goOnly,
  'differs-number-keys': language,
  'differs-nan-key': language,
  'differs-composite-keys': language,
  'differs-unhashable-keys': language,
  'differs-nil': language,
  'differs-threads': language,
  'differs-mutex': language,
  'differs-strings': language,
  'differs-timer-limit': manager,
  'differs-errors': language,
}
