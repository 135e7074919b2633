import { Forbidden } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { Reseller } from './reseller.entity.ts'
import { nameProblem } from './tenant-input.ts'
import { mayCreateReseller } from './tenant.policy.ts'

export class ResellerService {
  /** In a platform unit. Its first person is invited by those who know about people. */
  async create(unit: Unit, { name }: { name: string }) {
    if (!mayCreateReseller(unit.actor)) throw new Forbidden()
    const problem = nameProblem(name)
    if (problem) return problem
    const reseller = unit.em.create(Reseller, { id: newId(unit.now), name: name.trim(), createdAt: unit.now })
    unit.audit({ action: 'reseller.created', targetType: 'reseller', targetId: reseller.id })
    await unit.em.flush()
    return reseller
  }
}
