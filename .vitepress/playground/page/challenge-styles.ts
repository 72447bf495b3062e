/** The styles of a challenge's editor and of its results. */
import challenge from './challenge.css?inline'
import page from './playground.css?inline'
import code from './playground-code.css?inline'
import editor from './playground-editor.css?inline'

export default [page, editor, code, challenge].join('')
