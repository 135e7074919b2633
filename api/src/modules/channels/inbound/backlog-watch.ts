import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { clearAlarm } from '../provider/channel-alarm.store.ts'
import type { ChannelHealth } from '../provider/channel-health.ts'
import { backlogs, type Backlog } from './backlog.store.ts'

/** From when on what was received and not processed is worth an alarm. */
export interface BacklogLimits {
  deliveries: number
  minutes: number
}

interface Parts {
  units: Pick<Units, 'tenant' | 'readPlatform'>
  health: ChannelHealth
  limits: BacklogLimits
}

/** Looks whether the work keeps up with what is received, and tells who administers the tenant where it does not. */
export class BacklogWatch {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async look(): Promise<void> {
    for (const backlog of await this.#found()) {
      const { tenantId } = backlog
      await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => this.#judge(unit, backlog))
    }
  }

  async #found(): Promise<Backlog[]> {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    return await backlogs(unit, { most: this.#parts.limits.deliveries, since: this.#since(unit.now) })
  }

  async #judge(unit: Unit, { channelAccountId, waiting, oldestAt }: Backlog): Promise<void> {
    const isBehind = waiting >= this.#parts.limits.deliveries || (oldestAt !== null && oldestAt <= this.#since(unit.now))
    if (!isBehind) return clearAlarm(unit, channelAccountId, 'BACKLOG')
    const minutes = Math.floor((unit.now.getTime() - oldestAt!.getTime()) / 60_000)
    await this.#parts.health.alarm(unit, { channelAccountId, kind: 'BACKLOG', problem: { code: 'BACKLOG', message: `${waiting} received, the oldest ${minutes} min ago.` } })
  }

  #since(now: Date): Date {
    return new Date(now.getTime() - this.#parts.limits.minutes * 60_000)
  }
}
