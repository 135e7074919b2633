import sanitize from 'sanitize-html'

const TAGS = [
  'a', 'abbr', 'address', 'b', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'font', 'h1', 'h2', 'h3', 'h4',
  'h5', 'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul',
]
const DEEPEST = 100

/**
 * What a reader may be shown: no script, no style sheet, no form, no frame. Pictures elsewhere would tell their sender that
 * the mail was opened, so their address is put aside (`data-remote-src`) for a reader who chooses to load them; pictures
 * of the mail itself are named by their place among its files (`data-media`), and those written into it stay.
 */
export function readableHtml(html: string, mediaOf: (cid: string) => number | undefined): string {
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['align', 'valign', 'dir', 'lang', 'title', 'bgcolor'],
      a: ['href', 'rel', 'target'], img: ['alt', 'width', 'height', 'src', 'data-remote-src', 'data-media'], font: ['color', 'face', 'size'],
      table: ['border', 'cellpadding', 'cellspacing', 'width', 'height'], td: ['colspan', 'rowspan', 'width', 'height'], th: ['colspan', 'rowspan', 'width', 'height'], ol: ['start', 'type'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    allowedSchemesAppliedToAttributes: ['href'],
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'],
    nestingLimit: DEEPEST,
    transformTags: {
      a: (tagName, { href, title }) => ({ tagName, attribs: { ...href && { href }, ...title && { title }, rel: 'noopener noreferrer nofollow', target: '_blank' } }),
      img: (tagName, attributes) => ({ tagName, attribs: pictureOf(attributes, mediaOf) }),
    },
  })
}

function pictureOf({ src = '', alt, width, height }: Record<string, string>, mediaOf: (cid: string) => number | undefined): Record<string, string> {
  const shown = { ...alt && { alt }, ...width && { width }, ...height && { height } }
  const at = /^cid:/i.test(src) ? mediaOf(decoded(src.slice(4))) : undefined
  if (at !== undefined) return { ...shown, 'data-media': String(at) }
  if (isWrittenPicture(src)) return { ...shown, src }
  return /^https?:\/\//i.test(src) ? { ...shown, 'data-remote-src': src } : shown
}

const WRITTEN = /^data:image\/(?:png|jpe?g|gif|webp);base64,([a-z0-9+/]{24,}={0,2})$/i
/** How pictures begin that a browser shows and that carry no program. */
const SIGNATURES = [/^\x89PNG\r\n\x1a\n/, /^\xff\xd8\xff/, /^GIF8[79]a/, /^RIFF[^]{4}WEBP/]

/** By what it holds, whatever it says. */
function isWrittenPicture(src: string): boolean {
  const start = WRITTEN.exec(src)?.[1]?.slice(0, 24)
  return start !== undefined && SIGNATURES.some(signature => signature.test(Buffer.from(start, 'base64').toString('latin1')))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
