import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import type { Unit } from '../../platform/unit.ts'
import {
  messageNamed, nameMessage, type AnsweredThread, type ChannelInbox, type ChannelPerson, type Charged, type LineAccount, type MessageDeleted, type MessageEdited,
  type MessageReceived, type OutgoingFile, type PersonAvailable, type PersonChanged, type Progress, type Reacted, type SentElsewhere,
} from '../channels/index.ts'
import type { ContactService } from '../contacts/index.ts'
import { languageOfCode } from '../elena/index.ts'
import { detectLanguage } from '../language/index.ts'
import { tenantLanguage } from '../tenancy/index.ts'
import { optionChosen } from './channel-choice.ts'
import { heardFrom, messageDeleted, messageEdited, messageProgressed, messageReacted } from './channel-message.store.ts'
import type { ChannelMediaJobs } from './channel-media.ts'
import { answeredThread, mailOf, nameMail, threadOfMail } from './channel-mail.ts'
import { noteCharge, SEGMENTS } from './metering/charge.ts'
import { noteFailure } from './metering/metering.ts'
import type { MessageExchange } from './message-exchange.ts'
import { appendMessages, lockThreadOf, type ThreadPlace } from './message-store.ts'
import { lockIdentityThread, openConversation, type OpenState } from './visitor-thread.store.ts'

interface Parts {
  contacts: ContactService
  exchange: MessageExchange
  media: ChannelMediaJobs
}

/** What providers tell, as changes of conversations. Told twice, each comes to the same. */
export class ConversationInbox implements ChannelInbox {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The name of the message is taken in the unit that stores it: the second of two that come at once finds it taken. */
  async received(unit: Unit, account: LineAccount, update: MessageReceived): Promise<void> {
    const { channelAccountId } = account
    if (await messageNamed(unit, channelAccountId, update.externalId)) return
    const language = await languageFor(unit, update)
    const entered = await this.#enter(unit, account, { update, language })
    const id = newId(unit.now)
    if (!await nameMessage(unit, channelAccountId, update.externalId, id)) return
    // A clock that runs ahead of ours must not hold the window open for longer than the channel does.
    await heardFrom(unit, entered.place.identityId, update.at < unit.now ? update.at : unit.now)
    const { text, content, media = [], mail } = update
    const optionId = await optionChosen(unit, entered.place.identityId, update)
    const repliesTo = update.repliesTo ? await messageNamed(unit, channelAccountId, update.repliesTo) : undefined
    await this.#parts.exchange.take(unit, {
      ...entered,
      said: {
        id, text: textOf(text, content), optionId, language: entered.open?.language ?? language, fileCount: media.length, content, repliesTo, toldAt: update.at,
          origin: update.origin,
        ...mail && mailOf(mail, update.externalId), ...entered.mail && { threadKey: entered.mail.threadKey },
        manner: account.state !== 'LIVE' || mail?.isAutomatic ? 'SILENT' : mail ? 'MAIL' : 'CHAT',
        ...mail && { automaticAnswers: mail.automaticAnswers },
      },
      attach: async message => {
        if (entered.mail) await nameMail(unit, account, { messageId: id, place: entered.mail })
        for (const one of media) await this.#parts.media.expect(unit, account, { id: newId(unit.now), message, media: one })
      },
    })
  }

  async edited(unit: Unit, { channelAccountId }: LineAccount, { externalId, text, at }: MessageEdited): Promise<boolean> {
    const messageId = await messageNamed(unit, channelAccountId, externalId)
    if (messageId) await messageEdited(unit, messageId, { text, at })
    return messageId !== undefined
  }

  async deleted(unit: Unit, { channelAccountId }: LineAccount, { externalId, at }: MessageDeleted): Promise<boolean> {
    const messageId = await messageNamed(unit, channelAccountId, externalId)
    if (messageId) await messageDeleted(unit, messageId, at)
    return messageId !== undefined
  }

  async reacted(unit: Unit, { channelAccountId }: LineAccount, { externalId, emoji, at }: Reacted): Promise<boolean> {
    const messageId = await messageNamed(unit, channelAccountId, externalId)
    if (messageId) await messageReacted(unit, messageId, { author: 'CONTACT', emoji: emoji ?? '', at: at.toISOString() })
    return messageId !== undefined
  }

  /** Written on the same line with another tool: it stands in the thread, so that nobody answers twice. */
  async sentElsewhere(unit: Unit, account: LineAccount, { to, externalId, text, at, mail }: SentElsewhere): Promise<void> {
    const id = newId(unit.now)
    if (await messageNamed(unit, account.channelAccountId, externalId)) return
    const language = await tenantLanguage(unit)
    const inThread = mail && await threadOfMail(unit, account, mail)
    const { place, open } = await this.#thread(unit, account, { person: to, language, threadKey: inThread?.threadKey })
    if (!await nameMessage(unit, account.channelAccountId, externalId, id)) return
    if (!open) place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language, threadKey: inThread?.threadKey, subject: mail?.subject })
    // Not queued: it is with the contact already.
    await appendMessages(unit, { ...place, channel: { ...place.channel, kind: 'WEB' } }, [{ id, author: 'AGENT', text, status: 'SENT', toldAt: at, ...mail && { mail: mailOf(mail, externalId).mail } }])
    if (inThread) await nameMail(unit, account, { messageId: id, place: inThread })
  }

  async personChanged(unit: Unit, { channelAccountId }: LineAccount, { was, becomes }: PersonChanged): Promise<void> {
    await this.#parts.contacts.rename(unit, { channelAccountId, was, becomes: becomes.externalId })
  }

  async personAvailable(unit: Unit, { channelAccountId }: LineAccount, { person: { externalId }, isAvailable }: PersonAvailable): Promise<void> {
    if (isAvailable) await this.#parts.contacts.markAvailable(unit, { channelAccountId, externalId })
    else await this.#parts.contacts.markUnavailable(unit, { channelAccountId, externalId })
  }

  async progressed(unit: Unit, { messageId, progress, failure }: Progress): Promise<void> {
    if (progress === 'FAILED') await lockThreadOf(unit, messageId)
    await messageProgressed(unit, messageId, { status: progress, failure })
    if (progress === 'FAILED') await noteFailure(unit, messageId)
  }

  async charged(unit: Unit, { account: { channelAccountId }, externalId, messageId, at, charge, segments }: Charged): Promise<void> {
    if (charge) await noteCharge(unit, { channelAccountId, externalId, messageId, at, charge })
    if (segments) await noteCharge(unit, { channelAccountId, externalId, messageId, at, charge: SEGMENTS, quantity: segments })
  }

  answered(unit: Unit, messageId: string): Promise<AnsweredThread | undefined> {
    return answeredThread(unit, messageId)
  }

  files(tenantId: string, ids: readonly string[]): Promise<OutgoingFile[]> {
    return this.#parts.media.outgoing(tenantId, ids)
  }

  async #enter(unit: Unit, account: LineAccount, { update, language }: { update: MessageReceived; language: Language }) {
    const mail = update.mail && await threadOfMail(unit, account, update.mail)
    return { ...await this.#thread(unit, account, { person: update.from, language, threadKey: mail?.threadKey }), mail }
  }

  /** She is admitted each time: what the channel tells of her may be new, and by several names she is one. */
  async #thread(unit: Unit, { channelAccountId, kind }: LineAccount, { person, language, threadKey }: Arriving): Promise<{ place: ThreadPlace; open: OpenState | null }> {
    const { identityId } = await this.#parts.contacts.admit(unit, { channelAccountId, language, verified: false, ...arrivalOf(person) })
    return lockIdentityThread(unit, identityId, { channel: { id: channelAccountId, kind }, threadKey })
  }
}

