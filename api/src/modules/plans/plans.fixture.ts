import type { Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { newId } from '../../platform/ids.ts'
import { News } from '../../platform/news.ts'
import type { TestDatabase } from '../../../test/harness.ts'
import type { InForce } from './subscription.service.ts'
import { createPlans } from './index.ts'

export const operator: Actor = { kind: 'OPERATOR', userId: newId(), sessionId: newId(), name: 'Olga Mena' }
export const sellerOf = (resellerId: string): Actor => ({ kind: 'RESELLER', userId: newId(), resellerId, sessionId: newId(), name: 'Raúl Sosa' })

/** The module by itself, with a contract that the test says is in force. */
export function plansOf(database: TestDatabase, { inForce }: { inForce?: () => InForce | undefined } = {}) {
  return createPlans({
    units: { readPlatform: scope => database.units.readPlatform(scope) }, clock: () => new Date(), broadcast: openBroadcast({ onError: error => { throw error } }), news: new News(), inForce: async () => inForce?.(),
  })
}

export async function newReseller({ owner }: TestDatabase): Promise<string> {
  const id = newId()
  await owner.query(`insert into reseller (id, name, created_at) values ($1, 'Aliado', now())`, [id])
  return id
}
