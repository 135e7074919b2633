import type { SendingNote_SendingDecisionFragment as Decision } from '../../contract/graphql.ts'

const SOON_MILLISECONDS = 3_600_000
const ONE_DAY = 86_400_000

/** `open` says until when one may write freely; `soon` that little is left. Nothing where there is nothing to say. */
export type SendingState = 'open' | 'soon' | 'peopleOnly' | 'closed' | 'optedOut' | 'paused' | 'held' | null

const BLOCKED = { WINDOW_CLOSED: 'closed', OPTED_OUT: 'optedOut', CHANNEL_PAUSED: 'paused', SERVICE_HELD: 'held' } as const

/** The window closes while one looks, so the clock has its say beside the server. */
export function sendingState({ block, mayWrite, windowEndsAt, isForPeopleOnly }: Decision, now: Date): SendingState {
  if (block) return BLOCKED[block]
  const left = windowEndsAt ? new Date(windowEndsAt).getTime() - now.getTime() : Number.POSITIVE_INFINITY
  if (!mayWrite || left <= 0) return 'closed'
  if (isForPeopleOnly) return 'peopleOnly'
  if (left === Number.POSITIVE_INFINITY) return null
  return left < SOON_MILLISECONDS ? 'soon' : 'open'
}

export const mayWriteNow = (state: SendingState) => state === null || ['open', 'soon', 'peopleOnly'].includes(state)

/** Whole minutes that are left, at least one while there is any time at all. */
export const minutesLeft = (endsAt: string, now: Date) => Math.max(0, Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000))

/** How the day of the end is called. */
export function dayOfEnd(endsAt: string, now: Date, dayOf: (at: Date) => string): 'today' | 'tomorrow' | 'later' {
  const day = dayOf(new Date(endsAt))
  if (day === dayOf(now)) return 'today'
  return day === dayOf(new Date(now.getTime() + ONE_DAY)) ? 'tomorrow' : 'later'
}

/** The hours and minutes in words. */
export function timeInWords(minutes: number, locale: string): string {
  const said = (value: number, unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  const hours = Math.floor(minutes / 60)
  const parts = [...(hours ? [said(hours, 'hour')] : []), ...(minutes % 60 || !hours ? [said(minutes % 60, 'minute')] : [])]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}
