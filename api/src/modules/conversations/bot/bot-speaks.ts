import type { Unit } from '../../../platform/unit.ts'
import { appendMessages, lockThread } from '../messages/message-store.ts'
import type { Language } from '../../../platform/language.ts'
import type { BotPlace, BotScene, BotTurn } from './bot.ts'
import { sceneFor } from './bot-scene.ts'
import { botPlace, messagesOf, settleTurn } from './bot-turn.ts'

/** Where the bot speaks without having been spoken to. `isBots`: nobody else has the conversation, and it is open. */
export interface SpeakingPlace {
  scene: BotScene
  at: BotPlace
  isBots: boolean
}

const STANDING = `
  select c.language, c.status = 'OPEN' and c.owner = 'BOT' as "isBots", a.state = 'LIVE' as "isLive"
  from conversation c join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $1 and c.id = $2`

interface Standing {
  language: Language
  isBots: boolean
  isLive: boolean
}

/**
 * Lets the bot say something by itself: what it waited for has come, or its time has. The thread is locked first, so whoever
 * writes now comes before or after. While a channel is paused everything is left to people.
 */
export async function botSpeaks(unit: Unit, conversationId: string, decide: (where: SpeakingPlace) => Promise<BotTurn | null>): Promise<void> {
  const place = await lockThread(unit, conversationId)
  if (!place) return
  const [{ language, isBots, isLive }] = await unit.sql<Standing>('bot-standing', STANDING, [unit.tenantId, conversationId]) as [Standing]
  const turn = await decide({ scene: await sceneFor(unit, place.channel.id, language), at: botPlace(unit, place), isBots })
  if (!turn || !isBots) return
  const said: BotTurn = isLive || turn.says.length === 0 ? turn : { says: [], handOff: turn.handOff || true, keep: turn.keep }
  const messages = messagesOf(said)
  if (messages.length > 0) await appendMessages(unit, place, messages)
  await settleTurn(unit, conversationId, said)
}
