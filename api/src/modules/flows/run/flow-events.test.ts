import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { flowOf } from '../engine/bot.fixture.ts'
import { closing, menu, ready, useTalk } from './flow-bot.fixture.ts'

const { newProcess, inUnit, thread, tellings, runs, set } = useTalk()

describe('what happens in another system', () => {
  const data = { number: 'P-1' }

  test('moves on what waits for it, and says so', async () => {
    const waiting = flowOf('espera', { steps: { esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
    const { say, tell } = newProcess([menu, waiting, ready])
    await say('Esperar', 'espera')
    expect(await tell({ event: 'ready', data })).toBe('GOES_ON')
    expect((await thread()).at(-1)).toBe('BOT Ya.')
  })

  test('begins a flow in what she has open with the bot', async () => {
    const { say, tell } = newProcess([menu, ready])
    await say('hola')
    expect(await tell({ event: 'ready', data })).toBe('BEGINS')
    expect((await thread()).slice(-2)).toEqual(['BOT Su pedido P-1 está listo.', 'BOT ¿Qué desea?'])
  })

  test('opens a conversation where she wrote last, in which the flow begins', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    expect(await tell({ event: 'ready', data })).toBe('OPENS')
    expect((await thread()).at(-1)).toBe('BOT Su pedido P-1 está listo.')
    const { rows } = await set(`select status, owner from conversation where tenant_id = $1 order by opened_at, id`)
    expect(rows).toEqual([{ status: 'CLOSED', owner: 'BOT' }, { status: 'OPEN', owner: 'BOT' }])
  })

  test('told twice begins twice in one conversation, and opens no second', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    await tell({ event: 'ready', data })
    expect(await tell({ event: 'ready', data })).toBe('BEGINS')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(2)
  })

  test('leaves no empty conversation where the flow does not begin after all', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('adiós')
    await set(`update contact set attributes = '{"muted": true}' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('OPENS')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(1)
  })

  test('is heard by nobody while people have her, on a channel that she stopped or that is not live, and where no flow begins with it', async () => {
    const { say, tell } = newProcess([menu, ready, closing])
    await say('una persona')
    expect(await tell({ event: 'ready', data })).toBe('WITH_PEOPLE')
    await set(`update conversation set status = 'CLOSED', owner = 'BOT', closed_at = now(), queued_at = null where tenant_id = $1`)
    expect(await tell({ event: 'nunca', data })).toBe('NO_FLOW')
    expect(await tell({ event: 'ready', data, channelAccountId: randomUUID() })).toBe('NO_CHANNEL')
    await set(`update channel_account set state = 'PAUSED' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('NO_CHANNEL')
    await set(`update channel_account set state = 'LIVE', kind = 'WHATSAPP' where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('WINDOW_CLOSED')
    await set(`update contact_identity set is_available = false where tenant_id = $1`)
    expect(await tell({ event: 'ready', data })).toBe('OPTED_OUT')
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(1)
  })
})

describe('what very many wait for', () => {
  const waiting = flowOf('espera', { steps: { esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
  /** Her run, waited in by others too, whose ids come before hers. */
  const copied = (times: number, contactId: string | null) => set(`
    insert into flow_run (tenant_id, id, conversation_id, contact_id, bot_version_id, place, state, event, rested_at, started_at)
    select tenant_id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, conversation_id, coalesce($3, contact_id), bot_version_id, 'BACKGROUND', state, event, rested_at, started_at
    from flow_run, generate_series(1, $2::int) n where tenant_id = $1 and event = 'ready'`, times, contactId)

  test('reaches her whom it names, however many wait before her', async () => {
    const { say, tell } = newProcess([menu, waiting])
    await say('Esperar', 'espera')
    await copied(1000, randomUUID())
    expect(await tell({ event: 'ready' })).toBe('GOES_ON')
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(1)
    expect(await runs()).toHaveLength(1000)
  })

  test('reaches each of them once, also where whoever told it died in between', async () => {
    const [one, other] = [newProcess([menu, waiting]), newProcess([menu, waiting])]
    await one.say('Esperar', 'espera')
    await copied(2, null)
    const happened = one.mover.happened.bind(one.mover)
    let told = 0
    one.mover.happened = async (...telling) => { if (told++ === 0) return happened(...telling); throw new Error('killed') }
    await expect(one.tell({ event: 'ready' })).rejects.toThrow('2 runs could not hear')
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(1)
    await other.events.spread((await tellings())[0]!)
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(3)
  })

  test('reaches all of them, page by page', async () => {
    const { units, say, events } = newProcess([menu, waiting], { most: 2 })
    await say('Esperar', 'espera')
    await copied(5, null)
    await inUnit(units, async unit => events.tell(unit, { event: 'ready', data: null }))
    await events.spread((await tellings())[0]!)
    expect((await thread()).filter(text => text === 'BOT Ya.')).toHaveLength(6)
    expect(await runs()).toEqual([])
  })
})
