import type { Key } from '@botpro/graphql/flows'
import type { Broadcast } from '../../../platform/broadcast.ts'
import { TenantAnswers } from '../../../platform/tenant-answers.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Field, OperationDefinition } from '../operation/operation.ts'
import type { ConnectorAuth } from './connector-auth.ts'

export interface ServingOperation {
  key: Key
  version: number
  definition: OperationDefinition
}

/** A connector as it is called; its secrets stay sealed until then. */
export interface ServingConnector {
  id: string
  key: Key
  name: string
  version: number
  kind: 'REST' | 'DEMO'
  demoSystem: Key | null
  baseUrl: string | null
  headers: Field[]
  auth: ConnectorAuth
  sealedSecrets: string | null
  archivedAt: string | null
  operations: ServingOperation[]
}

const TOPIC = 'connectors.serving'

const SERVING = `
  select c.id, c.key, c.name, c.version, c.kind, c.demo_system as "demoSystem", c.base_url as "baseUrl", c.headers, c.auth,
    c.sealed_secrets as "sealedSecrets", c.archived_at::text as "archivedAt", coalesce((
      select jsonb_agg(jsonb_build_object('key', o.key, 'version', o.version, 'definition', o.definition) order by o.key)
      from connector_operation o where o.tenant_id = c.tenant_id and o.connector_id = c.id), '[]') as operations
  from connector c where c.tenant_id = $1 order by c.key`

/** Remembered for a moment, also that a tenant has none; what somebody changes is forgotten at once. */
export class ServingConnectors {
  readonly #answers: TenantAnswers<ServingConnector[]>

  constructor(broadcast: Broadcast) {
    this.#answers = new TenantAnswers(broadcast, TOPIC)
  }

  of(unit: ReadUnit): Promise<ServingConnector[]> {
    return this.#answers.get(unit, () => unit.sql<ServingConnector>('connectors-serving', SERVING, [unit.tenantId]))
  }

  /** After this unit, everybody asks anew. */
  forget(unit: Unit): void {
    this.#answers.forgetAfter(unit)
  }
}