interface Arriving {
  person: ChannelPerson
  language: Language
  threadKey?: string
}

const arrivalOf = ({ externalId, name, username, phone, email, isEmailTrusted, aliases }: ChannelPerson) =>
  ({ externalId, name, username, phone, isPhoneTrusted: phone !== undefined, email, isEmailTrusted, aliases })

/** As her device says, or as she writes; else the tenant's. */
async function languageFor(unit: Unit, { text, from }: MessageReceived): Promise<Language> {
  const tag = from.languageTag?.slice(0, 2).toLowerCase()
  const own = tag === 'es' ? 'ES' : tag === 'en' ? 'EN' : await tenantLanguage(unit)
  return text ? languageOfCode(detectLanguage(text, own === 'ES' ? 'es' : 'en')) : own
}

/** What lists and whoever shows words alone are to see. */
function textOf(text: string, content: MessageReceived['content']): string {
  if (text || !content) return text
  switch (content.kind) {
    case 'LOCATION': return content.name ?? content.address ?? `${content.latitude}, ${content.longitude}`
    case 'CONTACTS': return content.people.map(({ name, phones }) => [name, ...phones].join(' · ')).join('\n')
    case 'ORDER': return content.items.map(({ quantity, productId }) => `${quantity} × ${productId}`).join('\n')
    case 'FORM': return Object.entries(content.answers ?? {}).map(([name, value]) => `${name}: ${value}`).join('\n')
    default: return ''
  }
}
