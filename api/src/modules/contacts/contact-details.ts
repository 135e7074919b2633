import { InvalidInput } from '../../platform/refusal.ts'
import type { ContactDetails } from './contact.entity.ts'
import { phoneNumber } from './phone.ts'

const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]{2,}$/
const PHONE = /^\+?[\d ().-]{6,24}$/

const clean = (value: string | null | undefined) => value?.trim().replace(/\s+/g, ' ') || null

/** What was typed, trimmed and checked. A number that exists is kept as E.164, any other as it was typed. */
export function contactDetails(input: ContactDetails): ContactDetails | InvalidInput {
  const [name, email, phone] = [clean(input.name), clean(input.email)?.toLowerCase() ?? null, clean(input.phone)]
  if (name && name.length > 120) return new InvalidInput('name', 'At most 120 characters.')
  if (email && (email.length > 254 || !EMAIL.test(email))) return new InvalidInput('email', 'Not an e-mail address.')
  if (phone && !PHONE.test(phone)) return new InvalidInput('phone', 'Not a phone number.')
  return { name, email, phone: phoneNumber(phone) ?? phone, language: input.language }
}
