import type { Unit } from '../../../platform/unit.ts'
import { alwaysServed, SERVICE_RULES, type ServiceReader, type ServiceRules } from '../../tenancy/index.ts'
import { CannotSend, type Line } from '../adapters/adapter.ts'
import { wordsBeside } from '../adapters/content-words.ts'
import { answerMail } from '../adapters/email/answer-mail.ts'
import type { OutgoingMessage, OutgoingPart, Passage } from '../adapters/outgoing.ts'
import { referenceOf } from '../adapters/reference.ts'
import type { ChannelFailure } from '../adapters/update.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import type { Allowance } from './allowance.ts'
import { composable } from './composable.ts'
import type { SentPart } from './message-progress.ts'
import { dueOutbound, saveOutbound, type DueOutbound } from './outbound.store.ts'
import { sendingDecision } from './sending-decision.ts'
import type { StatusService } from './status.service.ts'

interface Parts {
  lines: Lines
  inbox: ChannelInbox
  statuses: StatusService
  service?: ServiceReader
  onError: (error: unknown) => void
}

export interface Claiming {
  /** Persons who are being written to. */
  busy: readonly string[]
  most: number
  /** Told of each before anybody else can see that it is claimed. */
  hold: (due: DueOutbound) => void
}

export interface Claimed {
  begun: DueOutbound[]
  /** How long until the account may be written on again, in milliseconds. */
  waitMs?: number
}

interface Sending {
  account: LineAccount
  line: Line
  passage: Passage
}

/** Chooses what goes next on an account, asks whether it may, and cuts it into calls. */
export class OutboundClaim {
  readonly #parts: Parts
  readonly #allowance: Allowance

  constructor(parts: Parts, allowance: Allowance) {
    this.#parts = parts
    this.#allowance = allowance
  }

