import { defineEntity, p } from '@mikro-orm/core'

export type PredictivePurpose = 'ENCODE' | 'RERANK' | 'GENERATE' | 'CLASSIFY'

export interface PredictiveUse {
  purpose: PredictivePurpose
  model: string
}

export interface PredictiveModelDetails {
  name: string
  baseUrl: string
  uses: PredictiveUse[]
  isOn: boolean
  monthlyCalls: number
  timeoutMs: number
}

/** A key at rest, and its end. */
export interface KeptKey {
  sealedKey: string | null
  keyLastFour: string | null
}

const PredictiveModelSchema = defineEntity({
  name: 'PredictiveModel',
  tableName: 'predictive_model',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text(),
    baseUrl: p.text(),
    sealedKey: p.text().nullable(),
    keyLastFour: p.text().nullable(),
    uses: p.json().$type<PredictiveUse[]>(),
    isOn: p.boolean(),
    monthlyCalls: p.integer(),
    timeoutMs: p.integer(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export class PredictiveModel extends PredictiveModelSchema.class {
  describe(details: PredictiveModelDetails, now: Date) {
    Object.assign(this, details)
    this.changedAt = now
  }

  keep({ sealedKey, keyLastFour }: KeptKey) {
    this.sealedKey = sealedKey
    this.keyLastFour = keyLastFour
  }

  /** A key goes to the server that it was given for, and to no other. */
  isAt(baseUrl: string): boolean {
    return new URL(this.baseUrl).origin === new URL(baseUrl).origin
  }

  /** The key is gone at once; the name stays for the figures. */
  delete(now: Date) {
    this.keep({ sealedKey: null, keyLastFour: null })
    this.isOn = false
    this.deletedAt = now
  }
}
PredictiveModelSchema.setClass(PredictiveModel)
