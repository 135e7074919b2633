import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../../platform/actor.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { News } from '../../../platform/news.ts'
import type { Unit } from '../../../platform/unit.ts'
import { Contact } from '../contact.entity.ts'
import { mayMergeContacts } from '../contact.policy.ts'
import { CannotMergeContacts, CannotUnmergeContacts } from './merge.errors.ts'
import { ContactMerge, giveBack, takeOver, type Evidence } from './merge.entity.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** Told before anything is locked here: whoever holds more of these addresses locks it now, so that nobody writes by them meanwhile. */
    'contact.moving': { identityIds: string[] }
    /** The addresses, with all that was said by them, are another contact's now. Both rows stay locked until the unit ends. */
    'contact.merged': { from: string; into: string; identityIds: string[] }
  }
}

export interface Pair {
  contactId: string
  absorbedId: string
}

const IDENTITIES = 'select id from contact_identity where tenant_id = $1 and contact_id = $2 order by id'
const MOVE = 'update contact_identity set contact_id = $3 where tenant_id = $1 and id = any($2::uuid[])'
const DECIDE = `
  update contact_suggestion set state = 'MERGED', decided_at = $4, decided_by = $5
  where tenant_id = $1 and state = 'OPEN' and contact_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)`
const ASK_AGAIN = `
  update contact_suggestion set state = 'OPEN', decided_at = null, decided_by = null
  where tenant_id = $1 and state = 'MERGED' and contact_id = least($2::uuid, $3::uuid) and other_id = greatest($2::uuid, $3::uuid)`

/** Makes one contact of two, and two of one again. */
export class MergeService {
  readonly #news: News

  constructor(news: News) {
    this.#news = news
  }

  /** An agent says that they are one person. */
  async merge(unit: Unit, pair: Pair): Promise<ContactMerge | CannotMergeContacts> {
    if (!mayMergeContacts(unit.actor)) throw new Forbidden()
    return this.join(unit, pair)
  }

  /** For whoever has asked already whether it may be; `evidence` when a channel's word is the reason. */
  async join(unit: Unit, { contactId, absorbedId }: Pair, evidence: Evidence | null = null): Promise<ContactMerge | CannotMergeContacts> {
    const identityIds = await this.#announce(unit, await idsOf(unit, absorbedId))
    const [kept, absorbed] = await holdBoth(unit, contactId, absorbedId)
    if (kept === absorbed || kept.mergedInto || absorbed.mergedInto) return new CannotMergeContacts()
    if (String(await idsOf(unit, absorbedId)) !== String(identityIds)) throw new Conflict('The contact got another address at this moment; try again.')
    const { em, tenantId, now } = unit
    const merge = em.create(ContactMerge, {
      id: newId(now), tenantId, keptId: kept.id, absorbedId: absorbed.id, identityIds, taken: takeOver(kept, absorbed),
      evidence: evidence?.kind ?? null, evidenceValue: evidence?.value ?? null, mergedBy: memberIdOf(unit.actor), mergedAt: now,
      undoneBy: null, undoneAt: null,
    })
    absorbed.mergedInto = kept.id
    await this.#move(unit, merge, { from: absorbed.id, into: kept.id })
    await unit.sql('contact-suggestion-merged', DECIDE, [tenantId, kept.id, absorbed.id, now, memberIdOf(unit.actor)])
    unit.audit({ action: 'contact.merged', targetType: 'contact', targetId: kept.id, detail: { absorbedId: absorbed.id } })
    return merge
  }

  async unmerge(unit: Unit, mergeId: string): Promise<ContactMerge | CannotUnmergeContacts> {
    if (!mayMergeContacts(unit.actor)) throw new Forbidden()
    const known = await unit.em.findOne(ContactMerge, { id: mergeId })
    if (!known) throw new NotFound('What was joined')
    await this.#announce(unit, known.identityIds)
    const [kept, absorbed] = await holdBoth(unit, known.keptId, known.absorbedId)
    const merge = await unit.em.refresh(known)
    if (!merge || merge.undoneAt || kept.mergedInto) return new CannotUnmergeContacts()
    merge.undo(unit.now, memberIdOf(unit.actor))
    giveBack(kept, merge.taken)
    absorbed.mergedInto = null
    await this.#move(unit, merge, { from: kept.id, into: absorbed.id })
    await unit.sql('contact-suggestion-again', ASK_AGAIN, [unit.tenantId, kept.id, absorbed.id])
    unit.audit({ action: 'contact.unmerged', targetType: 'contact', targetId: kept.id, detail: { absorbedId: absorbed.id } })
    return merge
  }

  async #announce(unit: Unit, identityIds: string[]): Promise<string[]> {
    await this.#news.tell(unit, 'contact.moving', { identityIds })
    return identityIds
  }

  async #move(unit: Unit, { identityIds }: ContactMerge, { from, into }: { from: string; into: string }) {
    await unit.em.flush()
    await unit.sql('contact-identity-move', MOVE, [unit.tenantId, identityIds, into])
    await this.#news.tell(unit, 'contact.merged', { from, into, identityIds })
    for (const subjectId of [from, into]) unit.record({ kind: 'CONTACT_CHANGED', subjectId })
  }
}

async function idsOf(unit: Unit, contactId: string): Promise<string[]> {
  return (await unit.sql<{ id: string }>('contact-identity-ids', IDENTITIES, [unit.tenantId, contactId])).map(row => row.id)
}

/** Both rows, locked in the order of their ids, so that two who join the same two wait for each other. */
async function holdBoth(unit: Unit, ...ids: [string, string]): Promise<[Contact, Contact]> {
  const held = new Map<string, Contact>()
  for (const id of ids.toSorted()) {
    const contact = await unit.em.findOne(Contact, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    if (!contact) throw new NotFound('The contact')
    held.set(id, contact)
  }
  return [held.get(ids[0])!, held.get(ids[1])!]
}
