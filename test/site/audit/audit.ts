/**
 * Checks the built site against its limits: `npm run audit:site`, after a
 * build. Prints each figure beside its limit; the exit code is 1 if a figure is
 * beyond its limit. Limits do not depend on the speed of the machine. Goals do,
 * so they are only printed; `--limits` leaves them out. To save time, it also
 * lets Lighthouse see only one page of each kind, and builds nothing anew.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { openSite, pages } from '../site.ts'
import { builds } from './builds.ts'
import { checkWork } from './check.ts'
import { lighthouseScores, performance } from './lighthouse.ts'
import { type Finding, holds, line } from './limits.ts'
import { originalSpeed } from './original.ts'
import { playerFindings } from './player.ts'
import { weights } from './weights.ts'

const limitsOnly = process.argv.includes('--limits')
const findings: Finding[] = []

/** Prints each figure as soon as it is measured. */
async function report(some: Iterable<Finding> | AsyncIterable<Finding>) {
  for await (const finding of some) {
    findings.push(finding)
    console.log(line(finding))
  }
}

/** A page without style or script, added to the built site for the audit. */
const bare = '/bare'
const bareFile = `.vitepress/dist${bare}.html`
const paths = pages()
const sample = [
  '',
  'session-storage',
  'claims',
  'playground',
  'bench',
  'status',
]
const scored = limitsOnly ? sample.map((name) => `/${name}`) : paths

if (!limitsOnly) await report(builds())
await report(checkWork())
writeFileSync(
  bareFile,
  '<!doctype html><html lang="en"><title>Bare</title><meta name="viewport" content="width=device-width"><p>Bare.</p>\n',
)
const site = await openSite()
try {
  await report(weights(site, paths))
  await report(playerFindings(site, !limitsOnly))
  if (!limitsOnly) await report(originalSpeed(site))
  await report(lighthouseScores(site.address, scored))
  if (!limitsOnly) await report(performance(site.address, bare, paths))
} finally {
  await site.close()
  rmSync(bareFile)
}

const beyond = findings.filter((finding) => !finding.goal && !holds(finding))
const missed = findings.filter((finding) => finding.goal && !holds(finding))
const limited = findings.filter(({ goal }) => !goal).length
console.log(
  `${limited - beyond.length} of ${limited} within their limits; ${limitsOnly ? `left out: goals, and Lighthouse's scores of ${paths.length - scored.length} pages, and the work of builds` : `goals missed: ${missed.length}`}`,
)
for (const finding of beyond) console.log(line(finding))
process.exit(beyond.length > 0 ? 1 : 0)
