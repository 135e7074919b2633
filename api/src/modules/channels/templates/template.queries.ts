import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ProviderTemplate, TemplateComponent } from '../adapters/outgoing.ts'

export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED'

export interface TemplateRow {
  id: string
  channelAccountId: string
  externalId: string
  name: string
  language: string
  category: string
  status: TemplateStatus
  quality: string | null
  reason: string | null
  components: TemplateComponent[]
  syncedAt: Date
}

const COLUMNS = `t.id, t.channel_account_id as "channelAccountId", t.external_id as "externalId", t.name, t.language, t.category, t.status, t.quality,
  t.reason, t.components, t.synced_at as "syncedAt"`

/** Loader: by the id of the account, by name. */
export async function templatesOf(unit: ReadUnit, accountIds: readonly string[]): Promise<TemplateRow[][]> {
  const text = `select ${COLUMNS} from message_template t where t.tenant_id = $1 and t.channel_account_id = any ($2::uuid[]) order by t.name, t.language, t.id`
  const byAccount = Map.groupBy(await unit.sql<TemplateRow>('templates-of', text, [unit.tenantId, accountIds]), row => row.channelAccountId)
  return accountIds.map(id => byAccount.get(id) ?? [])
}

export async function templateById(unit: ReadUnit, id: string): Promise<TemplateRow | undefined> {
  const text = `select ${COLUMNS} from message_template t where t.tenant_id = $1 and t.id = $2`
  return (await unit.sql<TemplateRow>('template-by-id', text, [unit.tenantId, id]))[0]
}

const KEEP = `
  insert into message_template (tenant_id, id, channel_account_id, external_id, name, language, category, status, quality, reason, components, synced_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (tenant_id, channel_account_id, external_id) do update set name = excluded.name, language = excluded.language,
    category = excluded.category, status = excluded.status, quality = excluded.quality, reason = excluded.reason,
    components = excluded.components, synced_at = excluded.synced_at
  returning id`

/** As the provider knows it now. Returns our id. */
export async function keepTemplate(unit: Unit, channelAccountId: string, { externalId, name, language, category, status, quality, reason, components }: ProviderTemplate): Promise<string> {
  const kept = status === 'DRAFT' ? 'PENDING' : status
  const values = [unit.tenantId, newId(unit.now), channelAccountId, externalId, name, language, category, kept, quality ?? null, reason ?? null, JSON.stringify(components), unit.now]
  return (await unit.sql<{ id: string }>('template-keep', KEEP, values))[0]!.id
}

/** Those that the provider does not know any more. */
export async function dropOthers(unit: Unit, channelAccountId: string, externalIds: readonly string[]): Promise<void> {
  await unit.sql('template-drop-others', 'delete from message_template where tenant_id = $1 and channel_account_id = $2 and external_id <> all ($3)',
    [unit.tenantId, channelAccountId, externalIds])
}

export async function dropTemplate(unit: Unit, id: string): Promise<void> {
  await unit.sql('template-drop', 'delete from message_template where tenant_id = $1 and id = $2', [unit.tenantId, id])
}
