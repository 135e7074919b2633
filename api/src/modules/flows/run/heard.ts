import type { Json } from '@botpro/graphql/flows'
import { isExactly, type BotHears, type BotTurn } from '../../conversations/index.ts'
import type { Heard } from '../engine/input.ts'

/** What a contact said as runs hear it; `found` is what intents and Q&A would answer. */
export function heardOf({ text, optionId, chosenFrom, reading, files = [], content }: BotHears, found: BotTurn | undefined): Heard {
  const place = content?.kind === 'LOCATION' ? content : null
  return {
    text, optionId, files, ...chosenFrom && { chosenFrom },
    location: place && { latitude: place.latitude, longitude: place.longitude, ...place.name !== undefined && { name: place.name } },
    intent: reading?.intent ? { name: reading.intent.name, confidence: reading.confidence } : null,
    entities: entitiesOf(reading), aside: found && !found.handOff && !found.unhelpful ? found.says.map(speech => speech.text).join('\n\n') : null,
  }
}

/** The first of each kind, by what it means. */
function entitiesOf(reading: BotHears['reading']): Record<string, Json> {
  const found: Record<string, Json> = {}
  for (const { entity, value } of reading?.entities ?? []) found[entity] ??= value as Json
  return found
}

/** A question that is known by these very words, or that Q&A is surer of than the model is of what she wants. */
export const answerIsSurer = ({ reading, answer }: BotHears): boolean =>
  answer !== null && answer !== undefined && (isExactly(answer) || (answer.faqId !== null && answer.confidence > (reading?.confidence ?? 0)))
