import type { CheckedLine, Line } from '../adapter.ts'
import { ProviderSilent } from '../provider-http.ts'
import { accountUrl, askTwilio, type TwilioAnswer } from './sms-api.ts'
import { failureOf } from './sms-failures.ts'

/** Asks for the account, then for what it sends from. */
export async function checkSms(line: Line): Promise<CheckedLine> {
  const { from, messagingServiceSid } = line.settings
  if (!from === !messagingServiceSid) return bad('SENDER', 'Either a number or a messaging service is needed, and not both.')
  try {
    const account = await askTwilio(line, `${accountUrl(line)}.json`)
    if (account.status !== 200) return refused(account)
    if (account.json.status !== 'active') return bad('20005', `The account is ${account.json.status}.`)
    return from ? await checkNumber(line, from, account) : await checkService(line, messagingServiceSid!, account)
  } catch (error) {
    if (error instanceof ProviderSilent) return bad('SILENT', error.message)
    throw error
  }
}

interface NumberOfTwilio { friendly_name?: string; capabilities?: { sms?: boolean; mms?: boolean }; sms_url?: string }

async function checkNumber(line: Line, from: string, account: TwilioAnswer): Promise<CheckedLine> {
  const answer = await askTwilio(line, `/IncomingPhoneNumbers.json?${new URLSearchParams({ PhoneNumber: from })}`)
  if (answer.status !== 200) return refused(answer)
  const number = (answer.json.incoming_phone_numbers as NumberOfTwilio[] | undefined)?.[0]
  if (!number) return bad('21660', failureOf('21660').message)
  if (number.capabilities?.sms === false) return bad('21661', failureOf('21661').message)
  return {
    isGood: true, name: String(account.json.friendly_name ?? ''), address: from,
    facts: { mms: number.capabilities?.mms ? 'yes' : 'no', ...told(line, number.sms_url) },
  }
}

async function checkService(line: Line, sid: string, account: TwilioAnswer): Promise<CheckedLine> {
  const answer = await askTwilio(line, `${line.profile.limits.messagingUrl}/v1/Services/${encodeURIComponent(sid)}`)
  if (answer.status === 404) return bad('21701', failureOf('21701').message)
  if (answer.status !== 200) return refused(answer)
  const { friendly_name: name, inbound_request_url: url } = answer.json
  return { isGood: true, name: String(account.json.friendly_name ?? ''), address: String(name ?? sid), facts: told(line, url) }
}

/** The address is filled in by hand at Twilio's, so it may be another one. */
const told = ({ webhookUrl }: Line, url: unknown) => ({ webhook: url === webhookUrl ? 'yes' : 'no', webhookUrl: String(url || '') })

const bad = (code: string, message: string): CheckedLine => ({ isGood: false, problem: { code, message } })
const refused = ({ status, code, said }: TwilioAnswer): CheckedLine => ({ isGood: false, problem: failureOf(code ?? String(status), said) })
