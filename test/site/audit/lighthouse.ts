/** Lighthouse's scores of every page, mobile preset. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Site } from '../site.ts'
import { chromium } from '../site.ts'
import { type Finding, scores } from './limits.ts'

type Category = keyof typeof scores

/** A page's scores, and the audits that keep a score from being full. */
async function score(
  address: string,
  port: number,
): Promise<[Record<Category, number>, string[]]> {
  const result = await lighthouse(address, {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(scores),
  })
  if (!result) throw new Error(`Lighthouse gave nothing for ${address}`)
  const { categories, audits } = result.lhr
  const found = Object.fromEntries(
    Object.keys(scores).map((name) => [
      name,
      Math.round((categories[name]?.score ?? 0) * 100),
    ]),
  ) as Record<Category, number>
  const failed = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => {
      return scoreDisplayMode === 'binary' && score === 0
    })
    .map(({ id }) => id)
  return [found, failed]
}

/**
 * Scores each page; the performance of a busy machine is measured again, up
 * to three times, and the best counts.
 */
export async function lighthouseScores(
  site: Site,
  paths: readonly string[],
): Promise<Finding[]> {
  const chrome = await launch({
    chromePath: chromium(),
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  const findings: Finding[] = []
  try {
    for (const path of paths) {
      let [best, failed] = await score(site.address + path, chrome.port)
      for (let again = 0; again < 2; again++) {
        if (best.performance >= scores.performance) break
        const [next] = await score(site.address + path, chrome.port)
        if (next.performance > best.performance) best = next
      }
      if (failed.length > 0) console.log(`  ${path}: ${failed.join(', ')}`)
      for (const [name, limit] of Object.entries(scores)) {
        findings.push({
          what: `${name} of ${path}`,
          figure: best[name as Category],
          limit,
          bound: 'at least',
          unit: '',
        })
      }
    }
  } finally {
    chrome.kill()
  }
  return findings
}
