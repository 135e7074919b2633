import { sql } from 'kysely'
import { Forbidden } from '../../platform/errors.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadAudit } from './api-key.policy.ts'

export interface AuditRow {
  id: string
  seq: number
  at: Date
  actorKind: string
  actorName: string
  action: string
  targetType: string
  targetId: string | null
  detail: object
  address: string | null
}

/** The newest first. What somebody was called is remembered with what she did. */
export async function listAudit(
  unit: ReadUnit,
  args: PageArgs & { search?: string | null },
): Promise<Page<AuditRow>> {
  if (!mayReadAudit(unit.actor, unit.tenantId)) throw new Forbidden()
  const [seq] = args.after ? decodePageKey(args.after, [0]) : []
  const search = args.search?.trim()
  const rows = await unit.kysely
    .selectFrom('audit_entry')
    .select([
      'id',
      'seq',
      'at',
      'actor',
      'action',
      'target_type as targetType',
      'target_id as targetId',
      'detail',
    ])
    .where('tenant_id', '=', unit.tenantId)
    .$if(Boolean(search), query => query.where(matches(likeText(search!))))
    .$if(seq !== undefined, query => query.where('seq', '<', seq!))
    .orderBy('seq', 'desc').limit(rowsFor(args)).execute()
  const entries = rows.map(({ actor, ...row }) =>
    ({ ...row, actorKind: actor.kind, actorName: actor.name ?? '', address: actor.address ?? null }))
  return pageOf(entries, args, entry => [entry.seq])
}

const matches = (
  like: string,
) => sql<boolean>`name_key(concat_ws(' ', action, actor->>'name', target_type, target_id))
  like name_key(${like})`
