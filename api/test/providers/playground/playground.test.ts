import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smsAdapter } from '../../../src/modules/channels/adapters/sms/sms.adapter.ts'
import { whatsappAdapter } from '../../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { outgoing } from '../messages.ts'
import { lineTo, Receiver } from '../receiver.ts'
import { openPlayground, type Playground } from './playground.ts'

let playground: Playground
let receiver: Receiver
beforeEach(async () => {
  playground = await openPlayground()
})
afterEach(async () => {
  await playground.stop()
  await receiver?.stop()
})

const doubleOf = (kind: string) => playground.lines.find(({ double }) => double.kind === kind)!.double
const ask = async (path: string, body: object, type = 'application/json') => {
  const answer = await fetch(`${playground.url}/api/${path}`, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

describe('The page on which a developer plays customers', () => {
  it('tells the webhook what she writes, after it asked whether the address is ours', async () => {
    const double = doubleOf('WHATSAPP')
    receiver = await Receiver.start(whatsappAdapter, () => lineTo(double, whatsappAdapter), 'a-token')
    expect((await ask('WHATSAPP/subscribe', { url: receiver.url, secret: 'another' })).status).toBe(400)
    expect((await ask('WHATSAPP/subscribe', { url: receiver.url, secret: 'a-token' })).status).toBe(200)
    const { body } = await ask('WHATSAPP/writes', { text: '¿Abren hoy?' })
    expect(body.chat).toMatchObject([{ text: '¿Abren hoy?', isHers: true }])
    await double.settled()
    expect(receiver.of('MESSAGE')).toMatchObject([{ externalId: body.chat[0].id }])
  })

  it('brings one message several times while duplicates are switched on', async () => {
    const double = doubleOf('SMS')
    receiver = await Receiver.start(smsAdapter, () => lineTo(double, smsAdapter, { webhookUrl: receiver.url }), 'unused')
    await ask('SMS/subscribe', { url: receiver.url })
    await ask('SMS/switches', { duplicates: true })
    for (let turn = 0; turn < 20; turn++) await ask('SMS/writes', { text: `Hola ${turn}` })
    await double.settled()
    expect(receiver.requests.length).toBeGreaterThan(20)
  })

  it('shows what was sent to her with its buttons, and a tap on one tells the webhook', async () => {
    const double = doubleOf('SMS')
    receiver = await Receiver.start(smsAdapter, () => lineTo(double, smsAdapter, { webhookUrl: receiver.url }), 'unused')
    await ask('SMS/subscribe', { url: receiver.url })
    const { body: { customer } } = await ask('SMS/writes', { text: 'Hola' })
    const line = lineTo(double, smsAdapter, { webhookUrl: receiver.url })
    const options = [{ id: 'a', title: 'Horarios', description: null }, { id: 'b', title: 'Una persona', description: null }]
    const message = outgoing({ phone: customer, text: '¿Qué desea?', menu: { style: 'QUICK_REPLIES', options } })
    for (const part of smsAdapter.compose(message, line)) await smsAdapter.send(part, [], line)
    const { body } = await ask('SMS/reads', {})
    expect(body.chat.at(-1)).toMatchObject({ isHers: false, buttons: [expect.stringContaining('Horarios'), expect.stringContaining('Una persona')] })
    expect((await ask('SMS/taps', { title: body.chat.at(-1).buttons[1] })).status).toBe(200)
    await double.settled()
    expect(receiver.requests.map(({ body }) => new URLSearchParams(body.toString()).get('Body'))).toContain('2')
  })

  it('takes nothing from the form of another site', async () => {
    expect((await ask('SMS/writes', { text: 'Hola' }, 'text/plain')).status).toBe(415)
  })
})
