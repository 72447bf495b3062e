/** Lists the claims that no edit in src/evidence/mutants.ts can make fail. */

const compiler = 'the compiler shows it, in a test with its own edits'
const manager = 'it is about the manager, and no edit here touches session.ts'
const language =
  'it follows from the language, not from a statement of the port'
const goOnly = "only Go's own tools show it, not the port"

const redis = 'only a real Redis shows it, in test/redis'

/** Why no edit makes these claims fail. */
export const whyNoneIsRed: Readonly<Record<string, string>> = {
  'implements-interfaces': compiler,
  'other-storage': 'it is about other providers, tested by their contract',
  'blank-import': manager,
  'manager-initialised': manager,
  'gc-in-background': manager,
  'update-outside-interface': compiler,
  'race-read-destroy': goOnly,
  'race-destroy-update': goOnly,
  'race-keeps-destroyed': goOnly,
  'race-values': goOnly,
  'unreachable-return': goOnly,
  'unhashable-key-order': 'a Map accepts every key: only Go can panic here',
  'gc-every-3600ns': goOnly,
  'logout-misses-session': goOnly,
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
  'differs-async': compiler,
  'redis-expires-itself': redis,
  'redis-no-lost-updates': redis,
  'redis-no-risen-sessions': redis,
}
