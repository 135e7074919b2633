import { LockMode } from '@mikro-orm/core'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { CheckedLine } from '../adapters/adapter.ts'
import type { AccountTold, ChannelFailure } from '../adapters/update.ts'
import { clearAlarm, clearAlarmAbout, raiseAlarm, type NewAlarm } from './channel-alarm.store.ts'
import type { LineAccount, Lines } from './lines.ts'
import { ProviderChannel } from './provider-channel.entity.ts'

export interface ChannelHealthParts {
  units: Pick<Units, 'tenant'>
  lines: Lines
  clock: Clock
  /** Tells those who administer the tenant; in the unit. */
  tell: (unit: Unit, alarm: NewAlarm) => Promise<void>
}

/** Warnings that nobody takes back one by one: a rating that is good again is their end. */
const MENDED_BY_GREEN = ['QUALITY', 'ALERT', 'ERROR']

/** Whether an account can be worked with: stops what the provider refuses, asks again, and raises alarms. */
export class ChannelHealth {
  readonly #parts: ChannelHealthParts

  constructor(parts: ChannelHealthParts) {
    this.#parts = parts
  }

  /** The provider refuses the account as a whole. */
  async stopped(unit: Unit, { channelAccountId }: LineAccount, failure: ChannelFailure): Promise<void> {
    const channel = await locked(unit, channelAccountId)
    if (!channel.stoppedAt) channel.stop(failure, unit.now)
    await unit.em.flush()
    await this.alarm(unit, { channelAccountId, kind: 'ACCOUNT_STOPPED', problem: failure })
    this.#parts.lines.forget()
  }

  /** Asks the provider whether the account works again, when it is time. How long until the next time, in milliseconds. */
  async probe(account: LineAccount): Promise<number> {
    const waitMs = await this.#inUnit(account, async unit => {
      const { stoppedAt, probeAt } = await locked(unit, account.channelAccountId)
      return stoppedAt ? Math.max(0, (probeAt?.getTime() ?? 0) - unit.now.getTime()) : 0
    })
    if (waitMs > 0) return waitMs
    const checked = await this.ask(account)
    await this.#inUnit(account, unit => this.checked(unit, account.channelAccountId, checked))
    return checked.isGood ? 0 : 1000
  }

  /** Never inside a unit. */
  async ask(account: LineAccount): Promise<CheckedLine> {
    try {
      return await account.adapter.check(this.#parts.lines.at(account, this.#parts.clock()))
    } catch (error) {
      return { isGood: false, problem: { code: 'UNREACHABLE', message: (error as Error).message } }
    }
  }

  /** Asks; where the provider has stopped telling us anything, has it begin again. What was missed meanwhile is fetched later. */
  async watch(account: LineAccount): Promise<void> {
    const asked = await this.ask(account)
    const again = asked.problem?.code === 'UNSUBSCRIBED' ? await this.#connect(account) : undefined
    const { channelAccountId } = account
    await this.#inUnit(account, async unit => {
      if (again?.isGood) await missed(unit, channelAccountId)
      await this.checked(unit, channelAccountId, again?.isGood ? again : asked)
    })
  }

  async #connect(account: LineAccount): Promise<CheckedLine | undefined> {
    const line = this.#parts.lines.at(account, this.#parts.clock())
    return account.adapter.connect?.(line, { url: line.webhookUrl, secret: account.verifyToken }).catch(() => undefined)
  }

  async checked(unit: Unit, channelAccountId: string, checked: CheckedLine): Promise<void> {
    const channel = await locked(unit, channelAccountId)
    channel.checked(checked, unit.now)
    if (checked.isGood) {
      channel.recover()
      await clearAlarm(unit, channelAccountId, 'ACCOUNT_STOPPED')
      await clearAlarm(unit, channelAccountId, 'UNSUBSCRIBED')
      if (checked.quality === 'GREEN') await clearAlarmAbout(unit, { channelAccountId, kind: 'QUALITY', codes: MENDED_BY_GREEN })
      unit.wake('channel', `${unit.tenantId} ${channelAccountId}`)
    } else {
      if (channel.stoppedAt) channel.stop(channel.problem!, unit.now)
      if (checked.problem?.code === 'UNSUBSCRIBED') await this.alarm(unit, { channelAccountId, kind: 'UNSUBSCRIBED', problem: checked.problem })
    }
    await unit.em.flush()
    this.#parts.lines.forget()
  }

  /** What the provider says of the account by itself. */
  async told(unit: Unit, { channelAccountId }: LineAccount, { topic, severity, detail }: AccountTold): Promise<void> {
    if (typeof detail['quality'] === 'string') {
      const channel = await locked(unit, channelAccountId)
      channel.quality = detail['quality']
      await unit.em.flush()
    }
    if (severity === 'INFO') return
    const kind = topic === 'template' ? 'TEMPLATE' : topic === 'unsubscribed' ? 'UNSUBSCRIBED' : 'QUALITY'
    const code = topic.toUpperCase()
    if (severity === 'OVER') return clearAlarmAbout(unit, { channelAccountId, kind, codes: [code] })
    await this.alarm(unit, { channelAccountId, kind, problem: { code, message: JSON.stringify(detail).slice(0, 500) } })
  }

  async alarm(unit: Unit, alarm: NewAlarm): Promise<void> {
    if (await raiseAlarm(unit, alarm)) await this.#parts.tell(unit, alarm)
  }

  #inUnit<Result>({ tenantId }: LineAccount, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

/** Since all was well. */
async function missed(unit: Unit, channelAccountId: string): Promise<void> {
  const channel = await locked(unit, channelAccountId)
  if (channel.goodAt) channel.missed(channel.goodAt)
}

const locked = (unit: Unit, channelAccountId: string): Promise<ProviderChannel> =>
  unit.em.findOneOrFail(ProviderChannel, { channelAccountId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
