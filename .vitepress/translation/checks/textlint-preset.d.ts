/** Declares the types of the preset that are used here, because it has none. */
declare module 'textlint-rule-preset-ja-spacing' {
  import type { TextlintKernelRule } from '@textlint/kernel'

  const preset: { rules: Record<string, TextlintKernelRule['rule']> }
  export default preset
}
