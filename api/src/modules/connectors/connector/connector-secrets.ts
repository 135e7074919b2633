import type { Sealer } from '../../../platform/crypto.ts'
import type { Unit } from '../../../platform/unit.ts'
import { secretsContext } from './connector-auth.ts'
import type { ServingConnector } from './serving-connectors.ts'

// Whoever gave others meanwhile gave them under the present key.
const RESEAL = 'update connector set sealed_secrets = $4 where tenant_id = $1 and id = $2 and sealed_secrets = $3'

/** What an older key sealed is sealed by the present one. */
export async function resealSecrets(unit: Unit, sealer: Sealer, { id, sealedSecrets }: Pick<ServingConnector, 'id' | 'sealedSecrets'>): Promise<void> {
  if (!sealedSecrets || !sealer.isStale(sealedSecrets)) return
  const context = secretsContext(id)
  await unit.sql('connector-reseal', RESEAL, [unit.tenantId, id, sealedSecrets, sealer.seal(sealer.open(sealedSecrets, context), context)])
}
