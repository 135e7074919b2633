import type { OutsideRequest, RequestResult } from '../engine/request.ts'

/** For whom something is asked of another system. `key` is the same however often it is tried. */
export interface OutsideAsking {
  tenantId: string
  contactId: string
  conversationId: string
  key: string
}

/** Asked after the commit, and outside of any unit. */
export interface OutsideRequests {
  answer(request: OutsideRequest, asking: OutsideAsking): Promise<RequestResult>
  /** Whether it may be asked again where nobody knows whether it was asked before. */
  mayRepeat(request: OutsideRequest, asking: OutsideAsking): Promise<boolean>
}
