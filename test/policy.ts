/** The content security policies that README.md tells publishers to send. */
import { readFileSync } from 'node:fs'

/** A line of the README's configuration for nginx that names a policy. */
const line = /^ *add_header Content-Security-Policy "([^"]+)";$/gm

const readme = readFileSync('README.md', 'utf8')
const [[, pages = ''] = [], [, edited = ''] = []] = readme.matchAll(line)
const [, worker] = /^location ~ (\S+) \{$/m.exec(readme) ?? []

/** The policy of the pages. */
export const pagePolicy = pages

/** The headers with which a path is sent. */
export function policyFor(path: string): Record<string, string> {
  if (!pages || !edited || !worker)
    throw new Error('README.md: its configuration for nginx names no policies')
  const policy = new RegExp(worker).test(path) ? edited : pages
  return { 'Content-Security-Policy': policy }
}
