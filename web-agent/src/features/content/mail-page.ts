/** Even what slipped through the cleaning can run, send and load nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const STYLE = 'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#18181b;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}'

/** The API keeps where such pictures are under a name that no browser loads. */
export const hasRemoteImages = (html: string) => /\sdata-remote-src=["']https:/i.test(html)

/** The page that shows a mail without anything from elsewhere. It stands in a frame without any right, and does not know our page. */
export const mailPage = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  + `<meta name="referrer" content="no-referrer"><style>${STYLE}</style></head><body>${html}</body></html>`
