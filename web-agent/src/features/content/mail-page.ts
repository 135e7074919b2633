/** Even what slipped through the cleaning can run, send and load nothing; pictures from elsewhere only once allowed. */
const policyOf = (isRemoteAllowed: boolean) =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:${isRemoteAllowed ? ' https:' : ''}`

const REMOTE = /\sdata-remote-src=(["'])https:/gi
export const hasRemoteImages = (html: string) => html.search(REMOTE) !== -1

/** The page that shows a mail. It stands in a frame without any right, and does not know our page. */
export function mailPage(html: string, { isRemoteAllowed }: { isRemoteAllowed: boolean }): string {
  const body = isRemoteAllowed ? html.replace(REMOTE, ' src=$1https:') : html
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyOf(isRemoteAllowed)}">`
    + '<meta name="referrer" content="no-referrer"><base target="_blank">'
    + '<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#18181b;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>'
    + `</head><body>${body}</body></html>`
}
