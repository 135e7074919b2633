import { sha256 } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'

/** So many within a time: enough for whoever mistypes or waits for a slow network, and too few to annoy a stranger or to guess. */
const LIMITS = [{ most: 5, minutes: 60 }, { most: 10, minutes: 24 * 60 }]

const COUNT = `
  select (select count(*) from flow_code_sending s where s.tenant_id = $1 and s.contact_id = $2 and s.at > $4)::int as hers,
    (select count(*) from flow_code_sending s where s.tenant_id = $1 and s.address_hash = $3 and s.at > $4)::int as there`
const NOTE = 'insert into flow_code_sending (tenant_id, id, contact_id, address_hash, at) values ($1, $2, $3, $4, $5)'

export interface AskingForCode {
  contactId: string
  /** The number or e-mail, in one form. */
  address: string
}

/** Counted by who asks and by where it goes, so that neither many contacts nor many addresses are a way around. What is refused counts no more. */
export async function mayAskForCode(unit: Unit, { contactId, address }: AskingForCode): Promise<boolean> {
  const { tenantId, now } = unit
  const hash = sha256(`${tenantId} ${address}`)
  await lock(unit, `codes to ${hash.toString('hex')}`)
  for (const { most, minutes } of LIMITS) {
    const [counted] = await unit.sql<{ hers: number; there: number }>('flow-codes-count', COUNT, [tenantId, contactId, hash, new Date(now.getTime() - minutes * 60_000)])
    if (counted!.hers >= most || counted!.there >= most) return false
  }
  await unit.sql('flow-code-note', NOTE, [tenantId, newId(now), contactId, hash, now])
  return true
}

/** What no limit looks at any more. */
export async function tidyCodes(unit: Unit): Promise<void> {
  await unit.sql('flow-codes-tidy', `delete from flow_code where expires_at < $1::timestamptz - interval '1 day'`, [unit.now])
  await unit.sql('flow-code-sendings-tidy', `delete from flow_code_sending where at < $1::timestamptz - interval '2 days'`, [unit.now])
}
