import sanitize from 'sanitize-html'

const TAGS = [
  'a', 'abbr', 'address', 'b', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'font', 'h1', 'h2', 'h3', 'h4',
  'h5', 'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul',
]
const DEEPEST = 100

/**
 * What a reader may be shown: no script, no style sheet, no form, no frame. Pictures elsewhere would tell their sender that
 * the mail was opened, so their address is put aside (`data-remote-src`) for a reader who chooses to load them; pictures
 * of the mail itself are named by their place among its files (`data-media`).
 */
export function readableHtml(html: string, mediaOf: (cid: string) => number | undefined): string {
  return sanitize(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['align', 'valign', 'dir', 'lang', 'title', 'bgcolor'],
      a: ['href', 'rel', 'target'], img: ['alt', 'width', 'height', 'data-remote-src', 'data-media'], font: ['color', 'face', 'size'],
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
  return /^https?:\/\//i.test(src) ? { ...shown, 'data-remote-src': src } : shown
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
