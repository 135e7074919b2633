import { MediaUnavailable, type Line } from '../adapter.ts'
import { isMediaHost } from '../media-host.ts'
import { ProviderSilent, type ProviderAnswer } from '../provider-http.ts'
import type { ChannelMedia } from '../update.ts'
import { basicAuth } from './sms-api.ts'

const MOST_HOPS = 3

/** Twilio sends on to where the file lies; its own token goes no further than to itself. */
export async function fetchSmsMedia({ ref = '', mediaType }: ChannelMedia, line: Line): Promise<{ content: Buffer; mediaType: string }> {
  let url = ref
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const answer = await ask(url, line)
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
    if (next === undefined) return whole(answer, mediaType)
    url = URL.parse(next, url)?.toString() ?? ''
  }
  throw new MediaUnavailable('The file is sent on too often.', true)
}

async function ask(url: string, line: Line): Promise<ProviderAnswer> {
  const { profile, http } = line
  if (!isMediaHost(url, profile)) throw new MediaUnavailable('The file is not at Twilio.', true)
  const isTwilio = new URL(url).origin === new URL(profile.baseUrl).origin
  try {
    const headers: Record<string, string> = isTwilio ? { authorization: basicAuth(line) } : {}
    return await http.call({ url, headers, timeoutMs: profile.timeoutMs, maxBytes: Number(profile.limits.mediaBytes) })
  } catch (error) {
    if (error instanceof ProviderSilent) throw new MediaUnavailable(error.message, false)
    throw error
  }
}

function whole({ status, headers, body }: ProviderAnswer, mediaType?: string) {
  if (status === 200) return { content: body, mediaType: mediaType ?? headers['content-type'] ?? 'application/octet-stream' }
  throw new MediaUnavailable(`Twilio answered ${status}.`, status === 404 || status === 410)
}
