/** Kinds of pages: data, our own apps, the chat frame in strangers' pages, the explorer, and plain pages. */
export type PageKind = 'data' | 'app' | 'frame' | 'explorer' | 'page'

export interface SecurityOptions {
  /** Served over TLS, so browsers shall never come without. */
  secure: boolean
  /** Origins of pages that may frame the chat; `*` while a tenant has not named any. */
  frameAncestors?: readonly string[]
}

type Policy = Record<string, string>

const CLOSED: Policy = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

const OWN: Policy = {
  ...CLOSED,
  'default-src': "'self'",
  'script-src': "'self'",
  // Component libraries set styles from scripts.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'object-src': "'none'",
  'form-action': "'self'",
}

/** The explorer is one page of inlined scripts that start their workers from blobs. */
const EXPLORER: Policy = {
  ...OWN,
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval'",
  'worker-src': 'blob:',
  'img-src': "'self' data:",
}

function policyOf(kind: PageKind, { frameAncestors = [] }: SecurityOptions): Policy {
  if (kind === 'data') return CLOSED
  if (kind === 'explorer') return EXPLORER
  if (kind === 'frame') return { ...OWN, 'frame-ancestors': frameAncestors.join(' ') || "'none'" }
  return OWN
}

/** The headers that tell a browser what a page of ours may do, and who may do what with it. */
export function securityHeaders(kind: PageKind, options: SecurityOptions): Record<string, string> {
  const policy = Object.entries(policyOf(kind, options))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': kind === 'frame' || kind === 'data' ? 'cross-origin' : 'same-origin',
    ...(kind !== 'frame' && { 'x-frame-options': 'DENY' }),
    ...(options.secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}
