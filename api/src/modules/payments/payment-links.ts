import { systemActor } from '../../platform/actor.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { reopenCallbacks } from './payment-callback.store.ts'
import { linkOf, type LinkAnswer, type PaymentConnector, type PaymentLink } from './payment-connector.ts'
import type { Payment } from './payment.entity.ts'
import { isOpen } from './payment-state.ts'
import { settingsOf, type PaymentSettingsRow } from './payment-settings.queries.ts'
import { hear, heldPayment } from './payment.store.ts'

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'payments.create-link': LinkDue
  }
}

export interface LinkDue {
  tenantId: string
  paymentId: string
}

export type LinkResult = { ok: true; url: string; externalId: string | null } | { ok: false; code: string; message: string }

const HOLD_MS = 60_000

/** Another try may do better. */
export const isPassing = (code: string): boolean => ['BUSY', 'TIMEOUT', 'UNREACHABLE', 'FAILED', 'OPEN', 'UNKNOWN'].includes(code)

type Connected = PaymentSettingsRow & { connector: string }

interface Parts {
  units: Pick<Units, 'tenant'>
  connector: PaymentConnector
  callbackUrl: (key: string) => string
}

/** Asks the tenant's connector for the link of a payment. Never inside a unit: three steps, of which the middle one is the call. */
export class PaymentLinks {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** However often it is called there is one link: the connector gets the payment's id as its key. Where it is not the last try, a failure leaves the payment as it is. */
  async createLink({ tenantId, paymentId }: LinkDue, { isLast = true } = {}): Promise<LinkResult> {
    const scope = { tenantId, actor: systemActor(tenantId) }
    const begun = await this.#parts.units.tenant(scope, unit => begin(unit, paymentId))
    if ('ok' in begun) return begun
    const answer = await this.#parts.connector.call({ tenantId }, { ...this.#request(begun), idempotencyKey: paymentId })
    return this.#parts.units.tenant(scope, unit => finish(unit, paymentId, { answer, isLast }))
  }

  #request({ payment, settings }: Begun) {
    const { id: paymentId, amount, currency, reference, description, expiresAt } = payment
    const callbackUrl = settings.callbackKey && this.#parts.callbackUrl(settings.callbackKey)
    return {
      connector: settings.connector, operation: settings.operation,
      input: { paymentId, amount, currency, reference, description, expiresAt: expiresAt.toISOString(), callbackUrl },
    }
  }
}

interface Begun {
  payment: Payment
  settings: Connected
}

async function begin(unit: Unit, paymentId: string): Promise<Begun | LinkResult> {
  const payment = await heldPayment(unit, paymentId)
  if (!payment) return { ok: false, code: 'NOT_FOUND', message: 'There is no such payment.' }
  if (payment.url) return { ok: true, url: payment.url, externalId: payment.externalId ?? null }
  if (!isOpen(payment.state)) return { ok: false, code: payment.failure ?? 'OVER', message: `It is ${payment.state} already.` }
  if (payment.isBeingLinked(unit.now)) return { ok: false, code: 'BUSY', message: 'The connector is being asked.' }
  const settings = await settingsOf(unit)
  if (!settings.connector) return failed(unit, payment, { code: 'NO_CONNECTOR', message: 'No connector makes links for payments.' })
  payment.holdForLink(new Date(unit.now.getTime() + HOLD_MS))
  await unit.em.flush()
  return { payment, settings: { ...settings, connector: settings.connector } }
}

async function finish(unit: Unit, paymentId: string, { answer, isLast }: { answer: LinkAnswer; isLast: boolean }): Promise<LinkResult> {
  const payment = await heldPayment(unit, paymentId)
  if (!payment) return { ok: false, code: 'NOT_FOUND', message: 'There is no such payment.' }
  const link = answer.ok ? linkOf(answer) : null
  if (link) return linked(unit, payment, link)
  const problem = answer.ok ? { code: 'BAD_ANSWER', message: 'The answer has no address to pay at.' } : { code: answer.code, message: answer.message }
  if (isLast || !isPassing(problem.code)) return failed(unit, payment, problem)
  payment.holdForLink(null)
  await unit.em.flush()
  return { ok: false, ...problem }
}

async function linked(unit: Unit, payment: Payment, link: PaymentLink): Promise<LinkResult> {
  payment.link(link)
  await hear(unit, payment, { state: 'LINKED', failure: null })
  // What the provider told by its own name before we knew that name is known now.
  if (link.externalId) await reopenCallbacks(unit, link.externalId)
  const { url, externalId } = link
  return { ok: true, url, externalId }
}

async function failed(unit: Unit, payment: Payment, { code, message }: { code: string; message: string }): Promise<LinkResult> {
  payment.holdForLink(null)
  await hear(unit, payment, { state: 'FAILED', failure: 'NO_LINK', reason: `${code}: ${message}`.slice(0, 500) })
  return { ok: false, code, message }
}
