// Writes each `FILE:LINE: message` of the standard input as an annotation of
// GitHub, which shows it beside that line.
import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const place = /^[\s+"'-]*([\w./[\]-]+\.\w+):(\d+)(?::\d+)?: (.+)$/

const lines = stripVTControlCharacters(readFileSync(0, 'utf8')).split('\n')
for (const line of new Set(lines)) {
  const [, file = '', at, message = ''] = place.exec(line) ?? []
  if (!existsSync(file)) continue
  // The checks say in brackets how grave a finding is.
  const level = /\(error, [^)]*\)$|^(?!.*\([a-z ]+, [a-z-]+\)$)/.test(message)
    ? 'error'
    : 'warning'
  console.log(
    `::${level} file=${file},line=${at}::${message.replaceAll('%', '%25')}`,
  )
}
