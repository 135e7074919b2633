import type { Line } from '../adapter.ts'
import type { ChannelMedia, ChannelUpdate, ReadUpdate } from '../update.ts'
import { askTwilio } from './sms-api.ts'
import { messageOf, statusOf } from './sms-updates.ts'

interface Listed {
  sid: string
  direction: string
  from: string
  to: string
  body: string
  status: string
  error_code: number | null
  num_media: string
  date_created: string
  date_sent: string | null
  date_updated: string
  messaging_service_sid: string | null
}

/** Twilio tells once: what we did not take stands in its list alone. Under the same ids, so what we did take is known again. */
export async function backfillSms(line: Line, since: Date, signal?: AbortSignal): Promise<ReadUpdate[]> {
  const updates: ReadUpdate[] = []
  // The list is dated to the second.
  const from = new Date(Math.floor(since.getTime() / 1000) * 1000)
  for await (const listed of list(line, since)) {
    signal?.throwIfAborted()
    if (!isOfLine(listed, line) || new Date(listed.date_updated) < from) continue
    const update = listed.direction === 'inbound' ? await received(listed, line) : sent(listed)
    if (update) updates.push({ ok: true, update })
  }
  return updates.reverse()
}

/** By the day, as Twilio takes it; the newest come first. */
async function* list(line: Line, since: Date): AsyncGenerator<Listed> {
  const { pageSize, pagesMost } = line.profile.limits
  const query = new URLSearchParams({ 'DateSent>': since.toISOString().slice(0, 10), PageSize: String(pageSize) })
  let next: string | null = `/Messages.json?${query}`
  for (let page = 0; next && page < Number(pagesMost); page++) {
    const { status, json } = await askTwilio(line, next)
    if (status !== 200) throw new Error(`Twilio did not list the messages (${status}).`)
    yield* json.messages as Listed[]
    const uri = json.next_page_uri
    next = typeof uri === 'string' && uri.startsWith('/') ? line.profile.baseUrl + uri : null
  }
}

function isOfLine({ from, to, direction, messaging_service_sid: service }: Listed, { settings }: Line): boolean {
  if (settings.from) return (direction === 'inbound' ? to : from) === settings.from
  return service === settings.messagingServiceSid
}

async function received(listed: Listed, line: Line): Promise<ChannelUpdate | null> {
  const { sid, from, body: text, date_sent: at, date_created: created } = listed
  if (from.includes(':')) return null
  const media = Number(listed.num_media) > 0 ? await mediaOf(sid, line) : []
  return messageOf({ sid, from, text, media, at: new Date(at ?? created) }, line.profile)
}

const sent = ({ sid, status, error_code: code, date_updated: at }: Listed) =>
  statusOf({ sid, status, code: code === null ? null : String(code), at: new Date(at) })

async function mediaOf(sid: string, line: Line): Promise<ChannelMedia[]> {
  const { status, json } = await askTwilio(line, `/Messages/${sid}/Media.json`)
  if (status !== 200) throw new Error(`Twilio did not list the files of ${sid} (${status}).`)
  return (json.media_list as { uri: string; content_type: string }[])
    .map(({ uri, content_type: mediaType }) => ({ ref: line.profile.baseUrl + uri.replace(/\.json$/, ''), mediaType }))
}
