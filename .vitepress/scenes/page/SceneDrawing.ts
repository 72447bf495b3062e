/** Draws a scene with Vue, as build time draws it with hastscript. */
import { type FunctionalComponent, h, type VNode } from 'vue'
import { type Build, drawScene } from '../draw.ts'
import type { Scene } from '../scene.ts'
import type { Words } from '../words.ts'

/** Gives each session a key, so that its element moves with it. */
const build: Build<VNode> = (tag, attributes, children) => {
  const key = attributes['data-number']
  const own = key === undefined ? attributes : { ...attributes, key }
  return h(tag, own, [...children])
}

/** The drawing of a scene. */
export const SceneDrawing: FunctionalComponent<{
  scene: Scene
  words: Words
}> = ({ scene, words }) => drawScene(build, scene, words)

SceneDrawing.props = ['scene', 'words']
