import { Payment } from './payment.entity.ts'
import { PaymentSettings } from './payment-settings.entity.ts'

export const paymentEntities = [Payment, PaymentSettings]

export { createPayments, type Payments, type PaymentsOptions } from './payments.ts'
export { DemoPayments, type DemoPayment, type DemoWord } from './demo-payments.ts'
export type { PaymentConnector } from './payment-connector.ts'
export type { LinkDue, LinkResult } from './payment-links.ts'
export { linksAreMadeBy, paymentsMadeBy } from './payment-settings.queries.ts'
export type { PaymentRow } from './payment.queries.ts'
export { PaymentService, type NewPayment } from './payment.service.ts'
export { PaymentSettingsService } from './payment-settings.service.ts'
export { isOpen, type PaymentFailure, type PaymentState } from './payment-state.ts'
export type { PaymentChanged } from './payment.store.ts'
