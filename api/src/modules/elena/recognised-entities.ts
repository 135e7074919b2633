import type { Language } from '../language/index.ts'
import type { FoundEntity } from './model.ts'
import { recognise, type Recognised } from './recognisers/index.ts'
import type { SpanHint } from './slots/slot-keys.ts'

export interface RecognisingContext { language: Language, now: Date, zone: string }

/** What ELENA knows by itself, in a text. Of a card only what may be kept is told, never its number. */
export const recognisedIn = (text: string, context: RecognisingContext): FoundEntity[] => recognise(text, context).map(entityOf)

const entityOf = (found: Recognised): FoundEntity => ({
  entity: found.kind, start: found.start, end: found.end, value: found.value, confidence: found.confidence ?? 1, source: 'RECOGNISER',
  text: found.kind === 'card' ? found.value.masked : found.text,
})

// Where something is, does not depend on the day.
const anyDay = { now: new Date('2026-01-05T12:00:00Z'), zone: 'UTC' }

/** Where something is recognised, for slots to learn from. */
export const hintsIn = (language: Language) => (text: string): SpanHint[] => recognise(text, { ...anyDay, language })
