import type { Message } from '../../live/desk.ts'

export type Tick = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown'

const TICKS: Record<Message['status'], Tick> = {
  QUEUED: 'waiting', SENDING: 'waiting', SENT: 'sent', DELIVERED: 'delivered', READ: 'read', FAILED: 'failed', UNKNOWN: 'unknown',
}

export const TICK_ICONS: Record<Tick, string> = {
  waiting: 'i-lucide-clock-3',
  sent: 'i-lucide-check',
  delivered: 'i-lucide-check-check',
  read: 'i-lucide-check-check',
  failed: 'i-lucide-circle-alert',
  unknown: 'i-lucide-circle-help',
}

/** Ticks are about what went to the contact: her own messages, notes and notices have none. */
export function tickOf({ author, visibility, notice, status }: Pick<Message, 'author' | 'visibility' | 'notice' | 'status'>): Tick | null {
  if (author === 'CONTACT' || author === 'SYSTEM' || notice || visibility === 'INTERNAL') return null
  return TICKS[status]
}
