import type { ToRead } from '../adapter.ts'
import { Json } from '../meta/json.ts'
import { Unreadable } from '../meta/unreadable.ts'
import type { ChannelUpdate, ReadUpdate } from '../update.ts'
import { accountIdOf, type ReadLine } from './messaging-kind.ts'
import { readEvent } from './read-event.ts'

/** Every update of a body, each by itself, in the order in which they happened. Throws where the body is no JSON. */
export function readMessaging({ body }: Pick<ToRead, 'body'>, line: ReadLine): ReadUpdate[] {
  const envelope = Json.parse(body)
  if (!Array.isArray(envelope.at('entry').value)) return [aside('It has no entries.', envelope)]
  // After a failure Meta keeps no order.
  return envelope.at('entry').list.flatMap(entry => readEntry(entry, line)).toSorted((a, b) => timeOf(a) - timeOf(b))
}

/** An app has one webhook for all its pages: those of another are read as that one would. */
function readEntry(entry: Json, line: ReadLine): ReadUpdate[] {
  const id = entry.at('id').id
  if (!id) return [aside('It is for the account of nobody.', entry)]
  if (id === accountIdOf(line.settings, line.kind)) return readOwn(entry, line)
  const of = { setting: line.kind.accountField, value: id }
  const settings = { ...line.settings, [of.setting]: id }
  return readOwn(entry, { ...line, settings }).map(read => (read.ok ? { ...read, of } : read))
}

function readOwn(entry: Json, line: ReadLine): ReadUpdate[] {
  const events = eventsOf(entry)
  if (events.length === 0 && !Array.isArray(entry.at('changes').value)) return [aside('The entry has nothing in it that is known.', entry)]
  return events.flatMap(event => attempt(event, () => readEvent(event, entry, line)))
}

/**
 * Also what was written while another tool leads the conversation (`standby`), and the shape in which Meta's own test button
 * sends (`changes`). Other changes, such as comments under posts, are no messages.
 */
function eventsOf(entry: Json): Json[] {
  const changed = entry.at('changes').list.map(change => change.at('value')).filter(value => value.at('sender').isObject)
  return [...entry.at('messaging').list, ...entry.at('standby').list, ...changed]
}

function attempt(raw: Json, read: () => ChannelUpdate[]): ReadUpdate[] {
  try {
    return read().map(update => ({ ok: true, update }))
  } catch (error) {
    if (error instanceof Unreadable) return [aside(error.message, raw)]
    throw error
  }
}

const timeOf = (read: ReadUpdate): number => (read.ok ? read.update.at.getTime() : Number.MAX_SAFE_INTEGER)

const aside = (reason: string, raw: Json): ReadUpdate => ({ ok: false, reason, raw: raw.plain() })
