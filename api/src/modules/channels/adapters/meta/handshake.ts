import { createHash, timingSafeEqual } from 'node:crypto'
import type { WebhookRequest } from '../adapter.ts'

/** Repeats Meta's challenge to whoever knows the token that the administrator pasted there. */
export function answerHandshake({ method, query }: WebhookRequest, { verifyToken }: { verifyToken: string }): string | undefined {
  if (method !== 'GET' || query['hub.mode'] !== 'subscribe' || !verifyToken) return undefined
  return isSame(query['hub.verify_token'] ?? '', verifyToken) ? query['hub.challenge'] : undefined
}

/** In constant time, whatever the lengths. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
