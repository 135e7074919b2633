import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Units } from '../../platform/units.ts'
import { DemoPayments } from './demo-payments.ts'
import { mailDifference } from './difference-mail.ts'
import { paymentCallbackRoutes } from './payment-callback.routes.ts'
import { PaymentCallbacks } from './payment-callbacks.ts'
import type { PaymentConnector } from './payment-connector.ts'
import { isPassing, PaymentLinks, type LinkDue, type LinkResult } from './payment-links.ts'
import { PaymentRounds } from './payment-rounds.ts'
import { ContactPaymentsResolver, PaymentEventResolver, PaymentResolver } from './payment.resolver.ts'
import { PaymentService } from './payment.service.ts'
import { PaymentSettingsResolver } from './payment-settings.resolver.ts'
import { PaymentSettingsService } from './payment-settings.service.ts'

export interface PaymentsOptions {
  units: Units
  /** For those who knock from outside, with connections of their own. */
  access: Units
  jobs: Jobs
  sealer: Sealer
  clock: Clock
  connector: PaymentConnector
  publicUrl: () => string
}

export interface Payments {
  resolvers: object[]
  payments: PaymentService
  settings: PaymentSettingsService
  /** Payments that nobody can pay, for the page that plays their provider. */
  demos: DemoPayments
  /** Never inside a unit. However often it is called there is one link. */
  createLink(due: LinkDue): Promise<LinkResult>
  mount(server: FastifyInstance, arrivals: { chargeAddress(request: FastifyRequest): Promise<void> }): Promise<void>
}

/** Builds the module, for the composition root. */
export function createPayments({ units, access, jobs, sealer, clock, connector, publicUrl }: PaymentsOptions): Payments {
  const callbackUrl = (key: string) => `${publicUrl()}/payments/${key}/callback`
  const [payments, settings] = [new PaymentService(), new PaymentSettingsService(sealer)]
  const links = new PaymentLinks({ units, connector, callbackUrl })
  const callbacks = new PaymentCallbacks({ units: access, tellDifference: (unit, payment, reason) => mailDifference(unit, payment, { reason, publicUrl: publicUrl() }) })
  const rounds = new PaymentRounds(units)
  jobs.handle('payments.create-link', async (due, { lastAttempt }) => {
    const result = await links.createLink(due, { isLast: lastAttempt })
    if (!result.ok && !lastAttempt && isPassing(result.code)) throw new Error(`No link yet: ${result.code}.`)
  })
  jobs.handle('payments.take-callback', due => callbacks.take(due))
  jobs.handle('payments.rounds', () => rounds.go()).every('* * * * *', 'payments.rounds', {})
  return {
    payments, settings, demos: new DemoPayments({ units: access, sealer, clock }), createLink: due => links.createLink(due),
    resolvers: [
      new PaymentResolver(payments), new PaymentEventResolver(), new ContactPaymentsResolver(), new PaymentSettingsResolver({ settings, callbackUrl }),
    ],
    mount: (server, arrivals) => paymentCallbackRoutes(server, { units: access, sealer, clock, callbacks, ...arrivals }),
  }
}
