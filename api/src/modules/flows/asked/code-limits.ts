import { sha256 } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'

/**
 * So many codes, and so many wrong answers about what a customer is known by, within a time: enough for whoever mistypes or waits for a slow
 * network, too few to annoy a stranger, or to find the four figures that are often asked.
 */
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
  if (await isBeyond(unit, { name: 'flow-codes-count', count: COUNT, contactId, hash })) return false
  await unit.sql('flow-code-note', NOTE, [tenantId, newId(now), contactId, hash, now])
  return true
}

const COUNT_WRONG = `
  select (select count(*) from flow_wrong_answer w where w.tenant_id = $1 and w.contact_id = $2 and w.at > $4)::int as hers,
    (select count(*) from flow_wrong_answer w where w.tenant_id = $1 and w.expected_hash = $3 and w.at > $4)::int as there`
const NOTE_WRONG = 'insert into flow_wrong_answer (tenant_id, id, contact_id, expected_hash, at) values ($1, $2, $3, $4, $5)'

export interface KnownAnswer {
  contactId: string
  /** All that had to be known, in one form. */
  expected: string
  isRight: boolean
}

/**
 * Wrong answers are counted by who gives them and by what is expected, so that neither new flows nor many contacts are a way to guess
 * one customer's data. Beyond the limit the right one is refused like any other: a refusal tells nothing.
 */
export async function takeKnownAnswer(unit: Unit, { contactId, expected, isRight }: KnownAnswer): Promise<'RIGHT' | 'WRONG' | 'TOO_MANY'> {
  const { tenantId, now } = unit
  const hash = sha256(`${tenantId} ${expected}`)
  await lock(unit, `wrong answers of ${contactId}`)
  await lock(unit, `wrong answers to ${hash.toString('hex')}`)
  if (await isBeyond(unit, { name: 'flow-wrong-answers-count', count: COUNT_WRONG, contactId, hash })) return 'TOO_MANY'
  if (isRight) return 'RIGHT'
  await unit.sql('flow-wrong-answer-note', NOTE_WRONG, [tenantId, newId(now), contactId, hash, now])
  return 'WRONG'
}

/** Whether any limit is reached, by hers or by all that have the same hash. */
async function isBeyond(unit: Unit, { name, count, contactId, hash }: { name: string; count: string; contactId: string; hash: Buffer }): Promise<boolean> {
  for (const { most, minutes } of LIMITS) {
    const since = new Date(unit.now.getTime() - minutes * 60_000)
    const [counted] = await unit.sql<{ hers: number; there: number }>(name, count, [unit.tenantId, contactId, hash, since])
    if (counted!.hers >= most || counted!.there >= most) return true
  }
  return false
}

/** What no limit looks at any more. */
export async function tidyCodes(unit: Unit): Promise<void> {
  await unit.sql('flow-codes-tidy', `delete from flow_code where expires_at < $1::timestamptz - interval '1 day'`, [unit.now])
  await unit.sql('flow-code-sendings-tidy', `delete from flow_code_sending where at < $1::timestamptz - interval '2 days'`, [unit.now])
  await unit.sql('flow-wrong-answers-tidy', `delete from flow_wrong_answer where at < $1::timestamptz - interval '2 days'`, [unit.now])
}
