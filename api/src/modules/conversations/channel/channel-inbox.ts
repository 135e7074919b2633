import { sha256 } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import {
  messageNamed, nameMessage, type AnsweredThread, type ChannelInbox, type ChannelMedia, type ChannelSignals, type ChannelPerson, type Charged, type LineAccount, type MessageDeleted, type MessageEdited,
  type MessageReceived, type OutgoingFile, type PersonAvailable, type PersonChanged, type Progress, type Reacted, type SentElsewhere, type WindowClosed,
} from '../../channels/index.ts'
import type { ContactService } from '../../contacts/index.ts'
import { forgetMisunderstood, languageOfCode } from '../../elena/index.ts'
import { detectLanguage } from '../../language/index.ts'
import { tenantLanguage } from '../../tenancy/index.ts'
import { isArrival } from './channel-arrival.ts'
import { optionChosen } from './channel-choice.ts'
import { availabilityTold, heardFrom, latestConversation, messageDeleted, messageEdited, messageProgressed, messageReacted, windowClosed } from './channel-message.store.ts'
import type { ChannelMediaJobs } from './channel-media.ts'
import { answeredThread, mailOf, nameMail, nameOf, threadOfMail } from './channel-mail.ts'
import { noteCharge, SEGMENTS } from '../metering/charge.ts'
import { noteFailure } from '../metering/metering.ts'
import type { Message } from '../messages/message.ts'
import type { MessageExchange, Said } from '../messages/message-exchange.ts'
import { appendMessages, lockThreadOf, type ThreadPlace } from '../messages/message-store.ts'
import { askName } from './unnamed-person.ts'
import { lockThread, openConversation, type OpenState } from '../visitor/visitor-thread.store.ts'

interface Parts {
  contacts: ContactService
  exchange: MessageExchange
  media: ChannelMediaJobs
  /** Nobody is told that she was read where it is left out. */
  signals?: ChannelSignals
  /** What else is kept of a message goes with it when she takes it back. */
  forget?: (unit: Unit, messageId: string) => Promise<void>
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
    if (await messageNamed(unit, channelAccountId, nameOf(update))) return
    const language = await languageFor(unit, update)
    const entered = await this.#enter(unit, account, { update, language })
    const id = newId(unit.now)
    if (!await nameMessage(unit, channelAccountId, nameOf(update), id)) return
    // Answers name a mail by its Message-ID: the first that had it.
    if (update.mail) await nameMessage(unit, channelAccountId, update.externalId, id)
    await heardFrom(unit, entered.place.identityId, { at: notAfter(unit.now, update.at), opens: !account.adapter.opensByWordOnly })
    if (isArrival(update)) return this.#parts.exchange.arrive(unit, { ...entered, id, update, language, isGreeted: account.state === 'LIVE' })
    const { text, content, media = [], mail } = update
    const repliesTo = update.repliesTo ? await messageNamed(unit, channelAccountId, update.repliesTo) : undefined
    const menuId = update.menuOf ?? repliesTo
    const chosen = await optionChosen(unit, entered.place.identityId, { text, optionId: update.optionId, ...menuId && { menuId } })
    const stored = await this.#parts.exchange.take(unit, {
      ...entered,
      said: {
        id, text: textOf(text, content), optionId: chosen?.optionId ?? null, ...chosen && { chosenFrom: chosen.from }, language: entered.open?.language ?? language, fileCount: media.length, files: media.map((one, place) => fileOf(account, update, { one, place })), content, repliesTo, toldAt: update.at,
          origin: update.origin,
        ...mail && mailOf(mail, update.externalId), ...entered.mail && { threadKey: entered.mail.threadKey },
        manner: mannerOf(account, mail),
        ...mail && { automaticAnswers: mail.automaticAnswers },
      },
      attach: async message => {
        if (entered.mail) await nameMail(unit, account, { messageId: id, place: entered.mail })
        for (const [place, one] of media.entries()) await this.#parts.media.expect(unit, account, { id: fileId(account, update, place), message, media: one })
      },
    })
    this.#tellRead(unit, account, { update, stored })
    if (!entered.open) askName(unit, account, update.from)
  }

  /** The bot reads at once; where its answer is not among what was stored, it thinks. */
  #tellRead(unit: Unit, account: LineAccount, { update, stored: [message, ...others] }: { update: MessageReceived; stored: Message[] }): void {
    if (message?.status !== 'READ') return
    const kind = others.some(({ author, visibility, position }) => author === 'BOT' && visibility === 'PUBLIC' && position > message.position) ? 'READ' : 'TYPING'
    unit.afterCommit(() => this.#parts.signals?.tell(account, { kind, to: update.from.externalId, messageId: update.externalId }))
  }

  async edited(unit: Unit, { channelAccountId }: LineAccount, { externalId, text, at }: MessageEdited): Promise<boolean> {
    const messageId = await messageNamed(unit, channelAccountId, externalId)
    if (messageId) await messageEdited(unit, messageId, { text, at })
    return messageId !== undefined
  }

  async deleted(unit: Unit, { channelAccountId }: LineAccount, { externalId, at }: MessageDeleted): Promise<boolean> {
    const messageId = await messageNamed(unit, channelAccountId, externalId)
    if (messageId && await messageDeleted(unit, messageId, at)) {
      await this.#parts.media.forget(unit, messageId)
      await forgetMisunderstood(unit, messageId)
      await this.#parts.forget?.(unit, messageId)
    }
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

  /** One who was never heard of is remembered for having stopped us. Agents see it between what was said. */
  async personAvailable(unit: Unit, account: LineAccount, { person, isAvailable, at }: PersonAvailable): Promise<void> {
    const { contacts } = this.#parts
    const arrival = { channelAccountId: account.channelAccountId, language: await languageFor(unit, { text: '', from: person }), verified: false, ...arrivalOf(account, person) }
    const who = isAvailable ? await contacts.known(unit, arrival) : await contacts.admit(unit, arrival)
    if (!who) return
    const { place } = (await lockThread(unit, { identityId: who.identityId }, { create: true }))!
    const told = { isAvailable, at: notAfter(unit.now, at), opens: !account.adapter.opensByWordOnly }
    if (!await availabilityTold(unit, who.identityId, told)) return
    place.conversationId = await latestConversation(unit, who.identityId) ?? ''
    const notice = isAvailable ? 'OPTED_IN' : 'OPTED_OUT'
    if (place.conversationId) await appendMessages(unit, place, [{ author: 'SYSTEM', text: '', status: 'SENT', notice, toldAt: at }])
  }

  async windowClosed(unit: Unit, { identityId, at, heardBefore }: WindowClosed): Promise<void> {
    await windowClosed(unit, identityId, { at, heardBefore })
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
  async #thread(unit: Unit, account: LineAccount, { person, language, threadKey }: Arriving): Promise<{ place: ThreadPlace; open: OpenState | null }> {
    const { identityId } = await this.#parts.contacts.admit(unit, { channelAccountId: account.channelAccountId, language, verified: false, ...arrivalOf(account, person) })
    return (await lockThread(unit, { identityId }, { create: true, threadKey }))!
  }
}

