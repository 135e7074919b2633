import { sha256 } from '../../../platform/crypto.ts'
import type { Unit } from '../../../platform/unit.ts'

const KEEP = `
  insert into flow_code (tenant_id, run_id, hash, expires_at, tries_left) values ($1, $2, $3, $4, $5)
  on conflict (tenant_id, run_id) do update set hash = excluded.hash, expires_at = excluded.expires_at, tries_left = excluded.tries_left`

export interface NewCode {
  runId: string
  code: string
  minutes: number
  attempts: number
}

/** One code a run: a new one takes the place of the one before. */
export async function keepCode(unit: Unit, { runId, code, minutes, attempts }: NewCode): Promise<void> {
  const expiresAt = new Date(unit.now.getTime() + minutes * 60_000)
  await unit.sql('flow-code-keep', KEEP, [unit.tenantId, runId, hashed(runId, code), expiresAt, attempts])
}

// Every try counts, also one that is right: a code opens once.
const TRY = `
  update flow_code set tries_left = tries_left - 1
  where tenant_id = $1 and run_id = $2 and tries_left > 0 and expires_at > $3
  returning hash = $4 as "isRight"`
const SPENT = 'delete from flow_code where tenant_id = $1 and run_id = $2'

/** False for a code that is wrong, too old, spent, or tried too often. */
export async function tryCode(unit: Unit, { runId, code }: Pick<NewCode, 'runId' | 'code'>): Promise<boolean> {
  const [tried] = await unit.sql<{ isRight: boolean }>('flow-code-try', TRY, [unit.tenantId, runId, unit.now, hashed(runId, code)])
  if (tried?.isRight) await unit.sql('flow-code-spent', SPENT, [unit.tenantId, runId])
  return tried?.isRight === true
}

const hashed = (runId: string, code: string) => sha256(`${runId} ${code}`)
