import { MenuBot, sentimentOf, type BotTexts } from '../modules/conversations/index.ts'
import type { BusinessCalendar } from '../modules/tenancy/index.ts'
import { newId } from '../platform/ids.ts'
import type { Company, Employee } from './company.ts'
import type { ConversationRow, MessageRow } from './rows.ts'
import type { Step } from './script.ts'
import type { Words } from './words.ts'

/** A step and when it happens. */
export interface Act {
  step: Step
  at: Date
}

export interface Place {
  contactId: string
  identityId: string
  channelAccountId: string
  language: 'ES' | 'EN'
  /** Where in the thread the last conversation ended. */
  lastPosition: number
}

export interface Desk {
  agent: Answerer
  /** Who takes over when it is passed on, and who passes it. */
  colleague: Answerer
  supervisor: Answerer
}

type Answerer = Pick<Employee, 'id' | 'name'>

interface PerformanceOptions {
  company: Company
  calendar: BusinessCalendar
  words: Words
  desk: Desk
  place: Place
}

const bot = new MenuBot()
const KEPT_READINGS = 12
const CLAIM_BEFORE_REPLY = 25_000

/** Plays a script: what the contact and the agents say is in it, what the bot says the bot itself decides. */
export class Performance {
  readonly messages: MessageRow[] = []
  readonly conversation: ConversationRow
  readonly #options: PerformanceOptions
  #holder?: Answerer

  constructor(options: PerformanceOptions, openedAt: Date) {
    const { contactId, identityId, channelAccountId, language } = options.place
    this.#options = options
    this.conversation = {
      id: newId(openedAt), contact_id: contactId, identity_id: identityId, channel_account_id: channelAccountId,
      status: 'OPEN', owner: 'BOT', assignee_id: null, language, opened_at: openedAt, last_activity_at: openedAt,
      queued_at: null, first_queued_at: null, first_answered_at: null, closed_at: null, unread_count: 0,
      last_message_id: null, sentiments: [], urgent_since: null, version: 1,
    }
    this.#add(openedAt, { author: 'BOT', ...bot.welcome(this.#scene(openedAt)) })
  }

  play(acts: Act[]): this {
    for (const { step, at } of acts) this.#act(step, at)
    this.#settle()
    return this
  }

  #act(step: Step, at: Date) {
    switch (step.kind) {
      case 'PICK': return this.#hear(at, this.#titleOf(step.optionId), step.optionId)
      case 'CLIENT': return this.#hear(at, this.#options.words.fill(step.text, { at }), null)
      case 'AGENT': return this.#reply(at, step.text)
      case 'NOTE': return this.#say(at, step.text, 'INTERNAL')
      case 'ASSIGN': return this.#assign(at)
      case 'CLOSE': return this.#close(at)
    }
  }

  #hear(at: Date, text: string, optionId: string | null) {
    const turn = this.conversation.owner === 'BOT' ? bot.answer(this.#scene(at), { text, optionId }) : null
    const status = turn && !turn.handOff ? 'READ' : 'DELIVERED'
    const read = sentimentOf({ author: 'CONTACT', text, chosenOptionId: optionId })
    this.#add(at, {
      author: 'CONTACT', text, chosen_option_id: optionId, status,
      sentiment: read?.sentiment ?? null, sentiment_label: read?.sentimentLabel ?? null, urgent: read?.urgent ?? null,
    })
    if (read?.urgent) this.conversation.urgent_since ??= at
    for (const speech of turn?.says ?? []) this.#add(at, { author: 'BOT', ...speech })
    if (!turn?.handOff) return
    this.#notice(at, 'HANDED_TO_QUEUE')
    Object.assign(this.conversation, { owner: 'QUEUE', queued_at: at, first_queued_at: at })
  }

  /** What the option is called in the menu that was shown last. */
  #titleOf(optionId: string): string {
    const shown = this.messages.findLast(message => message.menu)?.menu?.options
    const option = shown?.find(({ id }) => id === optionId)
    if (!option) throw new Error(`${this.#options.company.profile.name}: “${optionId}” is not in the menu shown last.`)
    return option.title
  }

  #reply(at: Date, text: string) {
    const lastActivity = this.conversation.last_activity_at.getTime()
    if (!this.#holder) this.#claim(new Date(Math.max(at.getTime() - CLAIM_BEFORE_REPLY, lastActivity)))
    this.#read()
    this.#say(at, text, 'PUBLIC')
    this.conversation.first_answered_at ??= at
    this.conversation.urgent_since = null
  }

  #claim(at: Date) {
    this.#pass(this.#options.desk.agent)
    this.#notice(at, 'CLAIMED', { member_id: this.#options.desk.agent.id })
  }

  #assign(at: Date) {
    const { colleague, supervisor } = this.#options.desk
    this.#pass(colleague)
    this.#notice(at, 'ASSIGNED', { member_id: supervisor.id, notice_member_id: colleague.id })
  }

  #pass(holder: Answerer) {
    this.#holder = holder
    Object.assign(this.conversation, { owner: 'AGENT', assignee_id: holder.id, queued_at: null })
  }

  #close(at: Date) {
    this.#read()
    this.#notice(at, 'CLOSED', { member_id: this.#holder?.id ?? null })
    Object.assign(this.conversation, { status: 'CLOSED', closed_at: at, urgent_since: null })
  }

  #say(at: Date, text: string, visibility: 'PUBLIC' | 'INTERNAL') {
    const { id, name } = this.#holder!
    this.#add(at, { author: 'AGENT', visibility, member_id: id, text: this.#options.words.fill(text, { at, agent: name }) })
  }

  #notice(at: Date, notice: string, more: Partial<MessageRow> = {}) {
    this.#add(at, { author: 'SYSTEM', text: '', notice, ...more })
  }

  #add(at: Date, message: Pick<MessageRow, 'author' | 'text'> & Partial<MessageRow>) {
    const { id, identity_id } = this.conversation
    this.messages.push({
      id: newId(at), conversation_id: id, identity_id,
      position: this.#options.place.lastPosition + this.messages.length + 1,
      visibility: 'PUBLIC', member_id: null, menu: null, chosen_option_id: null, notice: null, notice_member_id: null,
      sentiment: null, sentiment_label: null, urgent: null, status: 'SENT', sent_at: at, version: 1, ...message,
    })
    this.conversation.last_activity_at = at
  }

  /** An agent has the conversation before her. */
  #read() {
    for (const message of this.messages) if (message.author === 'CONTACT') message.status = 'READ'
  }

  /** What follows from the messages, as the services would have left it. */
  #settle() {
    const { conversation, messages } = this
    const shown = messages.filter(message => message.visibility === 'PUBLIC' && message.author !== 'SYSTEM')
    for (const message of shown) if (message.author !== 'CONTACT') message.status = 'READ'
    conversation.last_message_id = shown.at(-1)!.id
    conversation.sentiments = messages.flatMap(message => message.sentiment ?? []).slice(-KEPT_READINGS)
    const unread = messages.filter(({ author, status }) => author === 'CONTACT' && status === 'DELIVERED')
    conversation.unread_count = unread.length
    conversation.version = messages.length + 1
  }

  #scene(now: Date) {
    const { company, calendar, place: { language } } = this.#options
    const inLanguage = <T extends { language: string }>(all: T[]): T => all.find(texts => texts.language === language)!
    const { greeting, outOfHours } = inLanguage(company.widget.texts)
    return { now, language, greeting, outOfHours, texts: inLanguage<BotTexts>(company.bot), calendar }
  }
}
