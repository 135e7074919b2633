import type { Unit } from '../../platform/unit.ts'
import { phoneNumber } from './phone.ts'

const REMEMBER = `
  update contact set name = case when 'name' = any($7) then $3 else name end, email = case when 'email' = any($7) then $4 else email end,
    phone = case when 'phone' = any($7) then $5 else phone end, attributes = attributes || $6, version = version + 1
  where tenant_id = $1 and id = $2`

/** What the bot learnt of her in a conversation: her name, e-mail and phone, and whatever else the tenant keeps of people. Null forgets; what is no text changes nothing. */
export async function rememberOfContact(unit: Unit, contactId: string, learnt: Record<string, unknown>): Promise<void> {
  const { name, email, phone, ...attributes } = learnt
  const number = text(phone)
  const named = Object.entries({ name, email, phone }).filter(([, value]) => value === null || text(value) !== null).map(([key]) => key)
  const values = [unit.tenantId, contactId, text(name), text(email), number && (phoneNumber(number) ?? number), JSON.stringify(attributes), named]
  await unit.sql('contact-remember', REMEMBER, values)
  unit.record({ kind: 'CONTACT_CHANGED', subjectId: contactId })
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim().slice(0, 200) : null)
