import { defineEntity, p } from '@mikro-orm/core'

const PaymentSettingsSchema = defineEntity({
  name: 'PaymentSettings',
  tableName: 'payment_settings',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connector: p.text().nullable(),
    operation: p.text(),
    minutes: p.integer(),
    callbackKey: p.text(),
    sealedSecret: p.text().nullable(),
    secretLastFour: p.text().nullable(),
    sealedPrevious: p.text().nullable(),
    previousUntil: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export interface PaymentSettingsDetails {
  connector: string | null
  operation: string
  minutes: number
}

export class PaymentSettings extends PaymentSettingsSchema.class {
  describe(details: PaymentSettingsDetails) {
    Object.assign(this, details)
  }

  /** The secret before goes on holding until then; of two before, the older is gone. */
  renewSecret({ sealed, lastFour }: { sealed: string; lastFour: string }, previousUntil: Date) {
    this.sealedPrevious = this.sealedSecret ?? null
    this.previousUntil = this.sealedSecret ? previousUntil : null
    this.sealedSecret = sealed
    this.secretLastFour = lastFour
  }
}
PaymentSettingsSchema.setClass(PaymentSettings)
