import type { Json, Key } from '@botpro/graphql/flows'

/**
 * What a run needs from elsewhere. Requests of the first kind are answered within the unit; the others after its commit, once:
 * their row is the promise. `id` is the same however often the same turn is tried.
 */
export type Request = { id: string } & (InsideRequest | OutsideRequest)

export type InsideRequest =
  | { kind: 'ANSWER'; question: string }
  | { kind: 'LOOK_UP'; table: Key; where: Record<string, Json> }
  | { kind: 'SEND_CODE'; via: 'SMS' | 'EMAIL' | 'WHATSAPP'; to: string; minutes: number; attempts: number }
  | { kind: 'CHECK_CODE'; code: string; attempts: number }
  /** Whether one more answer counts: `expected` is what the answers were held against, and leaves the house by no way. */
  | { kind: 'CHECK_KNOWN'; expected: string; isRight: boolean }
  | { kind: 'OPEN_REQUEST'; type: Key; title: string; fields: Record<string, Json>; priority: string }
  | { kind: 'APPOINTMENT'; action: 'FIND' | 'BOOK' | 'MOVE' | 'CANCEL' | 'MINE'; service: Json; resource: Json; slot: Json; appointment: Json; from: Json; most: number; note: Json }

export type OutsideRequest =
  | { kind: 'CALL'; connector: Key; operation: Key; input: Record<string, Json> }
  | { kind: 'PAYMENT_LINK'; amount: { amount: string; currency: string }; reference: string; description: string; minutes: number }

const INSIDE: ReadonlySet<string> = new Set(['ANSWER', 'LOOK_UP', 'SEND_CODE', 'CHECK_CODE', 'CHECK_KNOWN', 'OPEN_REQUEST', 'APPOINTMENT'])

export const isInside = (request: Request): request is { id: string } & InsideRequest => INSIDE.has(request.kind)

/** What became of it. `code` of failures is in capitals, such as `TIMEOUT`, `NOT_FOUND`, `UNKNOWN` (it may have happened). */
export type RequestResult =
  | { ok: true; data: Json }
  | { ok: false; code: string; message: string; status?: number }
