import { Parser } from 'htmlparser2'

const BLOCKS = new Set(['p', 'div', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'section', 'article', 'header', 'footer', 'dl', 'dt', 'dd', 'hr'])
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'iframe', 'svg'])
const VOID = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'area', 'base', 'col', 'embed', 'source', 'track', 'wbr'])

type Attributes = Record<string, string>

/** Where mail programs put what is quoted: as an element of its own. */
const isQuote = (name: string, { class: classes = '', type = '', id = '' }: Attributes) =>
  /(?:^|\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|gmail_attr)(?:\s|$)/.test(classes) || (name === 'blockquote' && type === 'cite') || id === 'isReplyContent'

/** Where what is quoted begins and goes on to the end (Outlook). */
const isQuoteStart = ({ id = '', name = '' }: Attributes) => /^(?:x_)*(?:divRplyFwdMsg|appendonsend|ms-outlook-mobile-reference-message)$/.test(id) || name === '_MailOriginal'

export interface HtmlText {
  full: string
  /** Without quotes that are marked as such; the same as `full` where none are. */
  unquoted: string
}

/**
 * Whether elements may stand deeper within each other than they do in mails that people write: parsers shift all that are
 * open with each that opens. Elements that nobody closes count as if they stood within each other, so the limit is a generous one.
 */
export function isTooDeep(html: string, most: number): boolean {
  let depth = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (VOID.has(name!.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > most) return true
  }
  return false
}

/** What stands between tags, for HTML that is no use to take apart. */
export const bareWords = (html: string): string => html.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim()

/** The words of HTML, read as a stream. */
export function htmlText(html: string): HtmlText {
  const full = new Words()
  const unquoted = new Words()
  const open: { name: string; isHidden: boolean; isQuoted: boolean }[] = []
  let [hidden, quoted, isOver] = [0, 0, false]
  const write = (text: string) => {
    if (hidden > 0) return
    full.write(text)
    if (quoted === 0 && !isOver) unquoted.write(text)
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      isOver ||= isQuoteStart(attributes)
      if (name === 'br' || BLOCKS.has(name)) write('\n')
      if (VOID.has(name)) return
      const element = { name, isHidden: UNSEEN.has(name), isQuoted: isQuote(name, attributes) }
      open.push(element)
      hidden += Number(element.isHidden)
      quoted += Number(element.isQuoted)
    },
    ontext: text => write(text.replace(/\s+/g, ' ')),
    onclosetag(name) {
      if (VOID.has(name)) return
      const element = open.pop()
      hidden -= Number(element?.isHidden ?? 0)
      quoted -= Number(element?.isQuoted ?? 0)
      if (BLOCKS.has(name)) write(name === 'p' ? '\n\n' : '\n')
    },
  }, { decodeEntities: true })
  parser.end(html)
  return { full: full.text(), unquoted: unquoted.text() }
}

class Words {
  readonly #parts: string[] = []
  write(text: string) {
    this.#parts.push(text)
  }
  text(): string {
    return this.#parts.join('').split('\n').map(line => line.replace(/[^\S\n]+/g, ' ').trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim()
  }
}
