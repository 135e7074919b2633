import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Units } from '../../../platform/units.ts'
import type { ChannelAdapter } from '../adapters/adapter.ts'
import type { ProviderKind } from '../channel-kind.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'

interface Parts {
  units: Pick<Units, 'platform'>
  lines: Lines
  jobs: Jobs
  random: () => number
}

/** What comes round for every live account of some kinds. */
export interface Round {
  name: string
  /** A crontab pattern. */
  at: string
  /** Over how long the accounts are spread, so that a provider is not asked about all of them in one moment. */
  spreadMs: number
  isFor: (adapter: ChannelAdapter) => boolean
  work: (account: LineAccount) => Promise<void>
}

interface Ref {
  tenantId: string
  channelAccountId: string
}

// One that the provider refuses is asked again by itself.
const LIVE = `
  select p.tenant_id as "tenantId", p.channel_account_id as "channelAccountId" from provider_channel p
  join channel_account a on a.tenant_id = p.tenant_id and a.id = p.channel_account_id
  where a.state = 'LIVE' and p.stopped_at is null and p.kind = any ($1)`

/** Work on every account now and then: a job for each, which is tried again by itself, and of which one waits at a time. */
export class AccountRounds {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  every(round: Round): void {
    const { jobs } = this.#parts
    jobs.handle(round.name, () => this.#begin(round)).every(round.at, round.name, {})
    jobs.handle(oneOf(round), ref => this.#take(round, ref as Ref))
  }

  async #begin(round: Round): Promise<void> {
    const { units, lines, random } = this.#parts
    const kinds: ProviderKind[] = lines.kinds.filter(round.isFor).map(({ kind }) => kind)
    await units.platform({ actor: systemActor() }, async unit => {
      for (const ref of await unit.sql<Ref>('round-accounts', LIVE, [kinds])) {
        const runAt = new Date(unit.now.getTime() + random() * round.spreadMs)
        unit.enqueue(oneOf(round), ref, { runAt, jobKey: `${round.name} ${ref.channelAccountId}`, maxAttempts: 3 })
      }
    })
  }

  /** What has been paused or stopped since then waits for the next time. */
  async #take({ work }: Round, { tenantId, channelAccountId }: Ref): Promise<void> {
    const account = await this.#parts.lines.byId(tenantId, channelAccountId)
    if (account?.state === 'LIVE' && !account.isStopped) await work(account)
  }
}

const oneOf = ({ name }: Round) => `${name}-one`
