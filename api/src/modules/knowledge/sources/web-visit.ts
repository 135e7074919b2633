import { setTimeout as sleep } from 'node:timers/promises'
import robotsParser, { type Robot } from 'robots-parser'
import type { Outside, OutsideAnswer, OutsideRequest } from '../../../platform/outside/outside.ts'
import { ReadingProblem } from '../documents/reading-problem.ts'

const MEGABYTE = 1_000_000
const ROBOTS_MS = 10_000
const ROBOT = 'BotPro'
const PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5000

export type Page = Pick<OutsideAnswer, 'url' | 'body' | 'charset'>

/** One visit of the web: asks each site once what it lets robots read, keeps to it, and does not hurry it. */
export class WebVisit {
  readonly #outside: Pick<Outside, 'request'>
  readonly #signal: AbortSignal
  readonly #pauseMs: number
  readonly #robots = new Map<string, Promise<Robot | undefined>>()

  constructor({ outside, signal, pauseMs = PAUSE_MS }: { outside: Pick<Outside, 'request'>, signal: AbortSignal, pauseMs?: number }) {
    this.#outside = outside
    this.#signal = signal
    this.#pauseMs = pauseMs
  }

  /** Throws a problem of its own or of the outside. */
  async page(url: string): Promise<Page> {
    if (!await this.#isAllowed(url)) throw new ReadingProblem('NOT_ALLOWED', 'The site does not let robots read it.')
    const answer = await this.#got({ url, maxBytes: 5 * MEGABYTE, accept: ['text/html', 'application/xhtml+xml'] })
    if (/\b(?:noindex|none)\b/i.test(answer.headers['x-robots-tag'] ?? '')) throw new ReadingProblem('NOT_ALLOWED', 'The page asks not to be indexed.')
    return answer
  }

  async sitemap(url: string): Promise<Page> {
    return this.#got({ url, maxBytes: 20 * MEGABYTE, accept: ['text/*', 'application/xml', 'application/gzip', 'application/x-gzip', 'application/octet-stream'] })
  }

  /** Between one page of a site and the next. */
  async pause(url: string): Promise<void> {
    const robots = await this.#robotsOf(url)
    const asked = (robots?.getCrawlDelay(ROBOT) ?? 0) * 1000
    await sleep(Math.min(Math.max(this.#pauseMs, asked), Math.max(this.#pauseMs, LONGEST_PAUSE_MS)), undefined, { signal: this.#signal })
  }

  async #got(request: Omit<OutsideRequest, 'signal'>): Promise<OutsideAnswer> {
    const answer = await this.#outside.request({ ...request, signal: this.#signal })
    const { status } = answer
    if (status >= 200 && status < 300) return answer
    if (status === 404 || status === 410) throw new ReadingProblem('NOT_FOUND', 'There is no such page.')
    throw new ReadingProblem('UNREACHABLE', `The site answered with ${status}.`)
  }

  async #isAllowed(url: string): Promise<boolean> {
    return (await this.#robotsOf(url))?.isAllowed(url, ROBOT) ?? true
  }

  #robotsOf(url: string): Promise<Robot | undefined> {
    const { href, origin } = new URL('/robots.txt', url)
    if (!this.#robots.has(origin)) this.#robots.set(origin, this.#askedRobots(href))
    return this.#robots.get(origin)!
  }

  /** A site that does not say lets everything be read. */
  async #askedRobots(url: string): Promise<Robot | undefined> {
    try {
      const { status, body } = await this.#outside.request({ url, maxBytes: MEGABYTE, timeoutMs: ROBOTS_MS, signal: this.#signal })
      return status === 200 ? robotsParser(url, body.toString()) : undefined
    } catch {
      this.#signal.throwIfAborted()
      return undefined
    }
  }
}
