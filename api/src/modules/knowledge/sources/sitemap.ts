import { gunzipSync } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { decodedText } from '../../../platform/decoded-text.ts'
import { ReadingProblem } from '../documents/reading-problem.ts'

export interface Sitemap {
  /** Of pages, or of further sitemaps where it is an index. */
  addresses: string[]
  isIndex: boolean
}

const mostBytes = 50_000_000
/** The limit of the format itself. */
const mostAddresses = 50_000

/** Reads a sitemap, packed or not. Throws for what is none. */
export function readSitemap(content: Buffer): Sitemap {
  const sitemap: Sitemap = { addresses: [], isIndex: false }
  const path: string[] = []
  let address: string | undefined
  let isSitemap = false
  const parser = new Parser({
    onopentag(name) {
      path.push(localName(name))
      if (path.length === 1) isSitemap = path[0] === 'urlset' || path[0] === 'sitemapindex'
      if (path.length === 1) sitemap.isIndex = path[0] === 'sitemapindex'
      if (path.length === 3 && path[2] === 'loc') address = ''
    },
    ontext(text) {
      if (address !== undefined && path.length === 3) address += text
    },
    onclosetag() {
      path.pop()
      if (address?.trim() && sitemap.addresses.length < mostAddresses) sitemap.addresses.push(address.trim())
      address = undefined
    },
  }, { xmlMode: true })
  parser.end(decodedText(unpacked(content)))
  if (!isSitemap) throw new ReadingProblem('WRONG_KIND', 'It is no sitemap.')
  return sitemap
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

function unpacked(content: Buffer): Buffer {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content
  try {
    return gunzipSync(content, { maxOutputLength: mostBytes })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ReadingProblem(isTooLarge ? 'TOO_LARGE' : 'UNREADABLE', 'The sitemap cannot be unpacked.', { cause: error })
  }
}

/** The host with or without `www.`: to those who made it, one and the same. */
export const isOnHostOf = (address: string, other: string): boolean => bareHost(address) === bareHost(other)

const bareHost = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).hostname.replace(/^www\./, '') : undefined
