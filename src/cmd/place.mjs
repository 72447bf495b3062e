/**
 * Refuses a folder whose name Vite or npm cannot handle, before they fail with
 * messages that do not say why:
 *
 *     node src/cmd/place.mjs
 */
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Vite reads these as parts of an address; npm splits paths at a colon. */
const [bad] = root.match(sep === '/' ? /[#?%:]/ : /[#?%]/) ?? []

if (bad) {
  console.error(
    `${root}: found ${bad} in the path of this folder, with which Vite or npm cannot work; rename or move the folder`,
  )
  process.exit(1)
}
