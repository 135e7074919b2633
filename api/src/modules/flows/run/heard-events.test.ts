import { describe, expect, test } from 'vitest'
import { systemActor } from '../../../platform/actor.ts'
import { flowOf } from '../engine/bot.fixture.ts'
import { closing, menu, ready, useTalk } from './flow-bot.fixture.ts'
import { tidyRuns } from './run.tidy.ts'

const { scene, newProcess, inUnit, later, thread, tellings, set } = useTalk()

describe('what happened and is told again, since whoever told it died', () => {
  const data = { number: 'P-1' }
  const wait = ({ isAgain = false } = {}) => flowOf('espera', { steps: {
    esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } },
    decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }], next: isAgain ? { done: 'esperar' } : {} },
  } })
  const times = async (words: string) => (await thread()).filter(text => text === `BOT ${words}`).length
  const heard = async () => (await set('select run_id from flow_event_heard where tenant_id = $1')).rows

  const visits = flowOf('visita', {
    triggers: [{ id: 'e', kind: 'EVENT', event: 'ready' }],
    steps: {
      decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Le llamamos.' } }], next: { done: 'etiqueta' } },
      etiqueta: { kind: 'TAG', add: ['llamada'], remove: [], next: { done: 'pedir' } },
      pedir: { kind: 'CALL', connector: 'banco', operation: 'call', input: {}, save: [], next: { done: 'listo', failed: 'listo' } },
      listo: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Listo.' } }] },
    },
  })

  test.each([['in what is open', 'hola'], ['in what is opened for it', 'adiós']])('begins a flow, says and asks once, %s', async (_where, words) => {
    const [one, other] = [newProcess([menu, visits, closing]), newProcess([menu, visits, closing])]
    await one.say(words)
    await one.tell({ event: 'ready', data })
    await one.work.settled()
    await other.events.spread((await tellings())[0]!)
    await other.work.settled()
    expect([await times('Le llamamos.'), await times('Listo.'), scene.asked.length]).toEqual([1, 1, 1])
    expect(await heard()).toEqual([{ run_id: null }])
    expect((await set('select id from conversation where tenant_id = $1')).rows).toHaveLength(words === 'hola' ? 1 : 2)
  })

  test.each([['hola'], ['adiós']])('begins once where two tell it at one time, after “%s”', async words => {
    const processes = [newProcess([menu, visits, closing]), newProcess([menu, visits, closing])]
    const [one] = processes
    await one!.say(words)
    const { rows: [contact] } = await set('select id from contact where tenant_id = $1')
    await inUnit(one!.units, unit => one!.events.tellByHand(unit, { event: 'ready', data, contactId: contact.id }))
    const [telling] = await tellings()
    await Promise.all(processes.map(({ events }) => events.spread(telling!)))
    await Promise.all(processes.map(({ work }) => work.settled()))
    expect([await times('Le llamamos.'), scene.asked.length]).toEqual([1, 1])
  })

  test('begins nothing once a run has taken it, though nobody waits any more', async () => {
    const flows = [menu, wait(), ready]
    const [one, other] = [newProcess(flows), newProcess(flows)]
    await one.say('Esperar', 'espera')
    await one.tell({ event: 'ready', data })
    const before = await thread()
    expect(await times('Ya.')).toBe(1)
    await other.events.spread((await tellings())[0]!)
    expect(await thread()).toEqual(before)
  })

  test('moves nobody on twice who waits for the same again', async () => {
    const { say, tell, events } = newProcess([menu, wait({ isAgain: true })])
    await say('Esperar', 'espera')
    await tell({ event: 'ready', data })
    await events.spread((await tellings())[0]!)
    expect(await times('Ya.')).toBe(1)
    await tell({ event: 'ready', data })
    expect(await times('Ya.')).toBe(2)
  })

  test('moves on no flow that began with it, and none that she began to wait in since', async () => {
    const begins = { ...wait(), triggers: [{ id: 'e', kind: 'EVENT' as const, event: 'ready' }] }
    const { say, tell, events } = newProcess([menu, begins])
    await say('hola')
    await tell({ event: 'ready', data })
    await events.spread((await tellings())[0]!)
    expect(await times('Ya.')).toBe(0)
    await tell({ event: 'ready', data })
    expect(await times('Ya.')).toBe(1)
    later(5)
    await say('Esperar', 'espera')
    await events.spread((await tellings())[1]!)
    expect(await times('Ya.')).toBe(1)
  })

  test('is forgotten after as long as nobody tells it any more', async () => {
    const { say, tell } = newProcess([menu, ready])
    await say('hola')
    await tell({ event: 'ready', data })
    const tidy = () => scene.database.units.platform({ actor: systemActor(), now: scene.now }, tidyRuns)
    later(13 * 24 * 60)
    await tidy()
    expect(await heard()).toHaveLength(1)
    later(2 * 24 * 60)
    await tidy()
    expect(await heard()).toEqual([])
  })
})
