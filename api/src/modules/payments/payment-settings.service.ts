import { LockMode } from '@mikro-orm/core'
import { randomToken, type Sealer } from '../../platform/crypto.ts'
import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { lock } from '../../platform/lock.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import { secretTokens } from '../../platform/secret-token.ts'
import type { Unit } from '../../platform/unit.ts'
import { mayConfigurePayments } from './payment.policy.ts'
import { MINUTES } from './payment.input.ts'
import { NO_SETTINGS } from './payment-settings.queries.ts'
import { PaymentSettings, type PaymentSettingsDetails } from './payment-settings.entity.ts'

const KEY = /^[a-z][a-z0-9_-]{0,59}$/
/** How long the secret before holds, so that whoever signs can change it without losing a call-back. */
const OVERLAP_MS = 24 * 3_600_000

const secrets = secretTokens('bpp_')

export const secretContext = (settingsId: string): string => `payment callbacks:${settingsId}`

export class PaymentSettingsService {
  readonly #sealer: Sealer

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  async change(unit: Unit, { version, connector, operation, minutes }: Partial<PaymentSettingsDetails> & Omit<PaymentSettingsDetails, 'connector'> & { version: number }) {
    const details = { connector: connector?.trim() || null, operation: operation.trim(), minutes }
    const problem = problemOf(details)
    if (problem) return problem
    const { settings, known } = await held(unit)
    if ((known ? settings.version : NO_SETTINGS.version) !== version) return new ChangedMeanwhile()
    settings.describe(details)
    await unit.em.flush()
    unit.audit({ action: 'payment-settings.changed', targetType: 'payment-settings', targetId: settings.id, detail: details })
    return settings
  }

  /** Where no connector makes links yet, this one does, and there is a secret that signs what is told of them. */
  async begin(unit: Unit, { connector, operation }: Pick<PaymentSettingsDetails, 'operation'> & { connector: string }): Promise<void> {
    const { settings } = await held(unit)
    if (settings.connector) return
    const details = { connector, operation, minutes: settings.minutes }
    settings.describe(details)
    await unit.em.flush()
    unit.audit({ action: 'payment-settings.changed', targetType: 'payment-settings', targetId: settings.id, detail: details })
    if (!settings.sealedSecret) await this.renewSecret(unit)
  }

  /** The secret, which is shown this once. */
  async renewSecret(unit: Unit): Promise<string> {
    const { settings } = await held(unit)
    const secret = secrets.make()
    settings.renewSecret({ sealed: this.#sealer.seal(secret, secretContext(settings.id)), lastFour: secret.slice(-4) }, new Date(unit.now.getTime() + OVERLAP_MS))
    await unit.em.flush()
    unit.audit({ action: 'payment-secret.renewed', targetType: 'payment-settings', targetId: settings.id, detail: { lastFour: settings.secretLastFour } })
    return secret
  }
}

function problemOf({ connector, operation, minutes }: PaymentSettingsDetails): InvalidInput | undefined {
  if (connector && !KEY.test(connector)) return new InvalidInput('connector', 'Not the key of a connector.')
  if (!KEY.test(operation)) return new InvalidInput('operation', 'Not the key of an operation.')
  if (minutes < MINUTES[0] || minutes > MINUTES[1]) return new InvalidInput('minutes', `Between ${MINUTES.join(' and ')}.`)
}

/** The one row of the tenant, made where there is none. */
async function held(unit: Unit): Promise<{ settings: PaymentSettings; known: boolean }> {
  if (!mayConfigurePayments(unit.actor)) throw new Forbidden()
  const { em, tenantId, now } = unit
  await lock(unit, `payment settings ${tenantId}`)
  const known = await em.findOne(PaymentSettings, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (known) return { settings: known, known: true }
  const { connector, operation, minutes } = NO_SETTINGS
  return { settings: em.create(PaymentSettings, { id: newId(now), tenantId, connector, operation, minutes, callbackKey: randomToken(24), version: 1 }), known: false }
}
