import type { GraphError } from './graph-error.ts'
import type { WhatsappCustomer } from './customer.ts'
import type { WhatsappFaults } from './faults.ts'

/** A message of ours, as far as statuses tell of it. */
export interface SentMessage {
  id: string
  to: WhatsappCustomer
  /** Whether it was addressed by phone: then a failure names no business-scoped id. */
  isByPhone: boolean
  reference: string | undefined
  category: string
  at: number
}

interface Status {
  message: SentMessage
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  at: number
  error?: GraphError
}

const DAY = 86_400

export function statusOf({ message, status, at, error }: Status, faults: WhatsappFaults): Record<string, unknown> {
  const { to, id, reference, isByPhone } = message
  const names = {
    ...(to.names !== 'BSUID' && { recipient_id: to.phone }),
    ...(to.names !== 'PHONE' && !(status === 'failed' && isByPhone) && { recipient_user_id: to.userId }),
  }
  return {
    id, status, timestamp: String(Math.floor(at / 1000)), ...names, ...(reference && !faults.forgetsReference && { biz_opaque_callback_data: reference }),
    ...(faults.version === 'v23' && status !== 'failed' && { conversation: conversationOf(message, status) }),
    ...(hasPricing(status, faults) && { pricing: pricingOf(message.category) }), ...(error && { errors: [error.inStatus()] }),
  }
}

const hasPricing = (status: Status['status'], { pricing }: WhatsappFaults) =>
  (status === 'sent' && pricing !== 'DELIVERED') || ((status === 'delivered' || status === 'read') && pricing !== 'SENT')

/** In v23 and older each message has a conversation of its own; when it ends is told with `sent` alone. */
const conversationOf = ({ id, category, at }: SentMessage, status: string) => ({
  id: id.slice(-32), ...(status === 'sent' && { expiration_timestamp: String(Math.floor(at / 1000) + DAY) }), origin: { type: category },
})

const pricingOf = (category: string) => ({
  billable: category !== 'service', pricing_model: 'PMP', category, type: category === 'service' ? 'free_customer_service' : 'regular',
})
