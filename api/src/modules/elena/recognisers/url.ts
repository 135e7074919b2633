import { isDomain } from './email.ts'
import type { Reading } from './reading.ts'

const LONGEST = 2048
/** Endings that make a name an address without `www` or a scheme. */
const COMMON = new Set(
  ('com net org edu gob gov mil info biz io app dev ai co do es mx us uk ca eu fr de it br ar cl pe pr ve ec gt cr hn sv ni pa cu py ' +
  'uy bo tv store shop online site tech xyz cloud lat gal cat').split(' '),
)
/** Short words that also end sentences: a dot without a space after them means nothing. */
const WORDS = new Set(['de', 'it', 'us', 'es', 'do', 'co', 'eu', 'pa', 'ni', 've', 'ai', 'cat', 'store', 'shop', 'site', 'online'])
const NAMING = new Set('do es co ai us store shop online site'.split(' '))
const SAID = new Set('gracias buenas buenos claro bueno listo perfecto favor tardes noches saludos'.split(' '))
const LONGEST_HOST = 253
const HOST = /[\p{L}\p{M}\p{N}.-]/u
const OPENING = '("\'<:,;=[«¿¡'
const CLOSING = '.,;:!?\'"»)]}>*'

/** An address on the web that begins with this token: with a scheme, with `www.`, or as a name with a known ending. */
export function recogniseUrl(reading: Reading, index: number): void {
  if (index < reading.urlEnd || (reading.glued(index) && !OPENING.includes(reading.word(index - 1)))) return
  const word = reading.word(index)
  const schemed = (word === 'http' || word === 'https') && reading.word(index + 1) === ':'
  if (!schemed && !(reading.glued(index + 1) && '.-'.includes(reading.word(index + 1)))) return
  const start = reading.tokens[index]!.start
  const written = schemed ? chunk(reading, start) : bare(reading, start)
  if (written === undefined) return void (reading.urlEnd = endOf(reading, index, LONGEST))
  const url = written && normal(schemed ? written : `https://${written}`)
  if (!url) return
  reading.urlEnd = endOf(reading, index, written.length)
  reading.add('url', index, reading.urlEnd, () => ({ url }), schemed ? 1 : 0.9)
}

/** What stands until the next space, without the punctuation that closes a sentence; undefined when too long. */
function chunk(reading: Reading, start: number): string | undefined {
  const { text } = reading
  let end = start
  while (end < text.length && end - start <= LONGEST && !isOutside(text, end)) end++
  reading.steps += end - start
  if (end - start > LONGEST) return undefined
  return unpunctuated(text.slice(start, end))
}

/** Drops what closes the sentence or the bracket around an address; a bracket that was opened in it stays. */
function unpunctuated(written: string): string {
  let open = written.split('(').length - written.split(')').length
  let end = written.length
  while (end > 0 && CLOSING.includes(written[end - 1]!)) {
    if (written[end - 1] === ')' && open++ >= 0) break
    end--
  }
  return written.slice(0, end)
}

const isOutside = (text: string, at: number) => text.charCodeAt(at) <= 32 || /[\s<>"]/.test(text[at]!)

/** A name with what follows it, when its ending is one that names have. */
function bare(reading: Reading, start: number): string | undefined {
  const host = hostAt(reading, start)
  if (!isDomain(host)) return ''
  const follows = '/?#:'.includes(reading.text[start + host.length] ?? ' ')
  const labels = host.toLowerCase().split('.')
  const ending = labels.at(-1)!
  const plain = COMMON.has(ending) && (!WORDS.has(ending) || labels.length > 2 || isName(labels[0]!, ending))
  const sure = labels[0] === 'www' || plain || (COMMON.has(ending) && follows && reading.text[start + host.length] === '/')
  return sure ? (follows ? chunk(reading, start) : host) : ''
}

function hostAt(reading: Reading, start: number): string {
  const { text } = reading
  let end = start
  while (end < text.length && end - start <= LONGEST_HOST && HOST.test(text[end]!)) end++
  reading.steps += end - start
  while (end > start && '.-'.includes(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** "botpro.do" may be a name; "que.es" and "hola.de" are sentences. */
const isName = (label: string, ending: string) => label.length > 4 && !SAID.has(label) && NAMING.has(ending)

function normal(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined
  const { href, hostname, pathname, search, hash } = new URL(written)
  if (!hostname.includes('.')) return undefined
  return pathname === '/' && search === '' && hash === '' && !written.endsWith('/') ? href.slice(0, -1) : href
}

function endOf(reading: Reading, index: number, length: number): number {
  const limit = reading.tokens[index]!.start + length
  let end = index + 1
  while (end < reading.tokens.length && reading.at(end)!.end <= limit) end++
  return end
}
