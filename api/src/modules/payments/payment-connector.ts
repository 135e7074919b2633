import type { Json } from '@botpro/graphql/flows'

/** As much of the connectors as payments need. Never called inside a unit, and never rejects. */
export interface PaymentConnector {
  call(scope: { tenantId: string }, request: { connector: string; operation: string; input: Record<string, Json>; idempotencyKey: string }): Promise<LinkAnswer>
}

/** `isDemo`: a system that is played in the house made the link. */
export type LinkAnswer = { ok: true; data: Json; isDemo?: boolean } | { ok: false; code: string; message: string }

export interface PaymentLink {
  url: string
  externalId: string | null
  isDemo: boolean
}

const MOST_URL = 2000

/** What a connector answered, if a customer could be sent there. */
export function linkOf({ data, isDemo = false }: { data: Json; isDemo?: boolean }): PaymentLink | null {
  const { url, externalId } = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}
  if (typeof url !== 'string' || url.length > MOST_URL || !URL.canParse(url) || !['https:', 'http:'].includes(new URL(url).protocol)) return null
  const id = typeof externalId === 'string' || typeof externalId === 'number' ? String(externalId).trim().slice(0, 200) : ''
  return { url, externalId: id || null, isDemo }
}
