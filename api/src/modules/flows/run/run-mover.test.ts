import { describe, expect, test } from 'vitest'
import { flowOf, variable } from '../engine/bot.fixture.ts'
import type { RequestResult } from '../engine/request.ts'
import { balance, CEDULA, menu, said, waits, useTalk } from './flow-bot.fixture.ts'

const { scene, newProcess, thread, runs } = useTalk()

describe('a conversation while a system is asked', () => {
  test('waits its turn while a system is asked: what she wrote meanwhile is heard afterwards, once', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('¿qué más?')
    await say('saldo')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).slice(2)).toEqual(['BOT ¿Su cédula?', `CONTACT ${CEDULA}`, 'CONTACT ¿qué más?', 'CONTACT saldo', 'BOT Tiene 1.', 'BOT No le entendí.', 'BOT ¿Qué desea?', 'BOT ¿Su cédula?'])
  })

  test.each(['menú', 'cancelar'])('hears no word of before “%s” after it, when the answer of the system comes', async word => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('1')
    await say(word)
    expect((await thread()).at(-1)).toBe('BOT ¿Qué desea?')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).at(-1)).toBe('BOT ¿Qué desea?')
    expect((await runs()).map(({ pending }) => pending)).toEqual([[]])
    await say('1')
    expect((await thread()).at(-1)).toBe('BOT ¿Su cédula?')
    expect(scene.errors).toEqual([])
  })

  test('hears no word of before “menú” after it where the answer is for a run in the background', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const urgent = said('urgencia', 'Llame al 911.', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['me muero'] }, interrupts: true }] })
    const { say, work } = newProcess([menu, balance, waits, urgent])
    await say('saldo')
    await say(CEDULA)
    await say('1')
    await say('¡ay, que me muero!')
    await say('menú')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).slice(-3)).toEqual(['CONTACT menú', 'BOT ¿Qué desea?', 'BOT Tiene 1.'])
  })

  test('hears what she wrote after “ayuda” while a system was asked', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const greets = flowOf('datos', {
      triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['datos'] } }], variables: [variable('nombre')],
      steps: {
        buscar: { kind: 'CALL', connector: 'banco', operation: 'find', input: {}, save: [], next: { done: 'nombre', failed: 'nombre' } },
        nombre: { kind: 'ASK', text: { ES: '¿Su nombre?' }, answer: { type: 'TEXT' }, saveAs: 'nombre', next: { answered: 'decir', failed: 'decir' } },
        decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Gracias, {{ nombre }}.' } }] },
      },
    })
    const { say, work } = newProcess([menu, greets])
    for (const words of ['datos', 'ayuda', 'Ana']) await say(words)
    gate.resolve({ ok: true, data: {} })
    await work.settled()
    expect((await thread()).slice(-4)).toEqual(['BOT ¿Su nombre?', 'BOT Puedo ayudarle.', 'BOT ¿Su nombre?', 'BOT Gracias, Ana.'])
  })

  test('what a system answers after people took over is told to nobody', async () => {
    const gate = Promise.withResolvers<RequestResult>()
    scene.answer = () => gate.promise
    const { say, work } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await say('una persona por favor')
    gate.resolve({ ok: true, data: { balance: '1' } })
    await work.settled()
    expect((await thread()).at(-1)).toBe('SYSTEM HANDED_TO_QUEUE')
    expect(scene.errors).toEqual([])
  })
})

describe('a payment', () => {
  const pays = flowOf('pagar', {
    triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['pagar'] } }],
    steps: {
      pagar: { kind: 'PAYMENT', amount: { literal: { amount: '5.00', currency: 'DOP' } }, reference: { literal: 'r' }, description: { ES: 'd' }, text: { ES: 'Pague aquí.' }, next: { paid: 'pagado', failed: 'fallo', expired: 'fallo' } },
      pagado: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Recibido.' } }] }, fallo: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'No se pudo.' } }] },
    },
  })

  test.each([[null, 'BOT Pague aquí.'], [{ state: 'PAID' }, 'BOT Recibido.'], [{ state: 'FAILED' }, 'BOT No se pudo.']])('that was %j before its run waits for it', async (known, last) => {
    scene.answer = async () => ({ ok: true, data: { id: 'p', url: 'https://pago.example' } })
    const { say, work } = newProcess([menu, pays], { known })
    await say('pagar')
    await work.settled()
    expect((await thread()).at(-1)).toBe(last)
    expect(scene.errors).toEqual([])
  })
})
