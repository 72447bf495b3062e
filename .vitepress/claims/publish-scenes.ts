/** Publishes the steps and the texts of the scenes below the site's base. */
import { publish } from '../site/publish.ts'
import { sceneFiles } from './scene-data.ts'

/** A Vite plugin that publishes the files of the scenes. */
export const publishScenes = () => publish('publish-scenes', () => sceneFiles())
