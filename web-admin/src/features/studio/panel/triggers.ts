import type { Trigger } from '@botpro/graphql/flows'
import { UNCHOSEN } from '../document/new-step.ts'

export type TriggerKind = Trigger['kind']
export const TRIGGERS: Record<TriggerKind, { icon: string; fresh: object }> = {
  FIRST_MESSAGE: { icon: 'i-lucide-hand', fresh: {} },
  INTENT: { icon: 'i-lucide-brain', fresh: { intent: UNCHOSEN } },
  KEYWORD: { icon: 'i-lucide-text-search', fresh: { words: {} } },
  OPTION: { icon: 'i-lucide-mouse-pointer-click', fresh: { option: 'option' } },
  LINK: { icon: 'i-lucide-qr-code', fresh: { link: 'link' } },
  EVENT: { icon: 'i-lucide-webhook', fresh: { event: 'event' } },
  INACTIVITY: { icon: 'i-lucide-moon', fresh: { minutes: 30 } },
  OUT_OF_HOURS: { icon: 'i-lucide-clock-alert', fresh: {} },
}
export const TRIGGER_KINDS = Object.keys(TRIGGERS) as TriggerKind[]

export const newTrigger = (kind: TriggerKind, id: string): Trigger => ({ id, kind, ...structuredClone(TRIGGERS[kind].fresh) }) as Trigger
