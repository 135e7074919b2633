import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import {
  accountSubject,
  addressSubject,
  countAttempt,
  delayAfter,
  forgive,
  type Subject,
} from './sign-in-lock.ts'
import './identity.tables.ts'

test('failures cost nothing at first, then half a minute, doubling up to an hour', () => {
  expect([4, 5, 6, 7, 11, 12, 500].map(failures => delayAfter(failures, 5) / 1000)).toEqual([
    0, 30, 60, 120, 1920, 3600, 3600,
  ])
})

test('an account is the same however its address is typed, and is not readable', () => {
  expect(accountSubject(' Ana@Banco.DO ')).toBe(accountSubject('ana@banco.do'))
  expect(accountSubject('ana@banco.do')).not.toContain('ana')
})

test('all addresses of one network fail together', () => {
  expect(addressSubject('2001:db8:1:2::1')).toBe(addressSubject('2001:db8:1:2:3:4:5:6'))
  expect(addressSubject('203.0.113.7')).not.toBe(addressSubject('203.0.113.8'))
})

describe('the count', () => {
  const db = useDatabase()
  const start = Date.parse('2026-11-23T12:00:00Z')
  const at = (seconds: number) => new Date(start + seconds * 1000)
  const attempt = (subjects: Subject[], seconds = 0) =>
    db.units.platform({ actor: systemActor(), now: at(seconds) }, unit => countAttempt(unit, subjects))
  const account = () => accountSubject(`${newId()}@x.do`)

  test('lets five through and shuts the door for half a minute', async () => {
    const subjects = [account()]
    const answers: unknown[] = []
    for (let turn = 0; turn < 6; turn++) answers.push(await attempt(subjects))
    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined, at(30)])
  })

  test('lets no more than five through when a hundred come at once', async () => {
    const subjects = [account()]
    const answers = await Promise.all(Array.from({ length: 100 }, () => attempt(subjects)))
    expect(answers.filter(answer => answer === undefined)).toHaveLength(5)
  })

  test('waits longer each time, and does not count who knocks at a shut door', async () => {
    const subjects = [account()]
    for (let turn = 0; turn < 9; turn++) await attempt(subjects)
    expect(await attempt(subjects, 31)).toBeUndefined()
    expect(await attempt(subjects, 32)).toEqual(at(31 + 60))
  })

  test('forgets an account after a quiet day and an address after a quiet hour', async () => {
    const mine = account()
    for (let turn = 0; turn < 5; turn++) await attempt([mine])
    await attempt([mine], 25 * 3600)
    expect(await attempt([mine], 25 * 3600 + 1)).toBeUndefined()
  })

  test('shuts an address only after many accounts failed there', async () => {
    const address = addressSubject(newId())
    for (let turn = 0; turn < 20; turn++) expect(await attempt([account(), address])).toBeUndefined()
    expect(await attempt([account(), address])).toEqual(at(30))
  })

  test('is forgiven to the account, while the address keeps what others failed', async () => {
    const [mine, address] = [account(), addressSubject(newId())]
    for (let turn = 0; turn < 19; turn++) await attempt([account(), address])
    await attempt([mine, address])
    await db.units.platform({ actor: systemActor(), now: at(0) }, unit => forgive(unit, [mine, address]))
    expect(await attempt([mine, address])).toBeUndefined()
    expect(await attempt([mine, address])).toEqual(at(30))
  })
})
