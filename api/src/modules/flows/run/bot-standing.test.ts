import { describe, expect, test } from 'vitest'
import { flowOf } from '../engine/bot.fixture.ts'
import type { RequestResult } from '../engine/request.ts'
import { balance, CEDULA, idle, menu, OTHER, ready, said, useTalk, waits } from './flow-bot.fixture.ts'

const { scene, newProcess, later, thread, conversation, runs } = useTalk()

describe('a bot that was pulled', () => {
  const gone = { standing: 'GONE' as const }
  const flows = [menu, balance, waits, idle]
  const nights = [flowOf('menu', { steps: { menu: { kind: 'MENU', text: { ES: 'Soy el de la noche.' }, style: 'BUTTONS', options: [{ id: 'x', title: { ES: 'Algo' } }], next: { x: 'x' } }, x: { kind: 'END' } } })]

  test('says no word more when its time comes', async () => {
    await newProcess(flows).say('Esperar', 'espera')
    const before = await thread()
    later(6)
    await newProcess(flows, gone).clock.look()
    expect(await thread()).toEqual(before)
    expect(await runs()).toEqual([])
  })

  test('asks nobody any more whether she is still there', async () => {
    await newProcess(flows).say('saldo')
    const before = await thread()
    later(11)
    await newProcess(flows, gone).clock.look()
    expect(await thread()).toEqual(before)
  })

  test('is answered to people where no other bot is there', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, gone).say(CEDULA)
    expect((await thread()).slice(-3)).toEqual([`CONTACT ${CEDULA}`, expect.stringMatching(/^BOT Enseguida le atiende/), 'SYSTEM HANDED_TO_QUEUE'])
    expect([(await conversation()).owner, await runs()]).toEqual(['QUEUE', []])
  })

  test('out of hours too, with the words for it', async () => {
    scene.now = new Date('2026-11-28T15:00:00Z')
    await newProcess(flows).say('saldo')
    await newProcess(flows, gone).say(CEDULA)
    expect((await thread()).slice(-2)).toEqual(['BOT Cerrado (ES)', 'SYSTEM HANDED_TO_QUEUE'])
  })

  test('leaves her to the menu of the settings where that knows what she means', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, gone).say('¿qué horario tienen?')
    expect((await conversation()).owner).toBe('BOT')
    expect(await runs()).toEqual([])
  })

  test('leaves her to the bot that answers instead', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, { ...gone, instead: nights }).say(CEDULA)
    expect((await thread()).at(-1)).toBe('BOT Soy el de la noche.')
    expect((await runs()).map(({ bot_version_id: id }) => id)).toEqual([OTHER])
  })

  test.each([['people', null, /^SYSTEM HANDED_TO_QUEUE/], ['the bot that answers instead', nights, /^BOT Soy el de la noche/]])('while a system is asked leaves the answer to %s', async (_whom, instead, said) => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const before = newProcess(flows)
    await before.say('saldo')
    await before.say(CEDULA)
    const [{ id: runId, conversation_id: conversationId }] = await runs()
    await newProcess(flows, { ...gone, instead }).mover.answered({ tenantId: scene.world.tenantId, runId, requestId: 'r0', conversationId }, { ok: true, data: { balance: '1' } })
    gate.resolve({ ok: true, data: { balance: '1' } })
    await before.work.settled()
    expect((await thread()).at(-1)).toMatch(said)
    expect((await thread()).join()).not.toContain('Tiene 1')
  })

  test('asks nothing again where a flow of another begins with what happens', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, { ...gone, instead: [...nights, ready] }).tell({ event: 'ready', data: { number: 'P-1' } })
    expect((await thread()).at(-1)).toBe('BOT Su pedido P-1 está listo.')
    expect(await runs()).toEqual([])
  })

  test('asks nothing again where another answers what she wrote while it asked a system', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const looks = flowOf('datos', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['datos'] } }], steps: { buscar: { kind: 'CALL', connector: 'banco', operation: 'find', input: {}, save: [], next: { done: 'fin', failed: 'fin' } }, fin: { kind: 'END' } } })
    const before = newProcess([...flows, looks])
    for (const words of ['saldo', 'datos', 'sucursales']) await before.say(words)
    const { id: runId, conversation_id: conversationId } = (await runs()).find(({ place }) => place === 'FOREGROUND')!
    const instead = [...nights, said('sucursales', 'Hay tres.', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['sucursales'] } }] })]
    await newProcess([...flows, looks], { ...gone, instead }).mover.answered({ tenantId: scene.world.tenantId, runId, requestId: 'r0', conversationId }, { ok: true, data: {} })
    gate.resolve({ ok: true, data: {} })
    await before.work.settled()
    expect((await thread()).at(-1)).toBe('BOT Hay tres.')
    expect(await runs()).toEqual([])
  })

  test('takes from no other bot what happens and its own run waited for', async () => {
    const waiting = flowOf('espera', { steps: { esperar: { kind: 'WAIT', event: 'ready', next: { happened: 'decir', written: 'decir' } }, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Ya.' } }] } } })
    await newProcess([menu, waiting]).say('Esperar', 'espera')
    await newProcess([menu, waiting], { ...gone, instead: [...nights, ready] }).tell({ event: 'ready', data: { number: 'P-1' } })
    expect((await thread()).at(-1)).toBe('BOT Su pedido P-1 está listo.')
    expect(await runs()).toEqual([])
  })

  test('is answered to people where the bot that answers instead has not even a menu', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, { ...gone, instead: [ready] }).say(CEDULA)
    expect((await thread()).at(-1)).toBe('SYSTEM HANDED_TO_QUEUE')
    expect(await runs()).toEqual([])
  })
})

describe('a bot out of its hours', () => {
  const rests = { standing: 'RESTS' as const }
  const flows = [menu, balance, waits, idle]
  const times = async () => (await thread()).filter(text => text === 'BOT Ya es hora.').length

  test('says by itself nothing until it answers again', async () => {
    await newProcess(flows).say('Esperar', 'espera')
    later(6)
    await newProcess(flows, rests).clock.look()
    expect(await times()).toBe(0)
    await newProcess(flows).clock.look()
    expect(await times()).toBe(0)
    later(6)
    await newProcess(flows).clock.look()
    expect(await times()).toBe(1)
  })

  test('is answered to people, as nobody else is there', async () => {
    await newProcess(flows).say('saldo')
    await newProcess(flows, rests).say(CEDULA)
    expect((await thread()).at(-1)).toBe('SYSTEM HANDED_TO_QUEUE')
    expect(await runs()).toEqual([])
  })

  test('keeps what waits for a moment when she writes about something else', async () => {
    await newProcess(flows).say('Esperar', 'espera')
    await newProcess(flows, rests).say('¿qué horario tienen?')
    later(6)
    await newProcess(flows).clock.look()
    expect(await times()).toBe(1)
  })

  test('still tells what it was asking a system for', async () => {
    const before = newProcess(flows)
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    await before.say('saldo')
    await before.say(CEDULA)
    const [{ id: runId, conversation_id: conversationId }] = await runs()
    await newProcess(flows, rests).mover.answered({ tenantId: scene.world.tenantId, runId, requestId: 'r0', conversationId }, { ok: true, data: { balance: '1' } })
    gate.resolve({ ok: true, data: {} })
    await before.work.settled()
    expect((await thread()).at(-1)).toBe('BOT Tiene 1.')
  })
})
