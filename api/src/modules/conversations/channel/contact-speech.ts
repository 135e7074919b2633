import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { previewOf, templateGaps, templatesOf, templateText, type ChannelKind, type Lines, type TemplateUse } from '../../channels/index.ts'
import type { ServiceReader, ServiceRules } from '../../tenancy/index.ts'
import type { Menu } from '../messages/message.ts'
import { appendMessages, type NewMessage, type ThreadPlace } from '../messages/message-store.ts'
import { lockThread, openConversation } from '../visitor/visitor-thread.store.ts'
import { addressesOf, type Address } from './contact-address.ts'
import { SendingDecisions } from './sending.ts'

/** Something that a contact is to be told from outside of any conversation. */
export interface SpeechToContact {
  contactId: string
  /** Nowhere but in this conversation, while it is open. */
  conversationId?: string | null
  /** In her language, or that of the conversation she is in. */
  texts: Record<Language, string>
  menu?: Menu
  /** Of mails that begin a thread. */
  subjects?: Record<Language, string>
  /** For channels whose window is closed: a template by this name, its gaps filled by their number or their name. */
  template?: { name: string; gaps: Record<Language, { ordered: string[]; named: Record<string, string> }> } | null
}

export type SpeechProblem = 'NO_CHANNEL' | 'NOT_REACHABLE' | 'NO_TEMPLATE' | 'TEMPLATE_UNFIT' | 'SERVICE_HELD'
export type Spoken = { messageId: string; conversationId: string } | { problem: SpeechProblem }

/** Tells contacts what nobody in a conversation said: reminders, and what else happens meanwhile. */
export class ContactSpeech {
  readonly #decisions: SendingDecisions

  constructor({ lines, service }: { lines: Lines; service?: ServiceReader }) {
    this.#decisions = new SendingDecisions(lines, service)
  }

  /** By the address that she used last and that reaches her now; or why none does, by the word of the last one. */
  async say(unit: Unit, speech: SpeechToContact): Promise<Spoken> {
    const { contactId, conversationId } = speech
    // Whatever is said by this begins with the company.
    const service = await this.#decisions.rules(unit)
    if (!service.mayBegin) return { problem: 'SERVICE_HELD' }
    const addresses = (await addressesOf(unit, contactId)).filter(address => !conversationId || address.conversationId === conversationId)
    let problem: SpeechProblem | undefined
    for (const address of addresses) {
      const message = await this.#messageFor(unit, address, { speech, service })
      if (typeof message !== 'string') return append(unit, address, { message, speech })
      problem ??= message
    }
    return { problem: problem ?? 'NO_CHANNEL' }
  }

  async #messageFor(unit: Unit, address: Address, { speech: { texts, menu, template }, service }: { speech: SpeechToContact; service: ServiceRules }): Promise<NewMessage | SpeechProblem> {
    const decision = this.#decisions.decide(address, { now: unit.now, service })
    if (decision.mayWrite && !decision.isForPeopleOnly) return { author: 'BOT', text: texts[address.language], menu: menu ?? null, status: 'SENT' }
    if (decision.block === 'CHANNEL_PAUSED') return 'NO_CHANNEL'
    if (decision.block === 'OPTED_OUT') return 'NOT_REACHABLE'
    return decision.mayUseTemplate && template ? templateMessage(unit, address, template) : 'NO_TEMPLATE'
  }
}

async function templateMessage(unit: Unit, { channelAccountId, language }: Address, { name, gaps }: NonNullable<SpeechToContact['template']>): Promise<NewMessage | SpeechProblem> {
  const [all = []] = await templatesOf(unit, [channelAccountId])
  const approved = all.filter(one => one.name === name && one.status === 'APPROVED')
  const template = approved.find(one => one.language.slice(0, 2).toUpperCase() === language)
  if (!template) return 'TEMPLATE_UNFIT'
  const values = Object.fromEntries(templateGaps(template.components).map(gap => [gap.name, valueFor(gap.name, gaps[language])]))
  const preview = previewOf(template.components, values)
  if (preview.problems.length > 0) return 'TEMPLATE_UNFIT'
  const content: TemplateUse = { kind: 'TEMPLATE', templateId: template.id, name, language: template.language, category: template.category, values }
  return { author: 'BOT', text: templateText(preview), status: 'SENT', content }
}

/** `body.2` is the second of them, `body.date` the one of that name; what is not of the text is nobody's to fill. */
function valueFor(gap: string, { ordered, named }: { ordered: string[]; named: Record<string, string> }): string {
  const [part, name = '1'] = gap.split('.')
  if (part !== 'body' && part !== 'header') return ''
  return (/^\d+$/.test(name) ? ordered[Number(name) - 1] : named[name]) ?? ''
}

async function append(unit: Unit, address: Address, { message, speech }: { message: NewMessage; speech: SpeechToContact }): Promise<Spoken> {
  const place = await openAt(unit, address, speech.subjects)
  const [stored] = await appendMessages(unit, place, [message])
  return { messageId: stored!.id, conversationId: place.conversationId }
}

/** What is open at an address of hers; where nothing is, it is opened. */
export async function openAt(unit: Unit, { id: identityId, language, kind, ...address }: Address, subjects: SpeechToContact['subjects']): Promise<ThreadPlace> {
  const id = newId(unit.now)
  // A mail begins a thread of its own, which its answers find.
  const threadKey = address.threadKey ?? (isMail(kind) ? id : '')
  const { place, open } = (await lockThread(unit, { identityId }, { create: true, threadKey }))!
  if (!open) place.conversationId = await openConversation(unit, place, { id, language, threadKey, subject: isMail(kind) ? subjects?.[language] ?? null : null })
  return place
}

const isMail = (kind: ChannelKind) => kind === 'EMAIL'
