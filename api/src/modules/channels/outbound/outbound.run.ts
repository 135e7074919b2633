import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { CannotSend, type Line } from '../adapters/adapter.ts'
import { answerMail } from '../adapters/email/answer-mail.ts'
import type { OutgoingMessage, SendOutcome } from '../adapters/outgoing.ts'
import type { ChannelFailure } from '../adapters/update.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import type { Allowance, Allowances } from './allowance.ts'
import { waitAfter } from './backoff.ts'
import { progressed, type SentPart } from './message-progress.ts'
import { abandonedOutbound, dueOutbound, expiredOutbound, lockOutbound, saveOutbound, type DueOutbound, type Outbound } from './outbound.store.ts'
import { sendingDecision } from './sending-decision.ts'
import type { StatusService } from './status.service.ts'

export interface OutboundParts {
  units: Pick<Units, 'tenant'>
  lines: Lines
  inbox: ChannelInbox
  statuses: StatusService
  health: ChannelHealth
  allowances: Allowances
  clock: Clock
  random: () => number
  onError: (error: unknown) => void
}

/** Sends what is due on one account, each person's messages in order, within what the provider allows. */
export class OutboundRun {
  readonly #parts: OutboundParts
  readonly #account: LineAccount
  readonly #allowance: Allowance
  /** Persons who are being written to, with the message. */
  readonly #busy = new Map<string, string>()
  readonly #running = new Set<Promise<void>>()
  #isLeaving = false

  constructor(parts: OutboundParts, account: LineAccount) {
    this.#parts = parts
    this.#account = account
    this.#allowance = parts.allowances.of(account.channelAccountId)
  }

