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

/** How often a page's performance is measured: a busy machine lowers it. */
const attempts = 4

/**
 * Scores each page, one after the other. Performance below its limit is
 * measured again, and the best counts; which attempt it was is said.
 */
export async function* lighthouseScores(
  site: Site,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  const chrome = await launch({
    chromePath: chromium(),
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    for (const path of paths) {
      const address = site.address + path
      let [best, failed] = await score(address, chrome.port)
      let attempt = 1
      while (best.performance < scores.performance && attempt < attempts) {
        const [next, missed] = await score(address, chrome.port)
        attempt += 1
        if (next.performance > best.performance) [best, failed] = [next, missed]
      }
      if (failed.length > 0) console.log(`  ${path}: ${failed.join(', ')}`)
      for (const [name, limit] of Object.entries(scores)) {
        const again =
          name === 'performance' && attempt > 1 ? `, attempt ${attempt}` : ''
        yield {
          what: `${name} of ${path}${again}`,
          figure: best[name as Category],
          limit,
          bound: 'at least',
          unit: '',
        }
      }
    }
  } finally {
    chrome.kill()
  }
}
