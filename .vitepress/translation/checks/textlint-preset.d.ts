/** The preset ships no types: as much of them as is used here. */
declare module 'textlint-rule-preset-ja-spacing' {
  import type { TextlintKernelRule } from '@textlint/kernel'

  const preset: { rules: Record<string, TextlintKernelRule['rule']> }
  export default preset
}
