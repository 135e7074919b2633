import { createHmac, timingSafeEqual } from 'node:crypto'
import type { WebhookRequest } from '../adapter.ts'

/** Over the very bytes that came: Meta escapes letters as it likes, so what is parsed and written again has another signature. */
export function isSignedByMeta({ headers, body }: Pick<WebhookRequest, 'headers' | 'body'>, appSecret: string | undefined): boolean {
  const [, given] = /^sha256=([0-9a-f]{64})$/.exec(String(headers['x-hub-signature-256'] ?? '')) ?? []
  if (!given || !appSecret) return false
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', appSecret).update(body).digest())
}
