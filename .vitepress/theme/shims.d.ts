/** Lets plain `tsc` read the theme; `vue-tsc` reads the components themselves. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}

/** VitePress's search indexes, one for each language that has pages. */
declare module '@localSearchIndex' {
  const indexes: Record<string, () => Promise<{ default: string }>>
  export default indexes
}
