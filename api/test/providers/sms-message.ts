import { randomBytes } from 'node:crypto'

/** A message as Twilio keeps it. */
export interface KeptSms {
  sid: string
  direction: 'inbound' | 'outbound-api'
  from: string
  to: string
  body: string
  status: string
  errorCode: string | null
  segments: number
  /** In thousandths of a dollar: what was charged. */
  price: number
  media: { sid: string; mediaType: string; content: Buffer }[]
  at: Date
  changed: Date
}

export const newSid = (kind: 'SM' | 'MM' | 'ME'): string => kind + randomBytes(16).toString('hex')
