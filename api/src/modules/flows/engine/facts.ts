import type { ChannelKind, Json, Language } from '@botpro/graphql/flows'
import type { RunEffect } from './turn.ts'

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

export const retagged = (tags: readonly string[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): string[] =>
  [...new Set([...tags, ...add])].filter(tag => !remove.includes(tag))

/** What is so after what a turn did: whoever speaks next in the same moment knows it. */
export function afterEffects(facts: Facts, effects: readonly RunEffect[]): Facts {
  const after = { ...facts, contact: { ...facts.contact }, conversation: { ...facts.conversation } }
  for (const effect of effects) {
    if (effect.kind === 'CONTACT') for (const [field, value] of Object.entries(effect.set)) setOfContact(after.contact, field, value)
    if (effect.kind === 'VERIFIED') after.contact.verified = true
    if (effect.kind === 'TAG') after.conversation.tags = retagged(after.conversation.tags, effect)
  }
  return after
}

export function setOfContact(contact: Facts['contact'], field: string, value: Json): void {
  if (field === 'name' || field === 'email' || field === 'phone') contact[field] = value === null ? null : String(value)
  else contact.attributes = { ...contact.attributes, [field]: value }
}

/** The names that a flow’s variables cannot take. */
export const fixedNames = ['contact', 'conversation', 'channel', 'language', 'hours', 'company', 'now', 'today', 'error', 'trigger', 'message', 'item', 'number', 'payment'] as const
