import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { Language } from '../../../platform/language.ts'
import type { ChannelKind } from '../../channels/index.ts'
import { alwaysServed, type ServiceReader } from '../../tenancy/index.ts'
import { holdForDesk } from '../held/held-conversation.store.ts'
import { tellNobodyAnswers } from '../held/held-notice.ts'
import type { Bot, BotTurn } from './bot.ts'
import { sceneFor } from './bot-scene.ts'
import { botPlace, handToQueue, messagesOf, settleTurn } from './bot-turn.ts'
import type { BotUnderstanding, Heard } from './bot-understanding.ts'
import type { Message } from '../messages/message.ts'
import { appendMessages, lockThread, MESSAGE_COLUMNS, type ThreadPlace } from '../messages/message-store.ts'
import type { Doubt, SecondThoughts } from './second-thoughts.ts'

export interface OwedAnswer {
  tenantId: string
  conversationId: string
  /** The contact's. */
  messageId: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.answer-later': OwedAnswer
    'conversations.answer-owed': object
  }
}

const AT_ONCE = 3

const OWE = 'insert into owed_answer (tenant_id, message_id, conversation_id, at) values ($1, $2, $3, $4)'

/** In the unit that stores the message: what the bot would say now is not said, but thought about. */
export async function oweAnswer(unit: Unit, { id, conversationId }: Message): Promise<void> {
  const { tenantId, now } = unit
  await unit.sql('answer-owe', OWE, [tenantId, id, conversationId, now])
  // Few at once of one tenant: one whose server is slow must not keep everybody's jobs waiting.
  const queue = `conversations.answer-later:${tenantId}:${parseInt(id.slice(-2), 16) % AT_ONCE}`
  unit.enqueue('conversations.answer-later', { tenantId, conversationId, messageId: id }, { maxAttempts: 3, queue })
}

// Nothing is owed any more where somebody else took over, or the contact went on.
const OWED = `
  select ${MESSAGE_COLUMNS}, c.channel_account_id as "channelAccountId", a.kind as "channelKind", a.state = 'LIVE' as "isLive", c.language, c.contact_id as "contactId",
    c.status = 'OPEN' and c.owner = 'BOT' and not exists (
      select from message n where n.tenant_id = m.tenant_id and n.identity_id = m.identity_id and n.position > m.position and n.author = 'CONTACT') as "isDue"
  from owed_answer o
    join message m on m.tenant_id = o.tenant_id and m.id = o.message_id
    join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where o.tenant_id = $1 and o.message_id = $2`

interface OwedMessage extends Message {
  channelAccountId: string
  contactId: string
  channelKind: ChannelKind
  language: Language
  isDue: boolean
  /** While a channel is paused everything is left to people. */
  isLive: boolean
}

const PAID = 'delete from owed_answer where tenant_id = $1 and message_id = $2'
const LEFT = 'select tenant_id as "tenantId", conversation_id as "conversationId", message_id as "messageId" from owed_answer where at < $1 order by at limit 100'

/** In all, from the moment in which she asked. */
const PATIENCE_MS = 8000
const LEFT_MS = 30_000

interface Parts {
  units: Units
  bot: Bot
  understanding: BotUnderstanding
  thoughts: SecondThoughts
  service?: ServiceReader
}

interface Thought {
  heard: Heard
  turn: BotTurn
  doubt: Doubt
}

/**
 * Answers what could not be answered with certainty at once. What is owed is a row: it goes in the unit that answers, so
 * an answer is given once, however often this runs and wherever it is cut off.
 */
