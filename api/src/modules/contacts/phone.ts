import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** Where a number without a country is taken to be called from. */
const HOME: CountryCode = 'DO'

/** The number as E.164, or nothing when it is none. Channels tend to leave out the plus before the country. */
export function phoneNumber(text: string | null | undefined): string | null {
  if (!text) return null
  const found = [parsePhoneNumberFromString(text, HOME), parsePhoneNumberFromString(`+${text.replace(/\D/g, '')}`)]
  return found.find(one => one?.isValid())?.number ?? null
}
