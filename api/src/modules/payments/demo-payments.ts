import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sealer } from '../../platform/crypto.ts'
import { isId } from '../../platform/ids.ts'
import type { Units } from '../../platform/units.ts'
import { secretContext } from './payment-settings.service.ts'
import { isOpen, type PaymentState } from './payment-state.ts'
import { SIGNATURE_HEADER, signatureOf } from './signature.ts'

/** As much of a payment as its customer is shown where its provider is played. */
export interface DemoPayment {
  id: string
  company: string
  amount: string
  currency: string
  reference: string
  description: string
  state: PaymentState
  expiresAt: Date
  timeZone: string
}

/** What a provider would post to the tenant's call-back address, signed with its secret. */
export interface DemoWord {
  path: string
  headers: Record<string, string>
  body: string
}

interface Found extends DemoPayment {
  callbackKey: string
  settingsId: string
  sealedSecret: string
}

// Only as long as the tenant's links are made by a demo system: with its own provider connected, nobody plays one any more.
const FIND = `
  select p.id, t.name as company, t.time_zone as "timeZone", p.amount, p.currency, p.reference, p.description, p.state, p.expires_at as "expiresAt",
    s.callback_key as "callbackKey", s.id as "settingsId", s.sealed_secret as "sealedSecret"
  from payment p join tenant t on t.id = p.tenant_id join payment_settings s on s.tenant_id = p.tenant_id
    join connector c on c.tenant_id = p.tenant_id and c.key = s.connector
  where p.id = $1 and p.is_demo and c.kind = 'DEMO' and c.archived_at is null and s.sealed_secret is not null`

/** Plays the payment provider of tenants that have sample systems. A payment whose link somebody else made does not exist here. */
export class DemoPayments {
  readonly #parts: { units: Pick<Units, 'platform'>; sealer: Sealer; clock: Clock }

  /** `units` reach across tenants: whoever follows a link is in none. */
  constructor(parts: { units: Pick<Units, 'platform'>; sealer: Sealer; clock: Clock }) {
    this.#parts = parts
  }

  find(id: string): Promise<DemoPayment | undefined> {
    return this.#found(id)
  }

  /** Undefined where there is nothing to be said any more. */
  async word(id: string, status: 'PAID' | 'CANCELLED'): Promise<DemoWord | undefined> {
    const found = await this.#found(id)
    const { sealer, clock } = this.#parts
    const now = clock()
    if (!found || !isOpen(found.state) || found.expiresAt <= now) return undefined
    const { amount, currency, callbackKey, settingsId, sealedSecret } = found
    const body = JSON.stringify({ paymentId: found.id, status, amount, currency })
    const seconds = Math.floor(now.getTime() / 1000)
    const signature = signatureOf(sealer.open(sealedSecret, secretContext(settingsId)), seconds, body)
    return { path: `/payments/${callbackKey}/callback`, body, headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: `t=${seconds},v1=${signature}` } }
  }

  async #found(id: string): Promise<Found | undefined> {
    if (!isId(id)) return undefined
    const [found] = await this.#parts.units.platform({ actor: systemActor() }, unit => unit.sql<Found>('payment-demo', FIND, [id]))
    return found
  }
}
