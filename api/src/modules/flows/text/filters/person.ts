import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type FilterHandler, plainly } from '../voice.ts'

/** As it is dialled from the Dominican Republic. */
export const phone: FilterHandler = function (value: unknown) {
  const text = plainly(value)
  const found = text.length > 40 ? undefined : parsePhoneNumberFromString(text, 'DO')
  if (!found?.isValid()) return text
  return found.countryCallingCode === '1' ? found.formatNational() : found.formatInternational()
}

const SHOWN = 4

/** All but the last four letters or digits hidden; of an address the first letter and the host are shown. */
export const mask: FilterHandler = function (value: unknown) {
  const text = plainly(value)
  const at = text.indexOf('@')
  if (at > 0) return text.slice(0, 1) + '•'.repeat(Math.min(at - 1, 8)) + text.slice(at)
  const total = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  let left = total > SHOWN ? total - SHOWN : total
  return text.replace(/[\p{L}\p{N}]/gu, sign => (left-- > 0 ? '•' : sign))
}

/** A cédula as 001-1391820-5, an RNC as 1-01-85004-3; anything else as it is. */
export const document: FilterHandler = function (value: unknown) {
  const text = plainly(value)
  if (/^\d{11}$/.test(text)) return `${text.slice(0, 3)}-${text.slice(3, 10)}-${text.slice(10)}`
  if (/^\d{9}$/.test(text)) return `${text.slice(0, 1)}-${text.slice(1, 3)}-${text.slice(3, 8)}-${text.slice(8)}`
  return text
}
