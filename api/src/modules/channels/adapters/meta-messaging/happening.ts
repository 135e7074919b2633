import type { Json } from '../meta/json.ts'
import { unreadable } from '../meta/unreadable.ts'
import type { ChannelPerson } from '../update.ts'
import { accountIdOf, type ReadLine } from './messaging-kind.ts'

/** One event of a webhook, with what each needs: when, and whose. */
export interface Happening {
  event: Json
  at: Date
  line: ReadLine
}

// Before 1973 in milliseconds: then it is seconds, which Meta's test button sends.
const SECONDS_BELOW = 100_000_000_000
const EARLIEST = Date.UTC(2009, 0)
const LATEST = Date.UTC(2100, 0)

export function momentOf(...told: Json[]): Date {
  const number = told.find(({ isThere }) => isThere)?.number ?? Number.NaN
  const ms = number < SECONDS_BELOW ? number * 1000 : number
  return ms >= EARLIEST && ms <= LATEST ? new Date(Math.round(ms)) : unreadable('It has no time.')
}

/** Whether the account itself did it. */
export const isByAccount = ({ event, line }: Happening): boolean => event.at('sender', 'id').id === accountIdOf(line.settings, line.kind)

export const senderOf = ({ event }: Happening): ChannelPerson => personOf(event.at('sender')) ?? unreadable('Nobody is named as its sender.')

export const recipientOf = ({ event }: Happening): ChannelPerson => personOf(event.at('recipient')) ?? unreadable('Nobody is named as its recipient.')

/** Page-scoped or Instagram-scoped: the same person has another id on every account. Webhooks tell no names. */
function personOf(named: Json): ChannelPerson | undefined {
  const externalId = named.at('id').id
  return externalId ? { externalId } : undefined
}

export const idOf = (id: Json): string => id.id ?? unreadable('It has no id.')

/** For what Meta gives no id: the same event told again has the same one. */
export const madeId = (what: string, { externalId }: ChannelPerson, at: Date): string => `${what}:${externalId}:${at.getTime()}`
