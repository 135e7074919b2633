import type { Line } from '../adapter.ts'
import type { ProviderAnswer } from '../provider-http.ts'

/** What Twilio answers: a resource, or an error with its code. */
export interface TwilioAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  json: Record<string, unknown>
  code?: string
  said?: string
}

/** One call with the account's token; `path` begins with a slash, and is below the account unless it is a whole address. */
export async function askTwilio(line: Line, path: string, form?: Record<string, string | readonly string[]>): Promise<TwilioAnswer> {
  const { profile, http } = line
  const url = path.startsWith('/') ? accountUrl(line) + path : path
  const answer = await http.call({
    url, method: form ? 'POST' : 'GET', headers: { authorization: basicAuth(line) }, timeoutMs: profile.timeoutMs, ...(form ? { form: encoded(form) } : {}),
  })
  return read(answer)
}

export const accountUrl = ({ profile, settings }: Pick<Line, 'profile' | 'settings'>) =>
  `${profile.baseUrl}/${profile.limits.version}/Accounts/${encodeURIComponent(settings.accountSid ?? '')}`

export const basicAuth = ({ settings }: Pick<Line, 'settings'>) =>
  `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`

function encoded(form: Record<string, string | readonly string[]>): URLSearchParams {
  return new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map(one => [name, one] as [string, string])))
}

function read({ status, headers, json }: ProviderAnswer): TwilioAnswer {
  const body = json && typeof json === 'object' ? json as Record<string, unknown> : {}
  const { code, message } = body
  return {
    status, headers, json: body,
    ...(typeof code === 'number' || typeof code === 'string' ? { code: String(code) } : {}),
    ...(typeof message === 'string' ? { said: message } : {}),
  }
}
