import type { Line, ToRead } from '../adapter.ts'
import type { ChannelProfile } from '../profile.ts'
import type { ChannelMedia, ChannelPerson, ChannelUpdate, ReadUpdate, StatusChanged } from '../update.ts'
import { failureOf } from './sms-failures.ts'

/** Twilio's, to ours. What comes before `sent` says nothing that accepting did not say. */
const STATUSES: Record<string, StatusChanged['status'] | null> = {
  accepted: null, scheduled: null, queued: null, sending: null, receiving: null, received: null,
  sent: 'SENT', partially_delivered: 'SENT', delivered: 'DELIVERED', read: 'READ', undelivered: 'FAILED', failed: 'FAILED', canceled: 'FAILED',
}

/** A message or a status, as a form; one request brings one. Parameters that are new to us change nothing. */
export function readSms({ body, headers, receivedAt = new Date() }: ToRead, { profile }: Pick<Line, 'profile'>): ReadUpdate[] {
  const form = new URLSearchParams(body.toString('utf8'))
  const refused = (reason: string): ReadUpdate[] => [{ ok: false, reason, raw: Object.fromEntries(form) }]
  const sid = form.get('MessageSid') ?? form.get('SmsSid')
  if (!sid) return refused('There is no MessageSid.')
  const status = form.get('MessageStatus') ?? form.get('SmsStatus') ?? 'received'
  if (status !== 'received') {
    if (!Object.hasOwn(STATUSES, status)) return refused(`The status “${status}” is unknown.`)
    return taken(statusOf({ sid, status, code: form.get('ErrorCode'), reference: headers['?ref'], at: receivedAt }))
  }
  const from = form.get('From')
  if (!from) return refused('There is no sender.')
  // Twilio gives other channels of the account to the same address: `whatsapp:+1809…`.
  if (from.includes(':')) return refused(`“${from.split(':')[0]}” is no SMS.`)
  return taken(messageOf({ sid, from, text: form.get('Body') ?? '', media: mediaOf(form), optOut: form.get('OptOutType'), at: receivedAt }, profile))
}

const taken = (update: ChannelUpdate | null): ReadUpdate[] => (update ? [{ ok: true, update }] : [])

interface StatusTold { sid: string; status: string; code?: string | null; reference?: string; at: Date }

/** Null where there is nothing to tell yet. */
export function statusOf({ sid, status, code, reference, at }: StatusTold): StatusChanged | null {
  const ours = STATUSES[status]
  if (!ours) return null
  const failure = ours === 'FAILED' ? { failure: failureOf(code || status) } : {}
  return { kind: 'STATUS', externalId: sid, ...(reference ? { reference } : {}), status: ours, at, ...failure }
}

interface SmsReceived { sid: string; from: string; text: string; media: ChannelMedia[]; optOut?: string | null; at: Date }

/** Of “STOP” and “START” Twilio has answered already, and it keeps the list itself. */
export function messageOf({ sid, from, text, media, optOut, at }: SmsReceived, { limits }: ChannelProfile): ChannelUpdate {
  const person = personOf(from)
  const word = optOut ?? (isOneOf(limits.stopWords, text) ? 'STOP' : isOneOf(limits.startWords, text) ? 'START' : '')
  if (word === 'STOP' || word === 'START') return { kind: 'AVAILABLE', person, isAvailable: word === 'START', at }
  const token = TOKEN.exec(text)?.[0]
  return { kind: 'MESSAGE', from: person, externalId: sid, text, at, ...(media.length > 0 ? { media } : {}), ...(token ? { origin: { token } } : {}) }
}

/** The last word of what a link of ours wrote. Another word may look like one: whether it is ours is looked up. */
const TOKEN = /(?<![^\s])[a-z0-9]{16}(?=\s*$)/

const isOneOf = (words: number | string | undefined, text: string) => String(words ?? '').split(' ').includes(text.trim().toUpperCase())

/** Short codes and names write too, and have no number that somebody could be called at. */
const personOf = (from: string): ChannelPerson => (/^\+[1-9]\d{6,14}$/.test(from) ? { externalId: from, phone: from } : { externalId: from })

/** By what is there, since `NumMedia` is only a number that somebody wrote. */
function mediaOf(form: URLSearchParams): ChannelMedia[] {
  const places = [...new Set(form.keys())].flatMap(name => /^MediaUrl(\d{1,2})$/.exec(name)?.[1] ?? [])
  return places.sort((a, b) => Number(a) - Number(b)).map(place => {
    const mediaType = form.get(`MediaContentType${place}`)
    return { ref: form.get(`MediaUrl${place}`)!, ...(mediaType ? { mediaType } : {}) }
  })
}
