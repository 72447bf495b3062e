/** Checks that files are plain UTF-8 without invisible characters. */
import type { Report } from './finding.ts'

// Control and format characters, special spaces and fillers. Readers cannot see
// them, and these texts never need them. No-break and thin spaces are others:
// writers put them between a number and its unit, and beside quotes.
const invisible =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\u115f\u1160\u2000-\u2008\u200a\u205f\u3164]/u

/** A no-break space where no number and no sign is beside it. */
const unbroken = /(?<![\d\p{P}\p{S}])[\u00a0\u2009\u202f](?![\d\p{P}\p{S}])/u

/** A letter that is lost, or UTF-8 that was read as another encoding: `Ã³`. */
const garbled = /\uFFFD|[ÃÂ][\u0080-\u00ba\u00bc-\u00bf]|â€|ã€|ï¼/

/** Finds characters that an editor or a tool changed when it saved a file. */
export function checkCharacters(file: string, text: string): Report[] {
  const problems: Report[] = []
  const body = text.replace(/^\uFEFF/, '')
  if (body !== text) {
    const message =
      'begins with an invisible byte order mark; save the file as “UTF-8”, not “UTF-8 with BOM”'
    problems.push({ file, line: 1, message })
  }
  const lines = body.split('\n')
  const windows = lines.findIndex((line) => line.includes('\r'))
  if (windows >= 0) {
    const message =
      'lines end as on Windows (CRLF); set your editor to “LF” and save again'
    problems.push({ file, line: windows + 1, message })
  }
  for (const [i, raw] of lines.entries()) {
    const line = i + 1
    const row = raw.replace(/\r/g, '')
    const report = (message: string) => problems.push({ file, line, message })
    const hidden = invisible.exec(row.replaceAll('\t', ' '))
    if (hidden) {
      const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase()
      report(
        `contains the invisible character U+${code?.padStart(4, '0')}${near(row, hidden.index)}; delete it, or replace it with a normal space`,
      )
    }
    const odd = row.search(unbroken)
    if (odd >= 0) {
      const message = `contains a no-break space${near(row, odd)}; type a normal space`
      problems.push({ file, line, message, severity: 'style' })
    }
    const lost = row.search(garbled)
    if (lost >= 0) {
      report(
        `contains letters that were lost${near(row, lost)}; save the file as “UTF-8” and type them again`,
      )
    }
    if (row.normalize('NFC') !== row) {
      const at = row.search(/\P{M}\p{M}/u) + 1
      report(
        `contains a letter that is stored as two characters (NFD)${near(row, at)}; type that letter again`,
      )
    }
  }
  return problems
}

function near(row: string, at: number): string {
  const before = row.slice(Math.max(0, at - 12), at).trim()
  return before === '' ? '' : ` after “${before}”`
}
