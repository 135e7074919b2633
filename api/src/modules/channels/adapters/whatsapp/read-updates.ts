import type { Line, ToRead } from '../adapter.ts'
import { failureOf } from '../meta/graph-error.ts'
import { Json } from '../meta/json.ts'
import type { ChannelUpdate, OtherAccount, ReadUpdate } from '../update.ts'
import { Contacts, waIdOf } from './person.ts'
import { readAccount } from './read-account.ts'
import { readEcho, readMessage } from './read-message.ts'
import { readStatus } from './read-status.ts'
import { timeOf, Unreadable } from './unreadable.ts'

type Account = Pick<Line, 'settings'>

interface Told {
  change: Json
  entry: Json
  receivedAt: Date | undefined
}

interface Change {
  value: Json
  entry: Json
}

/** Up to a thousand updates, of which each stands for itself. Throws where the body is no JSON. */
export function readUpdates({ body, receivedAt }: Pick<ToRead, 'body' | 'receivedAt'>, account: Account): ReadUpdate[] {
  const envelope = Json.parse(body)
  const entries = envelope.at('entry').list
  if (entries.length === 0) return envelope.at('entry').value instanceof Array ? [] : [aside('It has no entries.', envelope)]
  return entries.flatMap(entry => {
    const changes = entry.at('changes').list
    return changes.length === 0 ? [aside('The entry has no changes.', entry)] : changes.flatMap(change => readChange({ change, entry, receivedAt }, account))
  })
}

function readChange({ change, entry, receivedAt }: Told, account: Account): ReadUpdate[] {
  const [field, value] = [change.at('field').text, change.at('value')]
  if (!field || !value.isObject) return [aside('The change has no field or no value.', change)]
  const hasNumber = value.has('metadata')
  if (hasNumber && !value.at('metadata', 'phone_number_id').id) return [aside('It is for the number of nobody.', change)]
  const of = otherOf({ value, entry }, account)
  const read = hasNumber ? readLine(change, receivedAt) : [attempt(value, () => readAccount(field, value, timeOf(entry.at('time'))))]
  return of ? read.map(one => (one.ok ? { ...one, of } : one)) : read
}

/** Whose it is, where it is not this account's: an app has one webhook for all its numbers unless told otherwise. */
function otherOf({ value, entry }: Change, { settings }: Account): OtherAccount | undefined {
  const numberId = value.at('metadata', 'phone_number_id').id
  if (numberId) return numberId === settings['phoneNumberId'] ? undefined : { setting: 'phoneNumberId', value: numberId }
  const [phone, own] = [waIdOf(value.at('display_phone_number').id?.replace(/[\s()-]/g, '')), waIdOf(settings['phone'])]
  if (phone && own && phone !== own) return { setting: 'phone', value: phone }
  const businessId = entry.at('id').id
  return businessId === settings['wabaId'] ? undefined : { setting: 'wabaId', value: businessId ?? '' }
}

/** What happened on the number itself. */
function readLine(change: Json, receivedAt: Date | undefined): ReadUpdate[] {
  const value = change.at('value')
  const contacts = new Contacts(value.at('contacts').list)
  const read = [
    ...value.at('messages').list.map(message => attempt(message, () => readMessage(message, contacts))),
    ...value.at('statuses').list.map(status => attempt(status, () => readStatus(status))),
    ...value.at('message_echoes').list.map(message => attempt(message, () => readEcho(message, contacts))),
    ...value.at('errors').list.map(error => attempt(error, () => errorTold(error, receivedAt))),
  ]
  return read.length > 0 ? read : [aside(`Nothing in “${change.at('field').text?.slice(0, 60)}” is known.`, change)]
}

/** Something of ours failed, and Meta says neither at which message nor when. */
function errorTold(error: Json, at = new Date(0)): ChannelUpdate {
  return { kind: 'ACCOUNT', at, topic: 'error', severity: 'WARNING', detail: { ...failureOf(error) } }
}

function attempt(raw: Json, read: () => ChannelUpdate): ReadUpdate {
  try {
    return { ok: true, update: read() }
  } catch (error) {
    if (error instanceof Unreadable) return aside(error.message, raw)
    throw error
  }
}

const aside = (reason: string, raw: Json): ReadUpdate => ({ ok: false, reason, raw: raw.plain() })
