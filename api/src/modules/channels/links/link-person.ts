import type { IncomingHttpHeaders } from 'node:http'
import crawlers from 'crawler-user-agents'

const CRAWLER = new RegExp(crawlers.map(({ pattern }) => pattern).join('|'))
// Every browser that people use calls itself so, those inside of other apps too; programs do not.
const BROWSER = /^(Mozilla|Opera)\//
const LONGEST = 512

/**
 * Whether it is a person who opens a link, as far as a request tells: asked for by a browser (GET), not fetched in
 * advance, not by a preview, a robot or a program.
 */
export function isOpenedByPerson({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  const name = (headers['user-agent'] ?? '').slice(0, LONGEST)
  return method === 'GET' && !isFetchedAhead(headers) && BROWSER.test(name) && !CRAWLER.test(name)
}

/** `Sec-Purpose: prefetch;prerender`, and what older browsers say. */
const isFetchedAhead = (headers: IncomingHttpHeaders) =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some(name => /prefetch|prerender|preview/i.test(String(headers[name] ?? '')))