  /** One look at what is due: begins what may begin. How long until the next look is worth it, in milliseconds; undefined when woken is early enough. */
  async look(account: LineAccount): Promise<number | undefined> {
    if (account.state !== 'LIVE') return undefined
    if (account.isStopped) return this.#parts.health.probe(account)
    const free = this.#allowance.atOnce - this.#running.size
    if (free <= 0 || this.#isLeaving) return undefined
    const claimed = await this.#unit(unit => this.#claim(unit, account, free))
    for (const due of claimed.begun) this.#begin(account, due)
    return claimed.waitMs ?? (claimed.begun.length === free ? 0 : undefined)
  }

  get isSending(): boolean {
    return this.#running.size > 0
  }

  /** Waits for the calls under way. */
  async leave(): Promise<void> {
    this.#isLeaving = true
    await Promise.all(this.#running)
  }

  /** What another process had under way when it ended is unknown; what was unknown for long enough holds up nobody any more. */
  async recover(account: LineAccount): Promise<void> {
    await this.#unit(async unit => {
      for (const outbound of await abandonedOutbound(unit, account.channelAccountId, [...this.#busy.values()])) {
        await this.#unknown(unit, account, outbound, { code: 'PROCESS_ENDED', message: 'The process that sent it ended before the provider answered.' })
      }
      for (const outbound of await expiredOutbound(unit, account.channelAccountId)) await this.#goOn(unit, outbound)
    })
  }

  /** SENDING is committed before anybody is called. */
  async #claim(unit: Unit, account: LineAccount, most: number): Promise<{ begun: DueOutbound[]; waitMs?: number }> {
    const { channelAccountId } = account
    const begun: DueOutbound[] = []
    const line = this.#parts.lines.at(account, unit.now)
    for (const due of await dueOutbound(unit, { channelAccountId, busy: [...this.#busy.keys()], most })) {
      if (!due.parts && !await this.#cut(unit, due, account, line)) continue
      const waitMs = this.#allowance.take(line.profile, unit.now.getTime())
      if (waitMs) return { begun, waitMs }
      const personWaitMs = this.#allowance.takeFor(due.identityId, line.profile, unit.now.getTime())
      if (personWaitMs) {
        await saveOutbound(unit, { ...due, state: 'QUEUED', dueAt: later(unit.now, personWaitMs) })
        continue
      }
      due.parts = due.parts!.with(nextOf(due.parts!), { ...due.parts![nextOf(due.parts!)]!, state: 'SENDING' })
      due.tries += 1
      await saveOutbound(unit, { ...due, state: 'SENDING', dueAt: unit.now })
      begun.push(due)
    }
    return { begun }
  }

  /** Into calls; false where none may be made, and the message says why. */
  async #cut(unit: Unit, due: DueOutbound, account: LineAccount, line: Line): Promise<boolean> {
    const { author, content } = due.message
    const { now } = unit
    const decision = sendingDecision({ now, state: account.state, capabilities: account.adapter.capabilities(line), ...due.to })
    const isTemplate = content?.kind === 'TEMPLATE'
    const mayGo = isTemplate ? decision.mayUseTemplate : decision.mayWrite && !(decision.isForPeopleOnly && author === 'BOT')
    if (!mayGo) {
      await this.#refuse(unit, due, { code: decision.block ?? 'WINDOW_CLOSED', message: 'The channel does not take it now.' })
      return false
    }
    const passage = isTemplate ? 'TEMPLATE' : decision.isForPeopleOnly ? 'HUMAN_AGENT' : 'FREE'
    try {
      due.parts = account.adapter.compose(await this.#whole(unit, due, { account, line, passage }), line).map(part => ({ ...part, state: 'WAITING' }))
      return true
    } catch (error) {
      const because = error instanceof CannotSend ? error.because : 'CONTENT'
      if (!(error instanceof CannotSend)) this.#parts.onError(error)
      await this.#refuse(unit, due, { code: because, message: (error as Error).message })
      return false
    }
  }

  async #whole(unit: Unit, { messageId, message, to }: DueOutbound, { account, line, passage }: { account: LineAccount; line: Line; passage: OutgoingMessage['passage'] }): Promise<OutgoingMessage> {
    const { fileIds, ...rest } = message
    const thread = account.kind === 'EMAIL' && !rest.mail ? await this.#parts.inbox.answered(unit, messageId) : undefined
    const mail = thread ? answerMail(thread, { reference: messageId, isAutomatic: rest.author === 'BOT' }, line) : rest.mail
    return { ...rest, ...mail && { mail }, reference: messageId, to: addressed(to), files: await this.#files(fileIds), passage }
  }

  #files(ids: readonly string[]) {
    return ids.length ? this.#parts.inbox.files(this.#account.tenantId, ids) : Promise.resolve([])
  }

  async #refuse(unit: Unit, outbound: Outbound, failure: ChannelFailure) {
    outbound.parts = [{ request: {}, fileIds: [], state: 'FAILED', failure }]
    await this.#parts.statuses.settle(unit, outbound)
  }

  #begin(account: LineAccount, due: DueOutbound) {
    this.#busy.set(due.identityId, due.messageId)
    const running = this.#send(account, due).catch(this.#parts.onError).finally(() => {
      this.#busy.delete(due.identityId)
      this.#running.delete(running)
    })
    this.#running.add(running)
  }