  /** SENDING is committed before anybody is called. */
  async take(unit: Unit, account: LineAccount, { busy, most, hold }: Claiming): Promise<Claimed> {
    const { channelAccountId } = account
    const begun: DueOutbound[] = []
    const line = this.#parts.lines.at(account, unit.now)
    for (const due of await dueOutbound(unit, { channelAccountId, busy, most })) {
      if (!await this.#isReady(unit, due, account, line)) continue
      const waitMs = this.#allowance.take(line.profile, unit.now.getTime())
      if (waitMs) return { begun, waitMs }
      const personWaitMs = this.#allowance.takeFor(due.identityId, line.profile, unit.now.getTime())
      if (personWaitMs) {
        await saveOutbound(unit, { ...due, state: 'QUEUED', dueAt: new Date(unit.now.getTime() + personWaitMs) })
        continue
      }
      due.parts = due.parts!.with(nextOf(due.parts!), { ...due.parts![nextOf(due.parts!)]!, state: 'SENDING' })
      due.tries += 1
      await saveOutbound(unit, { ...due, state: 'SENDING', dueAt: unit.now })
      hold(due)
      begun.push(due)
    }
    return { begun }
  }

  /** Asked before every call: between two of one message the window may close, or the person stop the channel. False where the message says why not. */
  async #isReady(unit: Unit, due: DueOutbound, account: LineAccount, line: Line): Promise<boolean> {
    const { author, content, until } = due.message
    if (due.address && (!due.sealed || (until && new Date(until) <= unit.now))) return this.#refuse(unit, due, { code: 'EXPIRED', message: 'The code is of no use any more.' })
    const capabilities = account.adapter.capabilities(line)
    const decision = sendingDecision({ now: unit.now, state: account.state, capabilities, ...due.to, service: await this.#rules(unit, due) })
    const isTemplate = content?.kind === 'TEMPLATE'
    const mayGo = isTemplate ? decision.mayUseTemplate : decision.mayWrite && !(decision.isForPeopleOnly && author === 'BOT')
    if (!mayGo) return this.#refuse(unit, due, { code: decision.block ?? 'WINDOW_CLOSED', message: 'The channel does not take it now.' })
    const passage = isTemplate ? 'TEMPLATE' : decision.isForPeopleOnly ? 'HUMAN_AGENT' : 'FREE'
    if (isCutFor(due, passage)) return true
    try {
      due.parts = renewed(due.parts ?? [], await this.#cut(unit, due, { account, line, passage }))
      return true
    } catch (error) {
      if (!(error instanceof CannotSend)) this.#parts.onError(error)
      return this.#refuse(unit, due, { code: error instanceof CannotSend ? error.because : 'CONTENT', message: (error as Error).message })
    }
  }

  /** A code is what she asked for just now, whatever it is sent by. */
  async #rules({ tenantId }: Unit, { address, message }: DueOutbound): Promise<ServiceRules> {
    const rules = message.isNotice ? SERVICE_RULES.ACTIVE : await (this.#parts.service ?? alwaysServed).rules(tenantId)
    return address === null ? rules : { ...rules, mayBegin: rules.isServed }
  }

  /** Into calls, each under a reference of its own. */
  async #cut(unit: Unit, due: DueOutbound, { account, line, passage }: Sending): Promise<SentPart[]> {
    const whole = await this.#whole(unit, due, { account, line, passage })
    const referenceAt = (part: number) => referenceOf({ ...due, part })
    const carried = composable(whole, message => account.adapter.compose({ ...message, reference: referenceAt(0) }, line))
    const composed = (part: number): OutgoingPart[] => account.adapter.compose({ ...carried, reference: referenceAt(part) }, line)
    const first = composed(0)
    return first.map((one, part) => ({ ...(part === 0 ? one : composed(part)[part]!), state: 'WAITING', reference: referenceAt(part), passage }))
  }

  async #whole(unit: Unit, { messageId, message, to }: DueOutbound, { account, line, passage }: Sending): Promise<Omit<OutgoingMessage, 'reference'>> {
    const { fileIds, insteadOfFiles, ...rest } = message
    const { externalId, aliases, phone, email } = to
    const thread = account.kind === 'EMAIL' && !rest.mail ? await this.#parts.inbox.answered(unit, messageId) : undefined
    const mail = thread ? answerMail(thread, { reference: messageId, isAutomatic: rest.author === 'BOT' }, line) : rest.mail
    const files = fileIds.length ? await this.#parts.inbox.files(account.tenantId, fileIds) : []
    const text = [wordsBeside(rest.text, rest.content), files.length < fileIds.length && insteadOfFiles].filter(Boolean).join('\n')
    return { ...rest, text, ...mail && { mail }, to: { externalId, aliases, phone, email }, files, passage }
  }

  /** What has left stays as it is. */
  async #refuse(unit: Unit, due: DueOutbound, failure: ChannelFailure): Promise<false> {
    due.parts = (due.parts ?? [{ request: {}, fileIds: [], state: 'WAITING' as const }]).map(part => (part.state === 'WAITING' ? { ...part, state: 'FAILED', failure } : part))
    await this.#parts.statuses.settle(unit, due)
    return false
  }
}

const nextOf = (parts: readonly SentPart[]) => parts.findIndex(part => part.state === 'WAITING')

/** Whether what goes next was cut for this time that it is sent, and for how it may go now. */
function isCutFor({ messageId, round, parts }: DueOutbound, passage: Passage): boolean {
  const part = nextOf(parts ?? [])
  const next = parts?.[part]
  return next !== undefined && next.passage === passage && next.reference === referenceOf({ messageId, round, part })
}

/** Parts that have left or are unknown stay; where the message is cut in another number of them, all stay as they were cut. */
function renewed(before: readonly SentPart[], fresh: SentPart[]): SentPart[] {
  if (before.every(part => part.state === 'WAITING')) return fresh
  return fresh.length === before.length ? fresh.map((part, index) => (before[index]!.state === 'WAITING' ? part : before[index]!)) : [...before]
}
