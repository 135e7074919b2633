import { defineEntity, p } from '@mikro-orm/core'
import { secretTokens } from '../../../platform/secret-token.ts'

export const { make: newAppToken, isOne: isAppToken } = secretTokens('bpa_live_')

const AppTokenSchema = defineEntity({
  name: 'AppToken',
  tableName: 'app_token',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    channelAccountId: p.uuid(),
    hash: p.blob(),
    lastFour: p.text(),
    createdAt: p.datetime(),
    createdById: p.uuid().fieldName('created_by').nullable(),
    lastUsedAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
})

/** What an application shows to let its users in. */
export class AppToken extends AppTokenSchema.class {
  /** Another took its place: it goes on for a while, and no longer than was settled before. */
  endAt(end: Date) {
    if (!this.endsAt || this.endsAt > end) this.endsAt = end
  }

  /** Whether it was still good. */
  revoke(now: Date): boolean {
    if (this.revokedAt) return false
    this.revokedAt = now
    return true
  }
}
AppTokenSchema.setClass(AppToken)
