import { isAllowed } from '../web/origin.ts'

/** By which a page of the tenant's knows with what link somebody came: the loader of the chat looks for it. */
export const REF = 'bp_ref'

/** A page on an allowed origin, and nothing that only looks like one. */
export function isOwnPage(page: string, allowedOrigins: readonly string[]): boolean {
  const url = URL.parse(page)
  // `blob:` has the origin of the page that it was made on.
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && isAllowed(url.origin, allowedOrigins)
}

/** The page with the token, as long as its origin is still allowed; else the first origin that is one site. Null where there is none. */
export function webTarget(page: string | null, allowedOrigins: readonly string[], token: string): string | null {
  const target = page && isOwnPage(page, allowedOrigins) ? page : allowedOrigins.find(origin => !origin.includes('*'))
  if (!target) return null
  const url = new URL(target)
  url.searchParams.set(REF, token)
  return url.href
}
