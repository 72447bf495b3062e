/** Checks that links lead to pages that exist, in the reader's language. */

import { readClaims, tracesOf } from '../../../src/evidence/claims.ts'
import { repairs } from '../../../src/evidence/repairs.ts'
import { LinkError, readForm } from '../../../src/playground/link.ts'
import { openProject } from '../../../src/project/project.ts'
import { didYouMean } from '../../../src/trace/did-you-mean.ts'
import { languages, source } from '../../site/languages.ts'
import type { Report } from './finding.ts'
import type { ParsedPage } from './parsed.ts'

/** Finds dead links within the site, and links to another language's pages. */
export function checkLinks(
  page: ParsedPage,
  pages: readonly ParsedPage[],
): Report[] {
  const { file, locale } = page
  const links = page.blocks.flatMap(({ links }) => links)
  return links.flatMap(({ href, line }) => {
    const other = foreign(href, locale)
    const message = other ?? dead(href, page, pages)
    const severity = other === undefined ? 'error' : 'warning'
    return message === undefined ? [] : [{ file, line, message, severity }]
  })
}

function foreign(address: string, locale: string): string | undefined {
  const language = /(?:^|\/)([a-z]{2}(?:-[a-z]+)?)\//i.exec(address)?.[1]
  if (!language || language === locale) return undefined
  if (!languages.some((known) => known === language)) return undefined
  return /^https?:/.test(address)
    ? `link leads to the ${language} edition, ${address}; change it to the ${locale} edition, if there is one`
    : `link leads to ${address}, another language's page; write ./PAGE#ID, which stays in the reader's language`
}

function dead(
  address: string,
  page: ParsedPage,
  pages: readonly ParsedPage[],
): string | undefined {
  if (/^[a-z]+:/i.test(address)) return undefined
  const [path = '', id] = address.split('#')
  // The build adds files of other types.
  if (/\.(?!md$|html$)\w+$/.test(path)) return undefined
  const name =
    path === ''
      ? page.name
      : `${path.replace(/^\.?\/+|\.(?:md|html)$/g, '') || 'index'}.md`
  const [own, english] = [page.locale, source].map((locale) =>
    pages.find((each) => each.name === name && each.locale === locale),
  )
  const target = own ?? english
  if (!target) {
    const names = pages.map((each) => each.name.replace(/\.md$/, ''))
    return `link leads to ${address}, which does not exist${didYouMean(path.replace(/^\.?\/+/, ''), new Set(names))}; link to a page that exists`
  }
  if (id === undefined || id === '') return undefined
  // A link to the playground may carry a trace, or name the trace of a claim.
  if (name === 'playground.md' && /^\w+=/.test(id)) {
    return deadState(address, id)
  }
  const ids = idsOf(target)
  // The build adds the ids of the repairs.
  const built = name === 'repaired.md' ? repairs.map(({ name }) => name) : []
  // `parity` reports a heading that only the translation lacks.
  const all = [...ids, ...built, ...(english ? idsOf(english) : [])]
  if (all.includes(id)) return undefined
  return `link leads to #${id}, which ${target.file} does not have${didYouMean(id, ids)}; link to the id of a heading`
}

/** What is wrong with a link to a state of the playground, if anything. */
function deadState(address: string, state: string): string | undefined {
  const known = new Set(tracesOf(readClaims(openProject())))
  try {
    const shared = readForm(`#${state}`)
    if (shared === undefined) throw new LinkError('form')
    if (!('claim' in shared) || known.has(shared.claim)) return undefined
    return `link leads to ${address}, but no claim with a trace is named ${shared.claim}${didYouMean(shared.claim, known)}; name a claim that has a trace`
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    const { problem } = error
    const advice =
      problem === 'edit'
        ? 'name an edit that the playground offers'
        : 'write claim=ID, claim=ID&edit=NAME or claim=ID&store=repaired'
    return `link leads to ${address}, which the playground refuses; ${advice}`
  }
}

const idsOf = ({ marks }: ParsedPage): string[] =>
  marks.map(({ kind, name }) => (kind === 'heading' ? name : `${kind}-${name}`))
