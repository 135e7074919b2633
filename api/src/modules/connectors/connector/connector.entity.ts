import { defineEntity, p } from '@mikro-orm/core'
import type { Field } from '../operation/operation.ts'
import type { ConnectorAuth } from './connector-auth.ts'

export interface ConnectorDetails {
  name: string
  description: string
  kind: 'REST' | 'DEMO'
  demoSystem: string | null
  baseUrl: string | null
  headers: Field[]
}

/** How a system lets us in, and the secrets for it at rest. */
export interface KeptAuth {
  auth: ConnectorAuth
  sealedSecrets: string | null
}

const ConnectorSchema = defineEntity({
  name: 'Connector',
  tableName: 'connector',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    key: p.text(),
    name: p.text(),
    description: p.text(),
    kind: p.text().$type<'REST' | 'DEMO'>(),
    demoSystem: p.text().nullable(),
    baseUrl: p.text().nullable(),
    headers: p.json().$type<Field[]>(),
    auth: p.json().$type<ConnectorAuth>(),
    sealedSecrets: p.text().nullable(),
    archivedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    version: p.integer().version(),
  },
})

export class Connector extends ConnectorSchema.class {
  describe(details: ConnectorDetails, { auth, sealedSecrets }: KeptAuth, now: Date) {
    Object.assign(this, details)
    this.auth = auth
    this.sealedSecrets = sealedSecrets
    this.changedAt = now
  }

  /** Secrets go to the servers that they were given for, and to no other. */
  isAt({ baseUrl }: Pick<ConnectorDetails, 'baseUrl'>, { tokenUrl }: Pick<ConnectorAuth, 'tokenUrl'>): boolean {
    return originOf(this.baseUrl) === originOf(baseUrl) && originOf(this.auth.tokenUrl) === originOf(tokenUrl)
  }

  isDemoOf(system: string): boolean {
    return this.kind === 'DEMO' && this.demoSystem === system && !this.archivedAt
  }

  archive(now: Date) {
    this.archivedAt ??= now
  }

  restore() {
    this.archivedAt = null
  }
}
ConnectorSchema.setClass(Connector)

const originOf = (address: string | null | undefined): string | undefined => (address ? new URL(address).origin : undefined)
