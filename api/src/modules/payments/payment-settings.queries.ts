import { Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadPaymentSettings } from './payment.policy.ts'

export interface PaymentSettingsRow {
  id: string | null
  connector: string | null
  operation: string
  minutes: number
  callbackKey: string | null
  secretLastFour: string | null
  previousSecretUntil: Date | null
  version: number
}

/** Of a tenant that has saved none. */
export const NO_SETTINGS: PaymentSettingsRow = {
  id: null, connector: null, operation: 'create_payment', minutes: 1440, callbackKey: null, secretLastFour: null, previousSecretUntil: null, version: 0,
}

const SETTINGS = `
  select id, connector, operation, minutes, callback_key as "callbackKey", secret_last_four as "secretLastFour",
    case when previous_until > $2 then previous_until end as "previousSecretUntil", version
  from payment_settings where tenant_id = $1`

/** Without asking who wants to know. */
export async function settingsOf(unit: ReadUnit): Promise<PaymentSettingsRow> {
  return (await unit.sql<PaymentSettingsRow>('payment-settings', SETTINGS, [unit.tenantId, unit.now]))[0] ?? NO_SETTINGS
}

export function paymentSettings(unit: ReadUnit): Promise<PaymentSettingsRow> {
  if (!mayReadPaymentSettings(unit.actor)) throw new Forbidden()
  return settingsOf(unit)
}

/** Whether links are made by this connector, or by this operation of it. */
export async function linksAreMadeBy(unit: ReadUnit, { connector, operation }: { connector: string; operation?: string }): Promise<boolean> {
  const settings = await settingsOf(unit)
  return settings.connector === connector && (operation === undefined || settings.operation === operation)
}

/** Null where nobody was said. */
export async function paymentsMadeBy(unit: ReadUnit): Promise<{ connector: string; operation: string } | null> {
  const { connector, operation } = await settingsOf(unit)
  return connector === null ? null : { connector, operation }
}

export interface CallbackDoor {
  tenantId: string
  settingsId: string
  sealedSecret: string | null
  sealedPrevious: string | null
}

const DOOR = `
  select tenant_id as "tenantId", id as "settingsId", sealed_secret as "sealedSecret",
    case when previous_until > $2 then sealed_previous end as "sealedPrevious"
  from payment_settings where callback_key = $1`

/** For a platform unit: whoever knocks is in no tenant yet. */
export async function doorOf(unit: ReadUnit, callbackKey: string): Promise<CallbackDoor | undefined> {
  return (await unit.sql<CallbackDoor>('payment-door', DOOR, [callbackKey, unit.now]))[0]
}
