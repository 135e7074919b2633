import type { ChannelKind, Json, Language } from '@botpro/graphql/flows'

/** What is so at the moment of a turn. Texts and conditions name these; nothing else is read from anywhere. */
export interface Facts {
  now: Date
  timeZone: string
  language: Language
  channel: { kind: ChannelKind; name: string }
  contact: { id: string; name: string | null; phone: string | null; email: string | null; verified: boolean; attributes: Record<string, Json> }
  conversation: { id: string; tags: string[]; link: string | null }
  hours: { open: boolean }
  company: { name: string }
}

/** The names that a flow’s variables cannot take. */
export const fixedNames = ['contact', 'conversation', 'channel', 'language', 'hours', 'company', 'now', 'today', 'error', 'trigger', 'message', 'item', 'number', 'payment'] as const