interface Arriving {
  person: ChannelPerson
  language: Language
  threadKey?: string
}

const arrivalOf = ({ adapter }: LineAccount, { externalId, name, username, phone, email, isEmailTrusted, aliases }: ChannelPerson) =>
  ({ externalId, name, username, phone, isPhoneTrusted: phone !== undefined && adapter.vouchesForPhones === true, email, isEmailTrusted, aliases })

/** The same each time that the message is tried, so that what was laid down for a try that failed is overwritten. In the order of the files. */
function fileId({ channelAccountId }: LineAccount, update: MessageReceived, place: number): string {
  const time = Math.max(0, update.at.getTime()).toString(16).padStart(12, '0').slice(-12)
  const own = sha256(`${channelAccountId} ${nameOf(update)} ${place}`).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place.toString(16).padStart(3, '0').slice(-3)}-8${own.slice(0, 3)}-${own.slice(3, 15)}`
}

const fileOf = (account: LineAccount, update: MessageReceived, { one, place }: { one: ChannelMedia; place: number }) =>
  ({ id: fileId(account, update, place), name: one.name ?? '', type: one.mediaType ?? '' })

/** A clock that runs ahead of ours must not hold anything open for longer than the channel does. */
const notAfter = (now: Date, at: Date): Date => (at < now ? at : now)

const mannerOf = ({ state }: LineAccount, mail: MessageReceived['mail']): Said['manner'] =>
  (mail?.isAutomatic ? 'SILENT' : state !== 'LIVE' ? 'HAND_OVER' : mail ? 'MAIL' : 'CHAT')

/** As her device says, or as she writes; else the tenant's. */
async function languageFor(unit: Unit, { text, from }: Pick<MessageReceived, 'text' | 'from'>): Promise<Language> {
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
