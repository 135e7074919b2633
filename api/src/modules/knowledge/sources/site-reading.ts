import { problemOf, ReadingProblem, type KnowledgeProblem } from '../documents/reading-problem.ts'
import type { DocumentPlace } from './reading.store.ts'
import { MAX_URL } from './source-input.ts'
import { isOnHostOf, readSitemap } from './sitemap.ts'
import type { KnownDocuments, ReadingTools, SourceRead, SourceToRead } from './known-documents.ts'
import type { WebVisit } from './web-visit.ts'

const MOST_PAGES = 500
const MOST_SITEMAPS = 50
const AT_ONCE = 2
/** After so many in a row a site is taken to be down. */
const MOST_FAILURES = 10
const DOWN = new Set(['UNREACHABLE', 'TOO_SLOW', 'ADDRESS_REFUSED'])

export type SiteTools = ReadingTools & { visit: WebVisit, documents: KnownDocuments }

interface SitePages {
  pages: string[]
  /** Why there are more than these. */
  problem?: KnowledgeProblem
}

/** Reads the pages of a site, two at once. What its sitemap no longer names goes; what cannot be reached stays as it was. */
export async function readSite({ url, language }: SourceToRead, tools: SiteTools): Promise<SourceRead> {
  const { pages, problem } = await pagesOf(url!, tools.visit)
  const reading = new SiteReading(pages, { ...tools, language })
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => reading.run()))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  if (reading.readCount === 0 && reading.problem) throw new ReadingProblem(reading.problem.code, reading.problem.message)
  if (!problem && !reading.stopped) await tools.documents.only(pages)
  return { problem: reading.stopped ?? problem }
}

async function pagesOf(url: string, visit: WebVisit): Promise<SitePages> {
  const pages = new Set<string>()
  const first = readSitemap((await visit.sitemap(url)).body)
  let problem: KnowledgeProblem | undefined
  const add = (addresses: readonly string[]) => addresses.filter(each => each.length <= MAX_URL && isOnHostOf(each, url)).forEach(each => pages.add(withoutMark(each)))
  if (!first.isIndex) add(first.addresses)
  const further = first.isIndex ? first.addresses.filter(each => isOnHostOf(each, url)) : []
  for (const each of further.slice(0, MOST_SITEMAPS)) {
    if (pages.size > MOST_PAGES) break
    try {
      const sitemap = readSitemap((await visit.sitemap(each)).body)
      add(sitemap.isIndex ? [] : sitemap.addresses)
    } catch (error) {
      if (!problemOf(error)) throw error
      problem = { code: 'CUT_SHORT', message: 'A part of the sitemap could not be read.' }
    }
  }
  if (pages.size > MOST_PAGES || further.length > MOST_SITEMAPS) problem = { code: 'CUT_SHORT', message: `Of a site at most ${MOST_PAGES} pages are read.` }
  if (pages.size === 0) throw new ReadingProblem('EMPTY', 'The sitemap names no page of its own host.')
  return { pages: [...pages].slice(0, MOST_PAGES), ...problem && { problem } }
}

const withoutMark = (address: string) => Object.assign(new URL(address), { hash: '' }).href

class SiteReading {
  readCount = 0
  /** The first page's that was not read. */
  problem: KnowledgeProblem | undefined
  /** Why it ended before the last page. */
  stopped: KnowledgeProblem | undefined
  readonly #pages: readonly string[]
  readonly #known: ReadonlySet<string>
  readonly #tools: SiteTools & Pick<SourceToRead, 'language'>
  #next = 0
  #done = 0
  #failures = 0

  constructor(pages: readonly string[], tools: SiteTools & Pick<SourceToRead, 'language'>) {
    this.#pages = pages
    this.#known = new Set(pages)
    this.#tools = tools
  }

  async run(): Promise<void> {
    while (this.#next < this.#pages.length && !this.stopped) {
      const position = this.#next++
      const url = this.#pages[position]!
      await this.#read(url, position)
      this.#tools.onProgress(++this.#done / this.#pages.length)
      if (this.#next < this.#pages.length && !this.stopped) await this.#tools.visit.pause(url)
    }
  }

  async #read(url: string, position: number): Promise<void> {
    try {
      const { problem } = await this.#taken(url, position)
      this.#failures = 0
      this.readCount++
      if (problem?.code === 'TOO_MANY') this.stopped = problem
    } catch (error) {
      await this.#failed({ key: url, position, url }, error)
    }
  }

  async #taken(url: string, position: number): Promise<SourceRead> {
    const { visit, documents, language } = this.#tools
    const page = await visit.page(url)
    if (!isOnHostOf(page.url, url)) throw new ReadingProblem('ADDRESS_REFUSED', 'It sends to another host.')
    const isAnother = (canonical: string) => {
      const own = URL.canParse(canonical, page.url) ? withoutMark(new URL(canonical, page.url).href) : url
      return own !== url && this.#known.has(own)
    }
    return documents.take({ key: url, position, url }, { kind: 'HTML', content: page.body, charset: page.charset, name: url, language }, isAnother)
  }

  /** What is no problem of the page ends the reading; the page beside this one is still read. */
  async #failed(place: DocumentPlace, error: unknown): Promise<void> {
    const problem = problemOf(error)
    if (!problem) {
      this.#next = this.#pages.length
      throw error
    }
    this.problem ??= problem
    if (problem.code === 'NOT_FOUND') await this.#tools.store.remove(place.key)
    else await this.#tools.store.keepProblem(place, problem)
    this.#failures = DOWN.has(problem.code) ? this.#failures + 1 : 0
    if (this.#failures >= MOST_FAILURES) this.stopped ??= problem
  }
}