export class LaterAnswers {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async answer(owed: OwedAnswer): Promise<void> {
    const { units, thoughts } = this.#parts
    const scope = { tenantId: owed.tenantId, actor: systemActor(owed.tenantId) }
    const { thought, askedAt, now } = await units.tenant(scope, unit => this.#look(unit, owed))
    const budgetMs = Math.max(0, askedAt.getTime() + PATIENCE_MS - now.getTime())
    const better = thought && budgetMs > 0 ? await thoughts.think(thought.doubt, { ...owed, budgetMs }) : {}
    await units.tenant(scope, unit => this.#pay(unit, owed, thought && { ...thought, better }))
  }

  /** What a process took up and did not live to finish. Those who wait have waited long enough: no model is asked. */
  async answerLeft(): Promise<void> {
    const { units } = this.#parts
    const left = await units.platform({ actor: systemActor() }, unit =>
      unit.sql<{ tenantId: string; conversationId: string; messageId: string }>('answers-left', LEFT, [new Date(unit.now.getTime() - LEFT_MS)]))
    const failures: unknown[] = []
    // One that cannot be answered keeps nobody else waiting.
    for (const owed of left) await this.answer(owed).catch(error => failures.push(error))
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} answers could not be given.`)
  }

  async #look(unit: Unit, { messageId }: OwedAnswer): Promise<{ thought: Thought | null; askedAt: Date; now: Date }> {
    const { bot, understanding, thoughts } = this.#parts
    const message = await owedMessage(unit, messageId)
    const times = { askedAt: message?.sentAt ?? unit.now, now: unit.now }
    if (!message?.isDue || !message.isLive || !await this.#isServed(unit)) return { thought: null, ...times }
    const { text, language, channelAccountId, channelKind } = message
    const scene = await sceneFor(unit, channelAccountId, language)
    const heard = await understanding.hear(unit, { text, optionId: null, language, channel: channelKind, timeZone: scene.calendar.timeZone })
    if (!heard) return { thought: null, ...times }
    const at = { unit, channelAccountId, channelKind, conversationId: message.conversationId, contactId: message.contactId }
    const turn = await bot.answer(scene, { text, optionId: null, reading: heard.reading, answer: heard.answer }, at)
    return { thought: { heard, turn, doubt: await thoughts.doubt(unit, heard, turn) }, ...times }
  }

  /** The thread is locked first: whoever answers now, or writes now, comes before or after, and is seen or sees. */
  async #pay(unit: Unit, { conversationId, messageId }: OwedAnswer, thought: Thinking | null) {
    const { bot, understanding, thoughts } = this.#parts
    const place = await lockThread(unit, conversationId)
    const message = place && await owedMessage(unit, messageId)
    await unit.sql('answer-paid', PAID, [unit.tenantId, messageId])
    if (!place || !message?.isDue) return
    if (!await this.#isServed(unit)) return leaveForDesk(unit, place, message)
    if (!message.isLive) return handOver(unit, place)
    const scene = await sceneFor(unit, message.channelAccountId, message.language)
    const hears = thought ? await thoughts.hears(unit, thought.doubt, thought.better) : { text: message.text, optionId: null }
    const turn = await bot.answer(scene, hears, { ...botPlace(unit, place), messageId })
    await appendMessages(unit, place, messagesOf(turn))
    if (thought) await understanding.note(unit, { heard: thought.heard, turn, place, message })
    await settleTurn(unit, conversationId, turn)
  }

  async #isServed({ tenantId }: Unit): Promise<boolean> {
    return (await (this.#parts.service ?? alwaysServed).rules(tenantId)).isServed
  }
}

/** The service stands still since she asked: as if she had asked then. */
async function leaveForDesk(unit: Unit, place: ThreadPlace, { conversationId, language }: OwedMessage): Promise<void> {
  await holdForDesk(unit, unit.tenantId, { conversationIds: [conversationId], because: 'WROTE' })
  await tellNobodyAnswers(unit, place, language)
}

async function handOver(unit: Unit, place: ThreadPlace): Promise<void> {
  await appendMessages(unit, place, messagesOf({ says: [], handOff: true }))
  await handToQueue(unit, place.conversationId)
}

interface Thinking extends Thought {
  better: Awaited<ReturnType<SecondThoughts['think']>>
}

async function owedMessage(unit: Unit, messageId: string): Promise<OwedMessage | undefined> {
  return (await unit.sql<OwedMessage>('answer-owed', OWED, [unit.tenantId, messageId]))[0]
}
