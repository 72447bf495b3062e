/** Measures Lighthouse's scores of every page with its mobile preset. */
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { launchOptions } from '../../../.vitepress/files/chromium.ts'
import { type Finding, performanceGap, scores } from './limits.ts'

type Scores = Record<string, number>

/** Scores that do not depend on time need no pauses. */
const atOnce = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
}

/** A page's scores, and the audits that failed. */
async function score(
  address: string,
  port: number,
  categories: readonly string[],
): Promise<[Scores, string[]]> {
  const result = await lighthouse(address, {
    port,
    logLevel: 'error',
    onlyCategories: [...categories],
    disableFullPageScreenshot: true,
    ...(categories.includes('performance') ? {} : atOnce),
  })
  if (!result) throw new Error(`Lighthouse gave nothing for ${address}`)
  const { audits, ...report } = result.lhr
  const found = categories.map((name) => [
    name,
    Math.round((report.categories[name]?.score ?? 0) * 100),
  ])
  const failed = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => {
      return scoreDisplayMode === 'binary' && score === 0
    })
    .map(({ id }) => id)
  return [Object.fromEntries(found), failed]
}

async function* scored(
  address: string,
  paths: readonly string[],
  categories: readonly string[],
): AsyncGenerator<[string, Scores]> {
  const { executablePath, args } = launchOptions()
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless', ...args],
  })
  try {
    for (const path of paths) {
      const [found, failed] = await score(
        address + path,
        chrome.port,
        categories,
      )
      if (failed.length > 0) console.log(`  ${path}: ${failed.join(', ')}`)
      yield [path, found]
    }
  } finally {
    chrome.kill()
  }
}

/** The scores that do not depend on the machine. */
export async function* lighthouseScores(
  address: string,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  for await (const [path, found] of scored(
    address,
    paths,
    Object.keys(scores),
  )) {
    for (const [name, limit] of Object.entries(scores)) {
      const figure = found[name] ?? 0
      const what = `${name} of ${path}`
      yield { what, figure, limit, bound: 'at least', unit: '' }
    }
  }
}

/**
 * Compares the performance of each page with that of a page without style or
 * script, measured just before. This is a goal, because a slow machine lowers
 * both.
 */
export async function* performance(
  address: string,
  bare: string,
  paths: readonly string[],
): AsyncGenerator<Finding> {
  const turns = paths.flatMap((path) => [bare, path])
  let before = 100
  for await (const [path, found] of scored(address, turns, ['performance'])) {
    const figure = found.performance ?? 0
    if (path === bare) before = figure
    else {
      yield {
        what: `performance of ${path}, a bare page ${before}`,
        figure,
        limit: before - performanceGap,
        bound: 'at least',
        unit: '',
        goal: true,
      }
    }
  }
}
