import type { BotContent, Key } from '@botpro/graphql/flows'
import type { Text } from './build/text.ts'

export type Sector = 'FINANCIAL' | 'RETAIL' | 'HEALTH' | 'GOVERNMENT'

/** A whole bot of a sector, ready to be made a tenant's own. */
export interface BotTemplate {
  key: Key
  sector: Sector
  name: Text
  description: Text
  /** The sector packs of ELENA's whose intents the triggers name. */
  packs?: string[]
  content: BotContent
  /** Demo systems under the keys that the flows call them by. */
  connectors: TemplateConnector[]
  /** Of these, the key of the one that makes links for payments. */
  payments: Key
  appointments?: { services: TemplateService[]; resources: TemplateResource[] }
  requestTypes?: TemplateRequestType[]
  faqs?: TemplateFaq[]
}

export interface TemplateConnector { key: Key; name: Text; system: Key }

export interface TemplateService {
  key: Key
  name: Text
  minutes: number
  /** With the gaps that reminders of appointments have: `{{name}}`, `{{service}}`, `{{date}}`, `{{time}}`, `{{person}}`, `{{place}}`. */
  reminders?: { minutesBefore: number; text: Text }[]
}

/** Who or what is booked: a physician, a room, a window. */
export interface TemplateResource { key: Key; name: Text; kind?: 'PERSON' | 'ROOM'; services: Key[]; hours: { weekdays: number[]; opens: string; closes: string }[] }

/** What the bot opens requests of; without states of its own it has the usual ones. */
export interface TemplateRequestType {
  key: Key
  name: Text
  fields: { name: string; label: Text }[]
  states?: { key: Key; name: Text; isFinal: boolean }[]
}

export interface TemplateFaq { question: Text; answer: Text }
