import type { ReadUnit } from '../../../platform/unit.ts'
import { mayAnswerAutomatically, type AutomaticLimit } from '../../channels/index.ts'
import type { BotTurn } from '../bot/bot.ts'
import type { ThreadPlace } from '../messages/message-store.ts'

// More than that cannot be worth looking at: a sender of so many mails gets no answers by itself any more.
const LOOKED_AT = 200

const SAID = `
  select author, text from message
  where tenant_id = $1 and identity_id = $2 and author in ('BOT', 'CONTACT') and visibility = 'PUBLIC' and sent_at > $3
  order by position desc limit $4`

export interface Asked {
  text: string
  place: ThreadPlace
  limit: AutomaticLimit
}

/** What the bot may say to somebody who may be a machine, though nothing says so: else nothing, and a person looks. */
export async function withoutLoop(unit: ReadUnit, turn: BotTurn, { text, place, limit }: Asked): Promise<BotTurn> {
  const since = new Date(unit.now.getTime() - limit.hours * 3_600_000)
  const said = await unit.sql<{ author: 'BOT' | 'CONTACT'; text: string }>('automatic-answers', SAID, [unit.tenantId, place.identityId, since, LOOKED_AT])
  const by = (author: 'BOT' | 'CONTACT') => said.filter(message => message.author === author).map(message => message.text)
  const answer = turn.says.map(speech => speech.text)
  const mayAnswer = said.length < LOOKED_AT && mayAnswerAutomatically({ asked: text, answer, askedBefore: by('CONTACT'), answeredBefore: by('BOT'), most: limit.most })
  return mayAnswer ? turn : { ...turn, says: [], handOff: true }
}
