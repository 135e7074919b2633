import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { whoOf } from '../../plans/index.ts'

export interface ContractFileRow {
  id: string
  tenantId: string
  name: string
  mediaType: string
  size: number
  storageKey: string
}

const KEEP = `
  insert into contract_file (tenant_id, id, name, media_type, size, sha256, storage_key, uploaded_at, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

export async function keepFile(unit: Unit, { tenantId, id, name, mediaType, size, sha256, storageKey }: ContractFileRow & { sha256: string }): Promise<void> {
  await unit.sql('contract-file-keep', KEEP, [tenantId, id, name, mediaType, size, sha256, storageKey, unit.now, whoOf(unit)])
}

export const fileExists = async (unit: ReadUnit, tenantId: string, id: string): Promise<boolean> =>
  (await unit.sql('contract-file-exists', 'select from contract_file where tenant_id = $1 and id = $2', [tenantId, id])).length > 0

const FILES = `select id, tenant_id as "tenantId", name, media_type as "mediaType", size, storage_key as "storageKey" from contract_file where id = any($1)`

export async function loadContractFiles(unit: ReadUnit, ids: readonly string[]): Promise<(ContractFileRow | undefined)[]> {
  const found = new Map((await unit.sql<ContractFileRow>('contract-files', FILES, [ids])).map(row => [row.id, row]))
  return ids.map(id => found.get(id))
}

// The signed paper and what the customer asked for belong to what the customer may see; what was attached to nothing yet to those who sell.
const ATTACHED = `
  select from contract c where c.tenant_id = $1
    and (c.signed_file_id = $2 or exists (select from formal_communication f where f.tenant_id = c.tenant_id and f.contract_id = c.id and f.file_id = $2)) limit 1`

export const isAttached = async (unit: ReadUnit, { tenantId, id }: Pick<ContractFileRow, 'tenantId' | 'id'>): Promise<boolean> =>
  (await unit.sql('contract-file-attached', ATTACHED, [tenantId, id])).length > 0
