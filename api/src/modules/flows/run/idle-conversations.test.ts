import { describe, expect, test } from 'vitest'
import { newWorld } from '../../../../test/world.ts'
import { IdleConversations } from '../../conversations/index.ts'
import { flowOf } from '../engine/bot.fixture.ts'
import { awaitedConversations } from './awaited.queries.ts'
import { balance, CEDULA, menu, useTalk, waits } from './flow-bot.fixture.ts'

const { scene, newProcess, later, thread, conversation, set } = useTalk()

describe('a conversation in which nobody says a word any more', () => {
  const HOUR = 60
  const quiet = [menu, balance, waits]
  const closesIdle = (most = 500) => new IdleConversations({ units: newProcess().units, awaited: awaitedConversations, most }).close()
  const statusOf = async () => (await conversation()).status
  const closings = async () => (await thread()).filter(text => text === 'SYSTEM CLOSED').length

  test('is closed after a day, and whoever writes next begins a new one', async () => {
    const { say } = newProcess(quiet)
    await say('saldo')
    later(24 * HOUR - 1)
    await closesIdle()
    expect(await statusOf()).toBe('OPEN')
    later(1)
    await closesIdle()
    expect([await statusOf(), await closings()]).toEqual(['CLOSED', 1])
    await say(CEDULA)
    expect((await set('select status from conversation where tenant_id = $1 order by opened_at, id')).rows.map(({ status }) => status)).toEqual(['CLOSED', 'OPEN'])
    expect((await thread()).at(-1)).not.toContain('RD$')
  })

  test('is closed after as many hours as the company says', async () => {
    await set(`insert into bot_settings (tenant_id, texts, idle_hours) values ($1, '[]', 2)`)
    const { say } = newProcess(quiet)
    await say('saldo')
    later(2 * HOUR)
    await closesIdle()
    expect(await statusOf()).toBe('CLOSED')
  })

  test('is closed once, also where two processes close, and page by page', async () => {
    const others = [scene.world, await newWorld(scene.database), await newWorld(scene.database)]
    for (const one of others) { scene.world = one; await newProcess(quiet).say('saldo') }
    scene.world = others[0]!
    later(24 * HOUR)
    await Promise.all([closesIdle(1), closesIdle(2)])
    for (const one of others) { scene.world = one; expect([await statusOf(), await closings()]).toEqual(['CLOSED', 1]) }
  })

  test.each([['a moment', { kind: 'WAIT', minutes: 48 * HOUR, next: { elapsed: 'decir' } }], ['an event', { kind: 'WAIT', event: 'ready', next: { happened: 'decir' } }]] as const)('stays open while its flow waits for %s', async (_what, step) => {
    const waiting = flowOf('espera', { steps: { espera: step, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
    const { say, clock, tell } = newProcess([menu, waiting])
    await say('Esperar', 'espera')
    later(47 * HOUR)
    await closesIdle()
    expect(await statusOf()).toBe('OPEN')
    later(HOUR)
    if ('minutes' in step) await clock.look()
    else await tell({ event: 'ready' })
    expect((await thread()).at(-1)).toBe('BOT Ya.')
    later(24 * HOUR)
    await closesIdle()
    expect(await statusOf()).toBe('CLOSED')
  })

  test('stays open until it was asked whether she is still there', async () => {
    const asksLate = flowOf('quieta', { triggers: [{ id: 't', kind: 'INACTIVITY', minutes: 30 * HOUR }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '¿Sigue ahí?' } }] } } })
    const { say, clock } = newProcess([...quiet, asksLate])
    await say('saldo')
    later(30 * HOUR)
    await closesIdle()
    await clock.look()
    expect([await statusOf(), (await thread()).at(-1)]).toEqual(['OPEN', 'BOT ¿Sigue ahí?'])
  })

  test('stays open where people have it', async () => {
    const { say } = newProcess(quiet)
    await say('una persona')
    later(48 * HOUR)
    await closesIdle()
    expect(await statusOf()).toBe('OPEN')
  })
})
