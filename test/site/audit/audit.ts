/**
 * Holds the built site to its limits: `npm run audit:site`, after a build.
 * Times of build and check, weights, Lighthouse; each figure beside its limit.
 * Exit code 1 if one is beyond it. `--no-lighthouse` leaves the slow part out.
 */
import { openSite, pages } from '../site.ts'
import { builds } from './builds.ts'
import { checkTime } from './check-time.ts'
import { lighthouseScores } from './lighthouse.ts'
import { type Finding, holds, line } from './limits.ts'
import { weights } from './weights.ts'

const quick = process.argv.includes('--no-lighthouse')
const findings: Finding[] = []

/** Prints each figure as soon as it is there. */
async function report(some: Iterable<Finding> | AsyncIterable<Finding>) {
  for await (const finding of some) {
    findings.push(finding)
    console.log(line(finding))
  }
}

// Before a server and a browser take their share of the machine.
await report(builds())
await report(checkTime())
const site = await openSite()
try {
  const paths = pages()
  await report(weights(site, paths))
  if (!quick) await report(lighthouseScores(site, paths))
} finally {
  await site.close()
}

const beyond = findings.filter((finding) => !holds(finding))
console.log(
  `${findings.length - beyond.length} of ${findings.length} within their limits${quick ? ', Lighthouse left out' : ''}`,
)
process.exit(beyond.length > 0 ? 1 : 0)
