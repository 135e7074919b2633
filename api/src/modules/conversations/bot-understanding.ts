import type { Unit } from '../../platform/unit.ts'
import type { BotReading, Elena } from '../elena/index.ts'
import type { BotTurn } from './bot.ts'
import type { Message } from './message.ts'
import type { ThreadPlace } from './message-store.ts'

/** What a live model made of a message; nothing was read where an option was chosen. */
export interface Heard {
  reading: BotReading | null
  timeZone: string
}

interface Happened {
  heard: Heard
  turn: BotTurn
  place: ThreadPlace
  /** The contact's. */
  message: Message
}

// What was asked before; choosing an option asks nothing that could be learnt.
const BEFORE = `
  select m.id, m.text from message m
  where m.tenant_id = $1 and m.conversation_id = $2 and m.position < $3 and m.author = 'CONTACT' and m.chosen_option_id is null and m.text <> ''
  order by m.position desc limit 1`

/** Lets the bot understand what the tenant taught, and keeps what it did not understand for somebody to look at. */
export class BotUnderstanding {
  readonly #elena: Pick<Elena, 'understanding' | 'misunderstood'>

  constructor(elena: Pick<Elena, 'understanding' | 'misunderstood'>) {
    this.#elena = elena
  }

  /** Nothing while the tenant has no live model. */
  async hear(unit: Unit, { text, optionId, timeZone }: { text: string; optionId: string | null; timeZone: string }): Promise<Heard | null> {
    const { understanding } = this.#elena
    if (!await understanding.isLive(unit)) return null
    return { timeZone, reading: text && optionId === null ? await understanding.forBot(unit, { text, timeZone }) : null }
  }

  /** In the unit that stores the message: it is misunderstood, or shows that the one before was. */
  async note(unit: Unit, { heard: { reading, timeZone }, turn, place, message }: Happened): Promise<void> {
    if (turn.misunderstood && reading) return this.#note(unit, place, { ...message, reading, reason: 'LOW_CONFIDENCE' })
    if (!turn.handOff || message.attachmentCount > 0) return
    const [before] = await unit.sql<{ id: string; text: string }>('message-asked-before', BEFORE, [unit.tenantId, place.conversationId, message.position])
    const read = before && await this.#elena.understanding.forBot(unit, { text: before.text, timeZone })
    if (read) await this.#note(unit, place, { ...before, reading: read, reason: 'HANDED_OFF' })
  }

  #note(unit: Unit, { contactId, conversationId }: ThreadPlace, { id, text, reading, reason }: Noted) {
    const { confidence, ranking, language } = reading
    return this.#elena.misunderstood.note(unit, {
      messageId: id, contactId, conversationId, text, reason, confidence, guesses: ranking, language,
    })
  }
}

interface Noted {
  id: string
  text: string
  reading: BotReading
  reason: 'LOW_CONFIDENCE' | 'HANDED_OFF'
}
