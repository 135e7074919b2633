import type { Unit } from '../../platform/unit.ts'
import { sha256 } from '../../platform/crypto.ts'
import { networkOf } from '../../platform/http/address.ts'
import { canonicalEmail } from './user.entity.ts'

interface Rule { free: number; quietHours: number }

// An office of agents shares one address, so an address may fail more often than an account.
const RULES = {
  account: { free: 5, quietHours: 24 },
  address: { free: 20, quietHours: 1 },
  factor: { free: 5, quietHours: 24 },
} satisfies Record<string, Rule>

const FIRST_DELAY = 30_000
const LONGEST_DELAY = 3_600_000

export type Subject = `${keyof typeof RULES}:${string}`

/** An account is counted by what was typed, so one that does not exist locks like one that does. */
export const accountSubject = (email: string): Subject =>
  `account:${sha256(canonicalEmail(email)).toString('base64url')}`
export const addressSubject = (address: string): Subject => `address:${networkOf(address)}`
export const factorSubject = (userId: string): Subject => `factor:${userId}`

/** After so many failures: nothing, then half a minute, doubling up to an hour. */
export function delayAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(failures - free, 20))
}

const ruleOf = (subject: Subject): Rule => RULES[subject.slice(0, subject.indexOf(':')) as keyof typeof RULES]

/**
 * Counts an attempt before it is made, in a transaction that ends before it is made: a hundred at once are a
 * hundred. Answers until when the door is shut; an attempt on a shut door is not counted.
 */
export async function countAttempt(unit: Unit, subjects: Subject[]): Promise<Date | undefined> {
  let lockedUntil: Date | undefined
  // Always in one order, so that two attempts never wait for each other.
  for (const subject of subjects.toSorted()) {
    const locked = await countOne(unit, subject)
    if (locked && (!lockedUntil || locked > lockedUntil)) lockedUntil = locked
  }
  return lockedUntil
}

async function countOne(unit: Unit, subject: Subject): Promise<Date | undefined> {
  const { free, quietHours } = ruleOf(subject)
  const forgotten = new Date(unit.now.getTime() - quietHours * 3_600_000)
  const [counted] = await unit.sql<{ failures: number }>('sign-in-count', `
    insert into sign_in_failure as f (subject, failures, last_at) values ($1, 1, $2)
    on conflict (subject) do update set last_at = $2, locked_until = null,
      failures = case when f.last_at < $3 then 1 else f.failures + 1 end
    where f.locked_until is null or f.locked_until <= $2
    returning failures`, [subject, unit.now, forgotten])
  if (!counted) return lockOf(unit, subject)
  const delay = delayAfter(counted.failures, free)
  if (delay) await setLock(unit, subject, new Date(unit.now.getTime() + delay))
  return undefined
}

async function lockOf(unit: Unit, subject: Subject): Promise<Date | undefined> {
  const row = await unit.kysely.selectFrom('sign_in_failure').select('locked_until')
    .where('subject', '=', subject).executeTakeFirst()
  return row?.locked_until ?? undefined
}

const setLock = (unit: Unit, subject: Subject, until: Date) =>
  unit.kysely
    .updateTable('sign_in_failure')
    .set({ locked_until: until })
    .where('subject', '=', subject)
    .execute()

/** It was she after all. Her address keeps what others failed there; this one attempt was none. */
export async function forgive(unit: Unit, subjects: Subject[]): Promise<void> {
  const [shared, own] = [subjects.filter(isAddress), subjects.filter(subject => !isAddress(subject))]
  if (own.length) await unit.kysely.deleteFrom('sign_in_failure').where('subject', 'in', own).execute()
  if (!shared.length) return
  await unit.kysely.updateTable('sign_in_failure').where('subject', 'in', shared)
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), locked_until: null })).execute()
}

const isAddress = (subject: Subject) => subject.startsWith('address:')
