import type { Key, Trigger } from '@botpro/graphql/flows'

type Words = { ES: string[]; EN: string[] }

/** What ELENA understood, by the names of the sector packs. */
export const onIntent = (intent: string): Trigger => ({ id: `intent_${intent}`.slice(0, 40), kind: 'INTENT', intent })

export const onWords = (es: string[], en: string[]): Trigger => ({ id: 'words', kind: 'KEYWORD', words: { ES: es, EN: en } satisfies Words })

/** Whatever the flow under way is asking. */
export const atOnce = (trigger: Trigger): Trigger => (trigger.kind === 'KEYWORD' || trigger.kind === 'INTENT' ? { ...trigger, interrupts: true } : trigger)

export const onFirstMessage = (): Trigger => ({ id: 'first', kind: 'FIRST_MESSAGE' })
export const outOfHours = (): Trigger => ({ id: 'closed', kind: 'OUT_OF_HOURS' })
export const onLink = (link: string): Trigger => ({ id: `link_${link}`.slice(0, 40), kind: 'LINK', link })
export const onEvent = (event: Key): Trigger => ({ id: `event_${event}`.slice(0, 40), kind: 'EVENT', event })
