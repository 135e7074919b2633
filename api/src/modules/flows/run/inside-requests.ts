import type { Unit } from '../../../platform/unit.ts'
import type { InsideRequest, RequestResult } from '../engine/request.ts'

/** For whom something is asked. */
export interface Asking {
  runId: string
  requestId: string
  contactId: string
  conversationId: string
}

/** Answers within the unit. A failure of ours is a result too: what throws rolls the whole turn back. */
export type InsideRequests = { answer(unit: Unit, request: InsideRequest, asking: Asking): Promise<RequestResult> }