  async #send(account: LineAccount, due: DueOutbound): Promise<void> {
    const index = due.parts!.findIndex(part => part.state === 'SENDING')
    const line = this.#parts.lines.at(account, this.#parts.clock())
    const outcome = await this.#call(account, due.parts![index]!, line)
    await this.#unit(unit => this.#took(unit, { account, line, messageId: due.messageId, index, outcome }))
  }

  /** Adapters do not throw; should one, nobody knows how far it had come. */
  async #call(account: LineAccount, part: SentPart, line: Line): Promise<SendOutcome> {
    try {
      return await account.adapter.send(part, await this.#files(part.fileIds), line)
    } catch (error) {
      this.#parts.onError(error)
      return { kind: 'UNKNOWN', failure: { code: 'ADAPTER', message: (error as Error).message } }
    }
  }

  /** What a call brought. A status that was faster has said more already: the further one stays. */
  async #took(unit: Unit, { account, line, messageId, index, outcome }: Taken): Promise<void> {
    const outbound = await lockOutbound(unit, messageId)
    const part = outbound?.parts?.[index]
    if (!outbound || !part) return
    if (outcome.kind === 'ACCEPTED') {
      this.#allowance.succeeded()
      outbound.tries = 0
      outbound.parts = outbound.parts!.with(index, progressed(part, { state: 'SENT', externalId: outcome.externalId }))
      if (part.segments) await this.#parts.inbox.charged(unit, { account, externalId: outcome.externalId, messageId, at: unit.now, segments: part.segments })
      for (const name of [outcome.externalId, ...(outcome.otherNames ?? [])]) await this.#parts.statuses.name(unit, outbound, name)
      return this.#parts.statuses.settle(unit, outbound)
    }
    this.#allowance.failed()
    if (part.state !== 'SENDING') return this.#parts.statuses.settle(unit, outbound)
    if (outcome.kind === 'UNKNOWN') return this.#unknown(unit, account, outbound, outcome.failure)
    if (outcome.kind === 'REFUSED') {
      outbound.parts = outbound.parts!.with(index, { ...part, state: 'FAILED', failure: outcome.failure })
      return this.#parts.statuses.settle(unit, outbound)
    }
    outbound.parts = outbound.parts!.with(index, { ...part, state: 'WAITING', failure: outcome.failure })
    if (outcome.kind === 'ACCOUNT_STOPPED') {
      await this.#parts.health.stopped(unit, account, outcome.failure)
      return saveOutbound(unit, { ...outbound, tries: outbound.tries - 1, state: 'QUEUED', dueAt: unit.now })
    }
    await this.#retry(unit, { outbound, index, line, outcome })
  }

  async #retry(unit: Unit, { outbound, index, line, outcome }: Retried): Promise<void> {
    const { scope, afterMs, failure } = outcome
    const waitMs = waitAfter({ tries: outbound.tries, scope, afterMs }, line.profile, this.#parts.random)
    if (scope === 'ACCOUNT') this.#allowance.pause(unit.now.getTime() + waitMs)
    if (scope === 'MESSAGE' && outbound.tries >= line.profile.retries.most) {
      outbound.parts = outbound.parts!.with(index, { ...outbound.parts![index]!, state: 'FAILED', failure })
      return this.#parts.statuses.settle(unit, outbound)
    }
    await saveOutbound(unit, { ...outbound, state: 'QUEUED', dueAt: later(unit.now, waitMs) })
  }

  async #unknown(unit: Unit, account: LineAccount, outbound: Outbound, failure: ChannelFailure): Promise<void> {
    const { profile } = this.#parts.lines.at(account, unit.now)
    outbound.parts = outbound.parts!.map(part => (part.state === 'SENDING' ? { ...part, state: 'UNKNOWN', failure } : part))
    await this.#parts.statuses.settle(unit, outbound, { dueAt: later(unit.now, profile.reconcileMs) })
  }

  /** Nothing came in all that time. It stays unknown for everybody to see, and what comes after it goes on. */
  async #goOn(unit: Unit, outbound: Outbound): Promise<void> {
    const hasMore = outbound.parts!.some(part => part.state === 'WAITING')
    await saveOutbound(unit, { ...outbound, state: hasMore ? 'QUEUED' : 'DONE', dueAt: unit.now })
  }

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    const { tenantId } = this.#account
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

interface Taken {
  account: LineAccount
  line: Line
  messageId: string
  index: number
  outcome: SendOutcome
}

interface Retried {
  outbound: Outbound
  index: number
  line: Line
  outcome: Extract<SendOutcome, { kind: 'RETRY' }>
}

const nextOf = (parts: readonly SentPart[]) => parts.findIndex(part => part.state === 'WAITING')
const later = (now: Date, ms: number) => new Date(now.getTime() + ms)
const addressed = ({ externalId, aliases, phone, email }: DueOutbound['to']): OutgoingMessage['to'] => ({ externalId, aliases, phone, email })
