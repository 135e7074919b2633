import type { Flow, VariableType } from '@botpro/graphql/flows'

export type SubjectType = VariableType | 'CHANNEL' | 'LANGUAGE' | 'INTENT'
export interface KnownName { path: string; type: SubjectType; group: 'variables' | 'contact' | 'conversation' | 'moment' | 'trouble' }

/** What texts and conditions may name without anybody having declared it. */
const FIXED: KnownName[] = [
  { path: 'contact.name', type: 'TEXT', group: 'contact' },
  { path: 'contact.phone', type: 'TEXT', group: 'contact' },
  { path: 'contact.email', type: 'TEXT', group: 'contact' },
  { path: 'contact.verified', type: 'YES_NO', group: 'contact' },
  { path: 'message.text', type: 'TEXT', group: 'conversation' },
  { path: 'message.intent', type: 'INTENT', group: 'conversation' },
  { path: 'channel.kind', type: 'CHANNEL', group: 'conversation' },
  { path: 'channel.name', type: 'TEXT', group: 'conversation' },
  { path: 'language', type: 'LANGUAGE', group: 'conversation' },
  { path: 'conversation.tags', type: 'LIST', group: 'conversation' },
  { path: 'conversation.link', type: 'TEXT', group: 'conversation' },
  { path: 'hours.open', type: 'YES_NO', group: 'moment' },
  { path: 'now', type: 'DATE_TIME', group: 'moment' },
  { path: 'today', type: 'DATE', group: 'moment' },
  { path: 'company.name', type: 'TEXT', group: 'moment' },
  { path: 'error.code', type: 'TEXT', group: 'trouble' },
  { path: 'error.message', type: 'TEXT', group: 'trouble' },
]

export const namesKnown = ({ variables }: Flow): KnownName[] =>
  [...variables.map<KnownName>(({ name, type }) => ({ path: name, type, group: 'variables' })), ...FIXED]

/** What kind of thing stands at a place; text where nobody says. */
export const typeOf = (flow: Flow, path: string): SubjectType => namesKnown(flow).find(name => name.path === path)?.type ?? 'TEXT'
